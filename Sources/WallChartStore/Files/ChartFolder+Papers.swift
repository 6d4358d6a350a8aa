internal import Glibc

/// What is written from a chart for people to read and file: minutes, a bulletin.
package struct Paper: Sendable, Equatable {
  /// The folder of the chart it belongs in: `minutes`, `bulletins`.
  package var folder: String
  /// Its name without the ending: `2020-07-31-weekly`, `7`.
  package var name: String
  /// Markdown.
  package var text: String

  package init(folder: String, name: String, text: String) {
    self.folder = folder
    self.name = name
    self.text = text
  }
}

extension ChartFolder {
  /// Whether a paper was written: under its own name, or the one that the second or a later one of
  /// its name gets.
  /// - Parameter number: which of its name, from 1.
  package func has(_ folder: String, _ name: String, number: Int = 1) -> Bool {
    PosixFile.exists("\(path)/\(folder)/\(number == 1 ? name : "\(name)-\(number)").md")
  }

  /// Writes a paper durably and never over another one: the second of a name gets `-2`, and so on.
  /// The very same, written before, is one with it.
  /// - Returns: its name from the chart's folder on.
  package func write(_ paper: Paper) throws(StoreError) -> String {
    let folder = "\(path)/\(paper.folder)"
    let isNew = !PosixFile.exists(folder)
    if isNew { try PosixFile.makeFolder(folder) }
    // A link would lead the paper out of the chart.
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .notAFolder(path: folder)
    }
    var number = 1
    var name = "\(paper.folder)/\(paper.name).md"
    let bytes = Array(paper.text.utf8)
    while !(try PosixFile.create("\(path)/\(name)", with: bytes)) {
      if (try? PosixFile.holds("\(path)/\(name)", bytes)) == true { break }
      number += 1
      name = "\(paper.folder)/\(paper.name)-\(number).md"
    }
    try PosixFile.syncFolder(folder)
    if isNew { try PosixFile.syncFolder(path) }
    return name
  }
}
