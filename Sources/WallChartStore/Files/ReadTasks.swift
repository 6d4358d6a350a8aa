/// The tasks of a plan as they are read: known ones as long as they are the same.
struct ReadTasks {
  private let known: [Chart.Task]
  private var own: [Chart.Task]?
  /// How many of the known ones were read.
  private var count = 0
  /// How many nodes the last one had.
  private var nodeCount = 0

  init(knowing tasks: [Chart.Task]) { known = tasks }

  var all: [Chart.Task] { own ?? (count == known.count ? known : Array(known[..<count])) }

  /// Reads the array of them, and answers where each begins. The later half of many is read on
  /// another thread meanwhile.
  mutating func read(_ reader: inout JSONReader) throws -> [Int] {
    var places: [Int] = []
    let later = known.isEmpty ? LaterTasks(of: reader) : nil
    try reader.elements { reader in
      let start = reader.startOfNext()
      if let later, later.start == start, let half = later.tasks.handOver() {
        places += half.places
        if own == nil { own = [] }
        own?.reserveCapacity(places.count)
        own?.append(contentsOf: half.tasks)
        reader.at = half.end
      } else {
        places.append(start)
        append(try ChartReader.task(&reader, ofNodes: nodeCount))
      }
    }
    return places
  }

  private mutating func append(_ task: consuming Chart.Task) {
    nodeCount = task.nodes.count
    if own == nil {
      if count < known.count, known[count] == task {
        count += 1
        return
      }
      own = Array(known[..<count])
    }
    own?.append(task)
  }
}

/// The later half of the tasks, read ahead from where one of them most likely begins. What it comes
/// to counts only when whoever reads from the beginning finds a task to begin at that very place.
private struct LaterTasks {
  struct Half: Sendable {
    var tasks: [Chart.Task] = []
    var places: [Int] = []
    /// Where the bracket stands that closes the array.
    var end = 0
  }

  /// Fewer bytes are read sooner than a thread begins.
  private static let leastBytes = 1 << 18

  let start: Int
  /// Nil for what cannot be read: then it is read once more, in its turn, to say why.
  let tasks: Ahead<Half?>

  /// - Parameter reader: stands before the array.
  init?(of reader: JSONReader) {
    guard let start = Self.start(in: reader) else { return nil }
    self.start = start
    let further = reader.further(from: start)
    tasks = Ahead {
      var (reader, half) = (further, Half())
      do {
        var nodeCount = 0
        try reader.furtherElements { reader in
          half.places.append(reader.startOfNext())
          let task = try ChartReader.task(&reader, ofNodes: nodeCount)
          nodeCount = task.nodes.count
          half.tasks.append(task)
        }
      } catch {
        return nil
      }
      half.end = reader.at
      return half
    }
  }

  /// The first line behind the middle that begins as that of the first task does. A line break
  /// stands in no text.
  private static func start(in reader: JSONReader) -> Int? {
    let bytes = reader.bytes
    guard bytes.count - reader.at >= leastBytes,
      let first = bytes[reader.at...].prefix(200).firstIndex(of: UInt8(ascii: "{")),
      let line = bytes[reader.at..<first].lastIndex(of: 10)
    else { return nil }
    let beginning = bytes[line...first]
    var place = (reader.at + bytes.count) / 2
    while let line = bytes[place...].firstIndex(of: 10) {
      if bytes[line...].starts(with: beginning) { return line + beginning.count - 1 }
      place = line + 1
    }
    return nil
  }
}
