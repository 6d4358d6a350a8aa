/// Which headers of a chart's lists stand for which fields, as a person once said. In a file of its
/// own beside the ``Installation``, like the ``Cursor``.
package struct ImportMemory: Sendable, Equatable {
  /// Headers by field.
  package var headers: [String: String] = [:]

  static func path(beside memory: String) -> String { memory + ".import" }

  package init(headers: [String: String] = [:]) {
    self.headers = headers
  }

  init(reading path: String) {
    guard let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1) else { return }
    var reader = JSONReader(bytes, file: path)
    var found: [String: String] = [:]
    let isWhole =
      (try? reader.members { reader, name in
        guard name == "headers" else { return false }
        _ = try reader.members { reader, field in
          found[reader.text(of: field)] = try reader.text()
          return true
        }
        return true
      }) != nil
    if isWhole { headers = found }
  }

  func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.name("headers")
      $0.object {
        for (field, header) in headers.sorted(by: { $0.key < $1.key }) { $0.member(field, header) }
      }
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}

extension ChartFolder {
  /// What this machine remembers of the chart's lists.
  package var importMemory: ImportMemory {
    memoryPath.map { ImportMemory(reading: ImportMemory.path(beside: $0)) } ?? ImportMemory()
  }

  /// Remembers the headers for the next import; when that cannot be kept, they are said again.
  package func remember(_ memory: ImportMemory) {
    guard let memoryPath else { return }
    try? memory.write(to: ImportMemory.path(beside: memoryPath))
  }
}
