/// What a column of a task list can mean, with the headers offices give it. The one table of
/// columns: finding a heading, reading rows and `--map` go by it.
struct Field: Sendable {
  /// As it is called everywhere else, such as `title_zh`.
  let name: String
  /// Headers, as ``HeaderText/plain(_:)`` makes them.
  let headers: [String]

  private init(_ name: String, _ headers: String) {
    self.name = name
    self.headers = headers.split(separator: ",").map(String.init)
  }

  /// A text in two languages: a Chinese header fills the Chinese side, an English one the other.
  private static func words(_ stem: String, zh: String, en: String) -> [Field] {
    [Field(stem + "_en", en), Field(stem + "_zh", zh)]
  }

  /// In the order in which they are listed to a person.
  static let table: [Field] = [
    [Field("id", "编号,任务编号,整改编号,问题编号,项目编号,清单编号,任务序号,受理编号,交办编号,信访编号,taskid,taskno,tasknumber")],
    [Field("battle", "battle"), Field("battle_zh", "攻坚战,战役,攻坚战役,所属战役,所属攻坚战,战役/攻坚战,攻坚战名称,战役名称")],
    words(
      "title",
      zh: "整改任务,任务,任务名称,主要任务,重点任务,工作任务,具体任务,整改事项,任务事项,事项,标题,任务标题,重点工作,整改任务名称",
      en: "title,task,tasktitle"),
    words("short", zh: "简称,任务简称,短标题", en: "short,shorttitle"),
    [Field("origin", "origin,source,taskorigin"), Field("origin_zh", "任务来源,问题来源,来源")],
    words(
      "problem", zh: "存在问题,问题,突出问题,主要问题,反馈问题,具体问题,问题描述,问题内容,整改问题,存在的问题,交办问题,交办问题基本情况",
      en: "problem,issue,problemfound"),
    words(
      "target", zh: "整改目标,目标,工作目标,目标要求,验收标准,整改标准,目标/验收标准,目标及验收标准,整改目标及标准",
      en: "target,goal,acceptance"),
    words(
      "measures", zh: "整改措施,措施,主要措施,具体措施,工作措施,工作举措,整改举措,措施清单,整改措施清单,整改具体措施", en: "measures,measure"),
    words(
      "unit",
      zh: "责任单位,整改责任单位,属地责任单位,责任单位名称,责任主体,责任部门,整改单位,整改责任主体,主责单位,承办单位,落实单位,实施单位,属地",
      en: "unit,responsibleunit,responsible,owner"),
    words("unit_short", zh: "责任单位简称,单位简称", en: "unitshort"),
    [Field("unit_kind", "单位类别,单位类型,单位性质,unitkind")],
    words(
      "lead", zh: "牵头单位,牵头部门,牵头责任单位,市级牵头单位,市级牵头部门,牵头责任部门",
      en: "lead,leaddepartment,leadunit"),
    words("lead_short", zh: "牵头单位简称,牵头部门简称", en: "leadshort"),
    words(
      "helpers", zh: "配合单位,配合部门,配合责任单位,参与部门,参与单位,参加单位,协办单位,协同单位,协作单位",
      en: "helpers,cooperatingunits,cooperatingunit"),
    [Field("officer", "责任人,整改责任人,具体责任人,负责人,责任人员,officer,personresponsible")],
    [Field("risk", "风险等级,风险,风险级别,风险程度,risk,risklevel")],
    [Field("frequency", "调度频次,调度频率,调度周期,frequency,rhythm")],
    [Field("term", "时限类型,期限类型,时限类别,整改类型,term")],
    [Field("deadline", "截止日期,截止日,截止时间,到期日,到期日期,时限日期,deadline,duedate,due,limit")],
    [
      Field(
        "deadline_zh",
        "完成时限,整改时限,时限,办结时限,完成期限,整改期限,期限,时限要求,时间要求,完成时限要求,整改完成时限,计划完成时限,"
          + "计划完成时间,整改时间,timelimit")
    ],
    [Field("state", "状态,整改状态,任务状态,办理状态,办理阶段,整改阶段,state,status,stage")],
    [Field("state_since", "状态日期,状态时间,statesince")],
    words("evidence", zh: "佐证材料,佐证,证明材料,销号材料", en: "evidence"),
    [Field("quantity", "数量,总数,任务数,总量,任务量,任务总数,目标数,quantity,total")],
    words("quantity_unit", zh: "计量单位,数量单位,单位(计量)", en: "quantityunit"),
    [Field("quantity_done", "完成数,已完成数,完成数量,已完成数量,累计完成,累计完成数,quantitydone,count")],
    [Field("quantity_asof", "统计日期,截至日期,数据日期,截至时间,统计截至日期,quantityasof,asof")],
    [Field(NodePart.idColumn, "节点编号,节点序号,nodeid,nodeno")],
    words(
      "node", zh: "节点,节点名称,节点内容,节点任务,节点目标,时间节点名称,时间节点内容,阶段任务,阶段目标",
      en: "node,milestone,nodetitle"),
    [Field("node_due", "节点时限,节点时间,节点日期,节点期限,节点完成时限,节点完成时间,节点截止日期,时间节点日期,nodedue")],
    [Field("node_quota", "节点数量,节点指标,节点目标数,阶段数量,nodequota,quota")],
    [Field("node_done", "节点完成日期,节点实际完成时间,节点实际完成日期,实际完成时间,实际完成日期,nodedone")],
  ].flatMap { $0 }

