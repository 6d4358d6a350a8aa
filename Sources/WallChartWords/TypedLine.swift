package import WallChartStore

/// A command line that is being typed, as a shell hands it over to be completed. It is read in
/// silence, and nothing is written.
package struct TypedLine {
  /// All its words, the program's name too, as they were typed.
  private let words: [String]
  /// Which of them is being typed.
  private let index: Int
  /// What stands of that word before the cursor.
  private let typed: String
  /// The same as the shell will hand it over.
  package let prefix: String

  /// Whether a shell asks now.
  package static var isAsked: Bool { CommandLine.arguments.dropFirst().first == "---completion" }

  package init(words: [String], index: Int, prefix: String) {
    self.words = words
    self.index = index
    typed = prefix
    self.prefix = Self.unquoted(prefix)
  }

  /// The plan of the chart the line is about: the one it names, else that of the environment, of the
  /// folder one stands in, or the last one opened here. Nil when there is none that can be read.
  package var plan: Chart? {
    let folders = Folders(environment: Surroundings.environment)
    let named = others.lazy.map(Self.unquoted).first { (try? ChartFolder.locate($0)) != nil }
    let candidates = [named, Surroundings.environment["WALLCHART_CHART"], ".", folders.lastChart]
    guard
      let folder = candidates.lazy.compactMap(\.self).compactMap({ try? ChartFolder.locate($0) })
        .first,
      let bytes = try? PosixFile.contents(of: folder + "/chart.json")
    else { return nil }
    return try? ChartReader.read(bytes, file: folder)
  }

  /// The task the line is about already, itself or by one of its nodes.
  package func task(of chart: Chart) -> Chart.Task? {
    others.lazy.compactMap { chart.task(String($0.prefix { $0 != "/" })) }.first
  }

  /// The folders that go on from what is typed; behind one that is no chart itself goes a slash.
  package var folders: [String] {
    let parent = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(parent.count)
    let place = parent.isEmpty ? "./" : Self.unquoted(parent)
    return PosixFile.names(in: place).compactMap { name in
      guard name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix("."),
        PosixFile.isFolder(place + name), name.allSatisfy(Self.isPlain)
      else { return nil }
      return parent + name + (PosixFile.exists(place + name + "/chart.json") ? "" : "/")
    }
  }

  /// To a shell other signs may be commands.
  package static func isPlain(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || "._-".contains(sign)
  }

  /// Whether a word stands on the line behind the command, which may be a task.
  package var isBehindWord: Bool { others.dropFirst().contains { !$0.hasPrefix("-") } }

  /// The words behind the program's name that are not being typed.
  private var others: [String] {
    words.indices.dropFirst().filter { $0 != index }.map { words[$0] }
  }

  /// A word without the signs that only the shell means; `~/` is the home.
  private static func unquoted(_ word: String) -> String {
    let plain = word.filter { !"\\\"'".contains($0) }
    guard plain.hasPrefix("~/"), let home = Surroundings.environment["HOME"] else { return plain }
    return home + plain.dropFirst()
  }
}
