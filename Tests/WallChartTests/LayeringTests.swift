import Foundation
import Testing

/// The source files as text.
enum Sources {
  static func files(in folder: String) throws -> [(path: String, text: String)] {
    let root = Seeds.root + "/" + folder
    let names = try #require(FileManager.default.enumerator(atPath: root))
    var files: [(path: String, text: String)] = []
    for case let name as String in names where name.hasSuffix(".swift") {
      files.append((name, try String(contentsOfFile: root + "/" + name, encoding: .utf8)))
    }
    return files
  }

  static func text(ofFolder folder: String, without name: String = "") throws -> String {
    try files(in: folder).filter { !$0.path.hasSuffix("/" + name) }.map(\.text).joined()
  }
}

/// Which room may import what: the rules of ARCHITECTURE.md, read from the import lines.
@Suite("Rooms")
struct LayeringTests {
  static let allowed: [(folder: String, imports: Set<String>)] = [
    ("Sources/WallChartStore/Model", []),
    ("Sources/WallChartStore/Ledger", ["CNettle", "Glibc"]),
    ("Sources/WallChartStore/Files", ["Glibc", "Synchronization"]),
    ("Sources/WallChartWords", ["CEmbedded", "Glibc", "Synchronization", "WallChartStore"]),
    ("Sources/WallChart/Core", ["WallChartStore", "WallChartWords"]),
    ("Sources/WallChart/Screen", ["WallChartStore", "WallChartWords"]),
    (
      "Sources/WallChart/Reports", ["CEmbedded", "Mustache", "WallChartStore", "WallChartWords"]
    ),
    (
      "Sources/WallChart/Shell",
      ["CNcurses", "Dispatch", "Glibc", "Synchronization", "WallChartStore", "WallChartWords"]
    ),
    (
      "Sources/WallChart/Commands",
      [
        "ArgumentParser", "CEmbedded", "CMalloc", "Glibc", "Synchronization", "WallChartStore",
        "WallChartWords",
      ]
    ),
    (
      "Sources/WallChartImport",
      [
        "ArgumentParser", "CXML", "CZip", "Glibc", "Synchronization", "WallChartStore",
        "WallChartWords",
      ]
    ),
  ]

  @Test("A room imports only what its rule allows", arguments: allowed)
  func imports(folder: String, allowed: Set<String>) throws {
    let files = try Sources.files(in: folder)
    #expect(!files.isEmpty)
    for file in files {
      for name in Self.imports(of: file.text) {
        #expect(allowed.contains(name), "\(folder)/\(file.path) imports \(name)")
      }
    }
  }

  @Test("Only the terminal's own files speak to ncurses")
  func onlyTheTerminalSpeaksToNcurses() throws {
    let files = try Sources.files(in: "Sources").filter {
      Self.imports(of: $0.text).contains("CNcurses")
    }
    #expect(!files.isEmpty)
    for file in files { #expect(file.path.hasPrefix("WallChart/Shell/CursesTerminal")) }
  }

  @Test("Only the templates speak to Mustache")
  func onlyTemplatesSpeakToMustache() throws {
    let files = try Sources.files(in: "Sources").filter {
      Self.imports(of: $0.text).contains("Mustache")
    }
    #expect(files.map(\.path) == ["WallChart/Reports/Templates/Template.swift"])
  }

  @Test("Only the import's workbooks speak to libzip and libxml2", arguments: ["CXML", "CZip"])
  func onlyWorkbooksSpeakTo(library: String) throws {
    let files = try Sources.files(in: "Sources").filter {
      Self.imports(of: $0.text).contains(library)
    }
    #expect(files.count == 1)
    for file in files { #expect(file.path.hasPrefix("WallChartImport/Tables/Workbooks/")) }
  }

  @Test("The core names no cell, no frame and no colour; the screen changes no state")
  func coreAndScreen() throws {
    let core = try Sources.text(ofFolder: "Sources/WallChart/Core")
    for word in ["Frame", "Cell(", "Role."] { #expect(!core.contains(word), "\(word)") }
    // The names of themes are no colours.
    #expect(!core.contains(/\bTheme\b/))
    let screen = try Sources.files(in: "Sources/WallChart/Screen").filter {
      $0.text.contains("extension State")
    }
    for file in screen { #expect(!file.text.contains("mutating func"), "\(file.path)") }
  }

  /// Words that nobody is told: what lists say themselves is read, lines break beside signs,
  /// commands are typed, and what mdoc(7) is told begins with a stop.
  private static func isNotSaid(_ literal: Literal, in path: String) -> Bool {
    [
      "WallChartImport/Lists/", "WallChartImport/Tables/", "WallChartWords/CSVText",
      "WallChart/Core/CellWidth+Wrapping",
    ].contains(where: path.hasPrefix)
      || literal.text.hasPrefix("wallchart ") || literal.text.hasPrefix(".")
  }

  @Test("No words stand in the code that a person is shown: they come from Resources")
  func noSentences() throws {
    for folder in ["WallChart", "WallChartImport", "WallChartStore", "WallChartWords"] {
      for file in try Sources.files(in: "Sources/" + folder) {
        let path = folder + "/" + file.path
        for literal in Literals.all(in: file.text)
        where literal.saysWords && !Self.isNotSaid(literal, in: path) {
          Issue.record("\(path):\(literal.line): \"\(literal.text)\"")
        }
      }
    }
  }

  @Test(
    "Words in the code are found",
    arguments: [
      "say(\"Nothing was changed\")", "let name = cut(\"saved.\", 3)",
      "x(\"\\(n) of \\(total) tasks\")",
      "a(\"任务\")", "\"\"\"\nSeveral words here\n\"\"\"",
    ])
  func wordsAreFound(code: String) {
    #expect(Literals.all(in: code).contains { $0.saysWords })
  }

  @Test(
    "Other literals, and comments, are no words",
    arguments: [
      "x(\"BS-04\")", "path + \"/chart.json\" // as people write it", "/// \"one two three\"",
      "\"[\\(a)] \\(b)\"",
    ])
  func otherLiterals(code: String) {
    #expect(!Literals.all(in: code).contains { $0.saysWords })
  }

  @Test("The code is formatted as the committed rules say")
  func formatted() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "format", "lint", "--strict", "-r", "Sources", "Tests", "Package.swift",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: Seeds.root)
    let output = Pipe()
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }

  private static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 2, place + 1 < words.count,
        line.first != " "
      else { return nil }
      return String(words[place + 1])
    }
  }
}