  /// Headers that mean a field only when no better one does, and then the first that is free:
  /// 序号 is an id where there is no 编号.
  static let makeshift: [(header: String, fields: [String])] = [
    ("序号", ["id"]), ("no", ["id"]), ("no.", ["id"]),
    ("类别", ["battle_zh"]), ("领域", ["battle_zh"]), ("板块", ["battle_zh"]), ("专项", ["battle_zh"]),
    ("category", ["battle"]),
    ("整改内容", ["title_zh", "measures_zh"]), ("任务内容", ["title_zh", "measures_zh"]),
    ("工作内容", ["title_zh", "measures_zh"]), ("具体内容", ["title_zh", "measures_zh"]),
    ("督导单位", ["lead_zh"]), ("督办单位", ["lead_zh"]), ("主管部门", ["lead_zh"]),
    ("指导单位", ["lead_zh"]), ("监管部门", ["lead_zh"]),
    ("责任领导", ["officer"]), ("包保领导", ["officer"]), ("包抓领导", ["officer"]), ("分管领导", ["officer"]),
    ("单位", ["unit_zh", "quantity_unit_zh"]),
    ("完成情况", ["quantity_done"]),
    ("时间节点", ["node_zh", "node_due"]),
    // In a list of nodes it is the node's; the second of the two is then the task's.
    ("完成时间", ["node_due", "deadline_zh"]),
  ]

  static let names = Set(table.map(\.name))

  private static let byHeader: [String: String] = {
    var fields: [String: String] = [:]
    for field in table { for header in field.headers { fields[header] = field.name } }
    return fields
  }()

  /// The field that a header means without doubt; nil when it means none.
  static func name(of header: String) -> String? {
    guard header.utf8.count <= HeaderText.limit else { return nil }
    let name = header.withoutOuterSpaces
    if names.contains(name) || node(of: name) != nil { return name }
    let text = HeaderText(header)
    guard
      let field = byHeader[text.plain] ?? NodeHeader.field(of: text.plain)
        ?? byHeader[text.withoutBrackets] ?? NodeHeader.field(of: text.withoutBrackets)
    else { return nil }
    return text.isEnglishSide ? english(field) : text.isChineseSide ? chinese(field) : field
  }

  /// The field of the other language, where there is one.
  private static func english(_ field: String) -> String {
    guard field.hasSuffix("_zh") else { return field }
    let stem = String(field.dropLast(3))
    return names.contains(stem) ? stem : stem + "_en"
  }

  private static func chinese(_ field: String) -> String {
    let stem = field.hasSuffix("_en") ? String(field.dropLast(3)) : field
    return names.contains(stem + "_zh") ? stem + "_zh" : field
  }

  /// How a person of an office would head it: its first header.
  static func header(of name: String) -> String {
    NodeHeader.header(of: name) ?? table.first { $0.name == name }?.headers.first ?? name
  }

  // MARK: Nodes

  /// The id of the node that a column such as `n3_due` is about.
  static func node(of name: String) -> String? { NodePart.parsed(name)?.node }
}
