import Foundation
import Testing

@testable import WallChartImport

/// Another program that reads such files, written by other people.
@Suite("Lists against Python's csv module")
struct PythonTests {
  /// A made-up file: its bytes, and what both readers are told of it.
  private struct Made {
    var bytes: [UInt8]
    var separator: Separator
    var encoding: String
  }

  private static let encodings = [
    (mark: [], ours: "utf-8", python: "utf-8"),
    (mark: [0xEF, 0xBB, 0xBF], ours: "utf-8", python: "utf-8-sig"),
    (mark: [], ours: "gb18030", python: "gb18030"),
    (mark: [0xFF, 0xFE] as [UInt8], ours: "utf-16le", python: "utf-16"),
  ]

  /// Reads every file named on its input and prints all cells of all rows as JSON.
  private static let reader = """
    import csv, json, sys
    csv.field_size_limit(1 << 30)
    for line in sys.stdin:
        name, encoding, separator = json.loads(line)
        with open(name, encoding=encoding, newline="") as file:
            rows = csv.reader(file, delimiter=separator, strict=True)
            print(json.dumps([row for row in rows if any(row)]))
    """

  @Test("Five hundred files of every kind have the same cells in both")
  func sameCells() throws {
    let session = try ImportSession()
    var dice = Dice(seed: 20_200_731)
    var asked: [UInt8] = []
    var ours: [[[String]]] = []
    for number in 0..<500 {
      let made = Self.make(&dice)
      let path = try session.save("\(number).csv", bytes: made.bytes)
      let encoding = Self.encodings.first { $0.python == made.encoding }?.ours ?? ""
      let table = TableFile.table(
        made.bytes, file: path,
        TableFile.Options(encoding: TextEncoding(named: encoding), separator: made.separator))
      #expect(table.findings == [], "\(number)")
      ours.append(table.rows.map { $0.cells.map(\.text) })
      let sign = String(decoding: [made.separator.byte], as: UTF8.self)
      asked += try JSONEncoder().encode([path, made.encoding, sign]) + [10]
    }
    let theirs = try Self.pythonReads(asked, in: session)
    #expect(theirs.count == 500)
    func bytes(_ rows: [[String]]) -> [[[UInt8]]] { rows.map { $0.map { Array($0.utf8) } } }
    for (number, (our, their)) in zip(ours, theirs).enumerated() {
      #expect(bytes(our) == bytes(their), "\(number)")
    }
    #expect(ours.joined().joined().count > 5000)
  }

  private static func make(_ dice: inout Dice) -> Made {
    let signs = [
      "a", "蓝", "1", " ", ",", ";", "\t", "\"", "\n", "\r\n", "\r", "é", "🏭", "=", "'", "\\", "|",
      "　",
    ]
    let separator = Separator.allCases[dice.roll(3)]
    let encoding = encodings[dice.roll(encodings.count)]
    let ends = ["\n", "\r\n", "\r"]
    let (end, quoting) = (dice.roll(4), dice.roll(4))
    let width = 1 + dice.roll(6)
    var text = ""
    let rows = 1 + dice.roll(8)
    for row in 0..<rows {
      var cells: [String] = []
      for _ in 0..<(dice.roll(8) == 0 ? 1 + dice.roll(7) : width) {
        let cell = (0..<dice.roll(7)).map { _ in signs[dice.roll(signs.count)] }.joined()
        let mustQuote = cell.utf8.contains { [10, 13, 34, separator.byte].contains($0) }
        let isQuoted = mustQuote || quoting == 3 || quoting > 0 && dice.roll(3) == 0
        let doubled = cell.replacingOccurrences(of: "\"", with: "\"\"", options: .literal)
        cells.append(isQuoted ? "\"" + doubled + "\"" : cell)
      }
      text += cells.joined(separator: String(decoding: [separator.byte], as: UTF8.self))
      if row < rows - 1 || dice.roll(2) == 0 { text += ends[end == 3 ? dice.roll(3) : end] }
    }
    return Made(
      bytes: encoding.mark + (text.isEmpty ? [] : encoded(text, encoding.ours)),
      separator: separator, encoding: encoding.python)
  }

  private static func pythonReads(
    _ asked: [UInt8], in session: ImportSession
  ) throws -> [[[String]]] {
    let list = try session.save("asked", bytes: asked)
    let python = Process()
    let answers = Pipe()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", reader]
    python.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: list))
    python.standardOutput = answers
    try python.run()
    let lines = answers.fileHandleForReading.readDataToEndOfFile().split(separator: 10)
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    return try lines.map { try JSONDecoder().decode([[String]].self, from: Data($0)) }
  }
}
