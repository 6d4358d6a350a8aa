@testable import WallChartStore

func day(_ text: String) -> Day { Day(iso: text)! }

func moment(_ text: String) -> Moment { Moment(rfc3339: text)! }

func id(_ number: UInt64) -> EntryID { EntryID(high: 0, low: number) }

/// An entry of another office in few words, as its ledger file would give it.
func entry(
  _ number: UInt64, _ fact: Fact, on date: String, at time: String? = nil, was: [UInt64] = [],
  task: String? = "T1", unit: String? = nil, evidence: [String] = []
) -> Entry {
  var entry = Entry(
    id: id(number), at: moment(time ?? date + "T09:00:00+08:00"), by: "k.wang", unit: unit,
    task: task, on: day(date), fact: fact)
  entry.writer = "office-0000000000"
  entry.n = Int(number)
  entry.was = was.map(id)
  entry.evidence = evidence
  entry.turn = entry.at.milliseconds
  return entry
}

func count(_ count: Int, reason: String? = nil) -> Fact {
  var report = Fact.Report(count: count)
  report.reason = reason
  return .report(report)
}

func limit(
  _ from: String, _ to: String, node: String? = nil, reason: String = "flood"
) -> Fact {
  .extend(
    Fact.Extension(
      from: day(from), to: day(to), approvedBy: "office", reason: reason, node: node))
}

enum Sample {
  /// One task with three nodes, the last one asking for the full count of eight boilers.
  static var task: Chart.Task {
    var task = Chart.Task(id: "T1", battle: "BS", title: Text("8 boilers"), unit: "jinpu")
    task.limit = day("2020-08-31")
    task.quantity = Chart.Task.Quantity(total: 8, of: Text("boilers"))
    task.nodes = [
      Chart.Node(id: "1", due: day("2020-06-10"), title: Text("Notice")),
      Chart.Node(id: "2", due: day("2020-07-10"), title: Text("Half"), quota: 4),
      Chart.Node(id: "3", due: day("2020-08-20"), title: Text("All"), quota: 8),
    ]
    task.added = day("2020-06-01")
    return task
  }

  /// One task with two plain nodes and no quantity.
  static var plainTask: Chart.Task {
    var task = Chart.Task(id: "T2", battle: "BS", title: Text("Plan"), unit: "jinpu")
    task.limit = day("2020-08-31")
    task.nodes = [
      Chart.Node(id: "1", due: day("2020-07-10"), title: Text("Draft")),
      Chart.Node(id: "2", due: day("2020-08-20"), title: Text("Adopted")),
    ]
    task.added = day("2020-06-01")
    return task
  }

  static var chart: Chart {
    var chart = Chart(title: Text("Dalian"))
    chart.battles = [Chart.Battle(id: "BS", name: Text("Blue sky"))]
    chart.units = [
      Chart.Unit(id: "jinpu", name: Text("Jinpu"), kind: .district),
      Chart.Unit(id: "epb", name: Text("Bureau"), kind: .bureau),
    ]
    chart.tasks = [task, plainTask]
    return chart
  }

  static func situation(_ entries: [Entry] = [], on date: String = "2020-07-31") -> Situation {
    var ledger = Ledger()
    entries.forEach { ledger.add($0) }
    return Situation(chart: chart, ledger: ledger, on: day(date))
  }

  static func record(_ entries: [Entry], on date: String = "2020-07-31") -> TaskRecord {
    TaskRecord(of: task, entries: entries, on: day(date))
  }

  static func heads(_ entries: [Entry], on date: String = "2020-07-31") -> Heads {
    Heads(of: entries, through: day(date))
  }

  static func stamp(_ number: UInt64, at time: String = "2020-07-31T09:00:00+08:00") -> Stamp {
    Stamp(id: id(number), at: moment(time))
  }

  static let clerk = Author(name: "k.wang", unit: "epb")

  /// A whole plan in its file form.
  static let planText = """
    {
    "format": "wallchart/1",
    "title": {"en": "Dalian 2020: the battle against pollution", "zh": "大连市2020年污染防治攻坚战"},
    "asOf": "2020-07-31",
    "rules": {"graceDays": 7, "dueSoonDays": 7, "noticeDays": 5, "rhythm": {"high": "daily", "medium": "weekly", "low": "monthly"}, "flags": "lights"},
    "battles": [
    {"id": "BS", "name": {"en": "Blue sky", "zh": "蓝天"}}
    ],
    "units": [
    {"id": "jinpu", "name": {"en": "Jinpu New Area", "zh": "金普新区"}, "kind": "district"},
    {"id": "housing", "name": {"en": "Housing Bureau", "zh": "市住建局"}, "short": {"en": "Housing", "zh": "住建"}, "kind": "bureau"}
    ],
    "tasks": [
    {"id": "BS-01", "battle": "BS", "title": {"en": "Shut down 4 small coal-fired boilers", "zh": "取缔燃煤锅炉4台"}, "short": {"en": "4 small boilers", "zh": "燃煤锅炉4台"}, "unit": "jinpu", "lead": "housing", "risk": "low", "term": "dated", "limit": "2020-10-31", "limitText": "10月底前", "quantity": {"total": 4, "of": {"en": "boilers", "zh": "台"}}, "nodes": [{"id": "1", "due": "2020-06-13", "title": {"en": "Notice issued", "zh": "通告下发"}}, {"id": "4", "due": "2020-09-30", "title": {"en": "85 per cent shut down", "zh": "完成85%"}, "quota": 4}]}
    ]
    }

    """
}
