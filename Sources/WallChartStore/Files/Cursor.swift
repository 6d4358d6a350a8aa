/// Where the cursor stood, and how the chart was looked at, when this machine last closed it. In a file of its own beside
/// the ``Installation``, because it is written without the lock, and no writer may get lost by it.
package struct Cursor: Sendable, Equatable {
  package var task: String?
  package var node: String?
  /// How the chart was looked at, as JSON that means something to the program alone.
  package var view: String?

  static func path(beside memory: String) -> String { memory + ".cursor" }

  package init(task: String? = nil, node: String? = nil, view: String? = nil) {
    self.task = task
    self.node = node
    self.view = view
  }

  init(reading path: String) {
    guard let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1) else { return }
    var reader = JSONReader(bytes, file: path)
    var found = Cursor()
    let others =
      (try? reader.members { reader, name in
        switch name {
        case "task": found.task = try reader.text()
        case "node": found.node = try reader.text()
        default: return false
        }
        return true
      })
    guard let others else { return }
    self = found
    view = others.first { $0.name == "view" }?.value
  }

  func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.member("task", task)
      $0.member("node", node)
      if let view { $0.member("view", json: view) }
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}
