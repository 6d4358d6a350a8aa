// The examples of WallChartStore.docc, word for word. A test compiles this file as somebody else's
// program would be, who sees only what is public.
import Glibc
import WallChartStore

func makeChart(at path: String) throws {
  var task = Chart.Task(id: "BS-01", battle: "BS", title: Text("4 small boilers"), unit: "jinpu")
  task.limit = Day(iso: "2020-10-31")
  if let due = Day(iso: "2020-06-13") {
    task.nodes = [Chart.Node(id: "1", due: due, title: Text("Notice issued"))]
  }
  var plan = Chart(title: Text("Dalian 2020"))
  plan.battles = [Chart.Battle(id: "BS", name: Text("Blue sky"))]
  plan.units = [Chart.Unit(id: "jinpu", name: Text("Jinpu New Area"), kind: .district)]
  plan.tasks = [task]
  try ChartFolder.create(at: path, plan: plan)
}

func redTasks(at path: String, on day: Day) throws -> [String] {
  let folder = try ChartFolder(opening: path, state: nil)
  let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: day)
  return zip(folder.chart.tasks, status.tasks)
    .filter { $1.standing == .red && $1.isOnChart }
    .map { "\($0.id), \($1.daysLate) days: \($0.title["en"])" }
}

func markNext(of task: String, at path: String, state: String?, by author: Author) throws -> Entry {
  var folder = try ChartFolder(opening: path, state: state)
  let today = folder.chart.asOf ?? SystemClock.now().day
  let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
  let stamp = Stamp(id: .random(), at: SystemClock.now())
  let draft = try situation.mark(task, evidence: ["photo 12"], by: author, stamp)
  return try folder.append(draft, today: today)
}

func save(_ draft: Entry, in folder: inout ChartFolder, today: Day) throws -> Entry? {
  do {
    return try folder.append(draft, today: today)
  } catch StoreError.overtaken(let other) {
    print("\(other.by) was first, at \(other.at.clock)")
    return nil
  } catch StoreError.busy {
    // The same entry again: it keeps its id, so it can never be there twice.
    return try folder.append(draft, today: today)
  }
}

func follow(
  _ folder: inout ChartFolder, while wants: (ChartFolder, ChartFolder.News) -> Bool
) throws {
  let watch = FolderWatch(folder: folder.path)
  repeat {
    var file = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&file, 1, Int32(watch.patience) * 1000)
    _ = watch.takeHints()
    try folder.refresh()
  } while wants(folder, folder.takeNews())
}

func damage(at path: String, today: Day) throws -> [String] {
  let folder = try ChartFolder(opening: path, state: nil)
  return folder.findings(today: today).filter(\.fault.isDamage)
    .map { "\($0.file):\($0.line):\($0.column): \($0.fault)" }
}
