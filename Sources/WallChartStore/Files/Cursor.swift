/// Where the cursor stood when this machine last closed the chart. In a file of its own beside
/// the ``Installation``, because it is written without the lock, and no writer may get lost by it.
struct Cursor: Sendable, Equatable {
  var task: String?
  var node: String?

  static func path(beside memory: String) -> String { memory + ".cursor" }

  init(task: String?, node: String?) {
    self.task = task
    self.node = node
  }

  init(reading path: String) {
    guard let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1) else { return }
    var reader = JSONReader(bytes, file: path)
    var found = Cursor(task: nil, node: nil)
    let isWhole =
      (try? reader.members { reader, name in
        switch name {
        case "task": found.task = try reader.text()
        case "node": found.node = try reader.text()
        default: return false
        }
        return true
      }) != nil
    if isWhole { self = found }
  }

  func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.member("task", task)
      $0.member("node", node)
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}
