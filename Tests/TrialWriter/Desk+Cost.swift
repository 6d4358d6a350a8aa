import Glibc
import WallChartStore

extension Desk {
  /// Marks nodes spread over the whole plan, and says of each how long the append took, and how
  /// long as many bytes take to get onto the same disk bare: one write, one fdatasync.
  /// - Parameter path: the file for the bare bytes, on the chart's disk.
  mutating func weigh(count: Int, beside path: String) throws {
    let bare = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard bare >= 0 else { exit(73) }
    defer { close(bare) }
    let situation = situation
    let clerk = Author(name: "k.wang", unit: situation.chart.units.first?.id)
    let tasks = situation.chart.tasks
    for turn in 0...count {
      let task = tasks[turn * (tasks.count - 1) / count]
      let node = task.nodes[turn % task.nodes.count].id
      let stamp = Stamp(id: .random(), at: SystemClock.now())
      let entry = try situation.mark(task.id, node: node, by: clerk, stamp)
      let start = Self.microseconds
      let saved = try folder.append(entry, today: Campaign.today)
      let middle = Self.microseconds
      let line = HashChain.seal(saved.lineBytes, hash: HashChain.hash([], after: []))
      let restart = Self.microseconds
      guard line.withUnsafeBytes({ write(bare, $0.baseAddress, $0.count) }) == line.count,
        fdatasync(bare) == 0
      else { exit(74) }
      // The first mark makes a file and the machine's memory, too.
      if turn > 0 { Line.say("cost", "\(middle - start) \(Self.microseconds - restart)") }
    }
  }

  private static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
