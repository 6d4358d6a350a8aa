/// What must come out.
extension StageMachineTests {
  /// `=` is allowed and leaves the stage; a word is allowed and leads to that stage; a letter is
  /// refused with that sentence.
  static let expected = """
                        fresh   begun   half    done    handed  notice  over    closed  again
    met                 open    =       (a)     (a)     (b)     (c)     (c)     (d)     (a)
    report              open    =       =       =       (b)     (c)     (c)     (d)     =
    undo a mark         (e)     fresh   =       =       (b)     (c)     (c)     (d)     =
    extend              =       =       =       =       (b)     (c)     (c)     (d)     =
    submit              (f)     (g)     (h)     handed  (i)     (j)     (j)     (k)     (l)
    verify              (m)     (n)     (n)     (n)     notice  (j)     (j)     (k)     (n)
    verify, own unit    (o)     (o)     (o)     (o)     (o)     (o)     (o)     (o)     (o)
    verify, 2 days      (m)     (n)     (n)     (n)     (p)     (j)     (j)     (k)     (n)
    return              (m)     (n)     (n)     (n)     open    open    open    (k)     (n)
    return, no reason   (q)     (q)     (q)     (q)     (q)     (q)     (q)     (q)     (q)
    cross off           (m)     (n)     (n)     (n)     (i)     (r)     closed  (k)     (n)
    cross off, no unit  (s)     (s)     (s)     (s)     (s)     (s)     (s)     (s)     (s)
    reopen              (m)     (n)     (n)     (n)     (i)     (j)     (j)     open    (n)
    supervise           =       =       =       =       =       =       =       (d)     =
    release             (t)     (t)     (t)     (t)     (t)     (t)     (t)     (t)     (t)
    extend, no leave    (u)     (u)     (u)     (u)     (b)     (c)     (c)     (d)     (u)
    note                =       =       =       =       =       =       =       =       =
    look back           (m)     (n)     (n)     (n)     (i)     (j)     (j)     =       (n)
    edit                =       =       =       =       =       =       =       =       =
    """

  static let english = """
    (a) BS-04/2 is met already.
    (b) BS-04 is submitted: nothing changes there unless it is sent back or reopened.
    (c) BS-04 is under public notice: nothing changes there unless it is sent back or reopened.
    (d) BS-04 is crossed off: nothing changes there unless it is sent back or reopened.
    (e) BS-04/1 is not met; there is nothing to take back.
    (f) BS-04 cannot be submitted: nodes 1, 2, 3, 4 are not met, count 0 of 11, no evidence.
    (g) BS-04 cannot be submitted: nodes 2, 3, 4 are not met, count 0 of 11, no evidence.
    (h) BS-04 cannot be submitted: node 4 is not met, count 6 of 11, no evidence.
    (i) BS-04 is submitted: this step does not follow. Next comes verification or return.
    (j) BS-04 is under public notice: this step does not follow. Next comes cross-off or return.
    (k) BS-04 is crossed off: this step does not follow. Next comes reopening, if it proves untrue or comes back.
    (l) BS-04 cannot be submitted: no evidence since it was sent back on 6 Aug 2020.
    (m) BS-04 is not started: this step does not follow. Next comes submission.
    (n) BS-04 is being rectified: this step does not follow. Next comes submission.
    (o) shahekou is responsible for BS-04 and cannot verify it.
    (p) BS-04: the public notice must run for at least 5 days after verification.
    (q) say why (--reason).
    (r) BS-04: the public notice runs until 5 Aug 2020; it can be crossed off from the day after.
    (s) say which unit acts (--unit).
    (t) BS-04 is not under supervision; there is nothing to release it from.
    (u) say who approved it (--approved-by).
    """

  static let chinese = """
    (a) BS-04/2已完成。
    (b) BS-04待验收：退回或重新整改之前不能更改。
    (c) BS-04公示中：退回或重新整改之前不能更改。
    (d) BS-04已销号：退回或重新整改之前不能更改。
    (e) BS-04/1未完成，无可撤销。
    (f) BS-04尚不能提交验收：节点1、2、3、4未完成，数量完成0/11，无佐证材料。
    (g) BS-04尚不能提交验收：节点2、3、4未完成，数量完成0/11，无佐证材料。
    (h) BS-04尚不能提交验收：节点4未完成，数量完成6/11，无佐证材料。
    (i) BS-04处于“待验收”阶段，不能进行此步骤；下一步为验收或退回。
    (j) BS-04处于“公示中”阶段，不能进行此步骤；下一步为销号或退回。
    (k) BS-04处于“已销号”阶段，不能进行此步骤；下一步为重新整改（虚假整改或问题反弹时）。
    (l) BS-04尚不能提交验收：2020年8月6日退回整改后无新的佐证材料。
    (m) BS-04处于“未启动”阶段，不能进行此步骤；下一步为提交验收。
    (n) BS-04处于“整改中”阶段，不能进行此步骤；下一步为提交验收。
    (o) shahekou是BS-04的责任单位，不能验收。
    (p) BS-04的公示期应自验收起不少于5天。
    (q) 请说明原因（--reason）。
    (r) BS-04公示期至2020年8月5日，次日起方可销号。
    (s) 请说明由哪个单位经办（--unit）。
    (t) BS-04未挂牌督办，无需解除。
    (u) 请说明由谁批准（--approved-by）。
    """
}
