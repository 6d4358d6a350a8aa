/// Plans as the files that offices write.
enum Plan {
  /// Two battles, seven tasks, seen from 31 July 2020.
  static let campaign = """
    {
    "format": "wallchart/1",
    "title": {"en": "Dalian 2020: the battle against pollution", "zh": "大连市2020年污染防治攻坚战"},
    "asOf": "2020-07-31",
    "battles": [
    {"id": "BS", "name": {"en": "Blue sky", "zh": "蓝天"}},
    {"id": "CW", "name": {"en": "Clear water", "zh": "碧水"}}
    ],
    "units": [
    {"id": "jinpu", "name": {"en": "Jinpu New Area", "zh": "金普新区"}, "short": {"en": "Jinpu", "zh": "金普"}, "kind": "district"},
    {"id": "shahekou", "name": {"en": "Shahekou District", "zh": "沙河口区"}, "short": {"en": "Shahekou", "zh": "沙河口"}, "kind": "district"},
    {"id": "epb", "name": {"en": "Ecology Bureau", "zh": "市生态环境局"}, "short": {"en": "Ecology", "zh": "生态"}, "kind": "bureau"}
    ],
    "tasks": [
    {"id": "BS-01", "battle": "BS", "title": {"en": "Shut down 4 small boilers", "zh": "取缔燃煤锅炉4台"}, "unit": "jinpu", "limit": "2020-12-31", "nodes": [{"id": "1", "due": "2020-06-13", "title": {"en": "Notice issued", "zh": "通告下发"}}, {"id": "2", "due": "2020-07-15", "title": {"en": "Plan fixed", "zh": "方案确定"}}, {"id": "3", "due": "2020-09-30", "title": {"en": "Half shut down", "zh": "完成一半"}}, {"id": "4", "due": "2020-12-20", "title": {"en": "All shut down", "zh": "全部完成"}}]},
    {"id": "BS-02", "battle": "BS", "title": {"en": "Clean heating for 3 villages", "zh": "三个村清洁取暖"}, "unit": "shahekou", "limit": "2020-11-30", "nodes": [{"id": "1", "due": "2020-08-03", "title": {"en": "Contract", "zh": "合同"}}, {"id": "2", "due": "2020-10-31", "title": {"en": "Pipes", "zh": "管网"}}]},
    {"id": "BS-03", "battle": "BS", "title": {"en": "Dust nets on 12 sites", "zh": "12处工地防尘网"}, "unit": "jinpu", "limit": "2020-10-31", "quantity": {"total": 12, "of": {"en": "sites", "zh": "处"}}, "nodes": [{"id": "1", "due": "2020-08-31", "title": {"en": "Half", "zh": "一半"}, "quota": 6}, {"id": "2", "due": "2020-10-31", "title": {"en": "All", "zh": "全部"}, "quota": 12}]},
    {"id": "BS-04", "battle": "BS", "title": {"en": "Duty without nodes", "zh": "长期坚持"}, "unit": "epb", "term": "standing", "nodes": []},
    {"id": "CW-01", "battle": "CW", "title": {"en": "Sewers of Malan river", "zh": "马栏河截污"}, "unit": "shahekou", "limit": "2020-12-31", "nodes": [{"id": "1", "due": "2020-07-24", "title": {"en": "Survey", "zh": "排查"}}, {"id": "2", "due": "2020-07-28", "title": {"en": "Design", "zh": "设计"}}, {"id": "3", "due": "2020-11-15", "title": {"en": "Built", "zh": "建成"}}]},
    {"id": "CW-02", "battle": "CW", "title": {"en": "Drinking water source signs", "zh": "水源地标志"}, "unit": "epb", "limit": "2020-09-30", "nodes": [{"id": "1", "due": "2020-08-15", "title": {"en": "Signs set", "zh": "标志设立"}}]},
    {"id": "CW-03", "battle": "CW", "title": {"en": "Outfalls of the bay", "zh": "海湾排口"}, "unit": "jinpu", "limit": "2020-10-31", "nodes": [{"id": "1", "due": "2020-08-20", "title": {"en": "List", "zh": "清单"}}, {"id": "2", "due": "2020-10-20", "title": {"en": "Closed", "zh": "封堵"}}]}
    ]
    }

    """

  /// Many tasks, `T-01` and on, of one open node each.
  static func ladder(_ count: Int) -> String {
    let tasks = (1...count).map { number in
      """
      {"id": "\(ladderTask(number))", "battle": "B", "title": "Step \(number)", "unit": "u", "limit": "2020-12-31", "nodes": [{"id": "1", "due": "2020-08-15", "title": "Done"}]}
      """
    }
    return """
      {
      "format": "wallchart/1",
      "title": "Ladder",
      "asOf": "2020-07-31",
      "battles": [
      {"id": "B", "name": "Steps"}
      ],
      "units": [
      {"id": "u", "name": "Unit", "kind": "district"}
      ],
      "tasks": [
      \(tasks.joined(separator: ",\n"))
      ]
      }

      """
  }

  static func ladderTask(_ number: Int) -> String {
    "T-" + (number < 10 ? "0" : "") + "\(number)"
  }
}
