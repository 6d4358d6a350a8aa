// Who acted here last, in a file of its own beside the ``Installation``, like the ``Cursor``: it is
// kept for this machine and chart alone, and says nothing in the ledger.
extension Author {
  static func path(beside memory: String) -> String { memory + ".actor" }

  init?(reading path: String) {
    guard let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1) else { return nil }
    var reader = JSONReader(bytes, file: path)
    var name: String?
    var unit: String?
    let others = try? reader.members { reader, member in
      switch member {
      case "name": name = try reader.text()
      case "unit": unit = try reader.identifier()
      default: return false
      }
      return true
    }
    guard others != nil, let name, !name.isEmpty else { return nil }
    self.init(name: name, unit: unit)
  }

  func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.member("name", name)
      $0.member("unit", unit)
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}

extension ChartFolder {
  /// Remembers who acts here, so that nobody is asked twice.
  package func remember(_ author: Author) {
    guard let memoryPath else { return }
    // When it cannot be kept, the next start asks again.
    try? author.write(to: Author.path(beside: memoryPath))
  }

  /// Who said last, on this machine and of this chart, that they act.
  package var lastAuthor: Author? {
    guard var author = memoryPath.flatMap({ Author(reading: Author.path(beside: $0)) }) else {
      return nil
    }
    // A unit may have left the plan since.
    if let unit = author.unit, chart.unit(unit) == nil { author.unit = nil }
    return author
  }
}
