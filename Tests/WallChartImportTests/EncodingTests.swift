import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Lists in other encodings")
struct EncodingTests {
  private static let list = "编号,任务名称\n一,取缔燃煤锅炉\n"
  private static let rows = ["编号|任务名称", "一|取缔燃煤锅炉"]

  /// A file, the encoding a person names, and what is stated of it.
  static let readable: [(description: String, file: [UInt8], named: String?, stated: String?)] = [
    ("UTF-8", Array(list.utf8), nil, nil),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(list.utf8), nil, nil),
    ("UTF-8, named", [0xEF, 0xBB, 0xBF] + Array(list.utf8), "utf8", nil),
    ("UTF-16LE with a mark", [0xFF, 0xFE] + encoded(list, "UTF-16LE"), nil, "UTF-16LE"),
    ("UTF-16BE with a mark", [0xFE, 0xFF] + encoded(list, "UTF-16BE"), nil, "UTF-16BE"),
    (
      "UTF-16LE with a mark, named", [0xFF, 0xFE] + encoded(list, "UTF-16LE"), "utf-16le",
      "UTF-16LE"
    ),
    ("UTF-16LE without a mark, named", encoded(list, "UTF-16LE"), "utf-16le", "UTF-16LE"),
    ("UTF-16 of either order", [0xFE, 0xFF] + encoded(list, "UTF-16BE"), "UTF-16", "UTF-16BE"),
    ("UTF-16 of the machine's order", encoded(list, "UTF-16LE"), "UTF-16", "UTF-16"),
    ("UTF-32LE", [0xFF, 0xFE, 0, 0] + encoded(list, "UTF-32LE"), nil, "UTF-32LE"),
    ("UTF-32BE", [0, 0, 0xFE, 0xFF] + encoded(list, "UTF-32BE"), nil, "UTF-32BE"),
    ("GB18030", encoded(list, "GB18030"), nil, "GB18030"),
    ("GB18030, named as GBK", encoded(list, "GB18030"), "gbk", "GBK"),
  ]

  @Test("A list is read in its encoding, which is stated unless it is UTF-8")
  func reading() {
    for example in Self.readable {
      var options = TableFile.Options()
      options.encoding = example.named.flatMap { TextEncoding(named: $0) }
      let table = TableFile.table(example.file, file: "list.csv", options)
      let rows = table.rows.map { $0.cells.map(\.text).joined(separator: "|") }
      #expect(rows == Self.rows, "\(example.description)")
      #expect(table.findings == [], "\(example.description)")
      #expect(
        table.remarks == (example.stated.map { [.encoding($0)] } ?? []), "\(example.description)")
    }
  }

  @Test("Other encodings of the C library are read when they are named")
  func named() {
    for (text, encoding) in [
      ("編號,責任單位", "big5"), ("Nº,Région", "windows-1252"), ("Номер,Срок", "koi8-r"),
      ("番号,期限", "shift_jis"), ("番号,期限", "iso-2022-jp"), ("번호,기한", "cp949"),
    ] {
      let options = TableFile.Options(encoding: TextEncoding(named: encoding))
      let table = TableFile.table(encoded(text, encoding), file: "list.csv", options)
      #expect(table.rows.map { $0.cells.map(\.text).joined(separator: ",") } == [text])
      #expect(table.remarks == [.encoding(encoding.uppercased())])
    }
  }

  @Test("Characters of four bytes in GB18030, and all of a large file")
  func large() {
    let line = "编号𠮷,任务名称㐀、责任单位é\n"
    let text = String(repeating: line, count: 20_000)
    let table = TableFile.table(encoded(text, "GB18030"), file: "list.csv")
    #expect(table.rows.count == 20_000)
    #expect(table.rows.last?.cells.map(\.text) == ["编号𠮷", "任务名称㐀、责任单位é"])
    #expect(table.labels(of: [text.utf8.count - 1]) == ["list.csv:20000:16"])
  }

  private static let header = "id,battle,title_zh,unit_zh,deadline\n"
  private static let chinese =
    header + "T-1,蓝天,取缔燃煤锅炉十一台,沙河口区,2020-10-31\nT-2,碧水,整治污水管网,甘井子区,2020-11-30\n"

  /// `chinese` in GB18030 with the bytes before `text` damaged.
  private static func damaged(_ encoding: String, by bytes: [UInt8], before text: String)
    -> [UInt8]
  {
    let cut = chinese.components(separatedBy: text)
    return encoded(cut[0], encoding) + bytes + encoded(text + cut[1], encoding)
  }

  /// A file, options, and all that is said.
  static let refused: [(description: String, file: [UInt8], options: [String], says: [String])] = [
    (
      "a damaged byte in UTF-8", damaged("UTF-8", by: [0xB6], before: "管网"), [],
      [
        "list.csv:3:12: the bytes B6 E7 are no text in UTF-8. Correct the text here, or name the "
          + "file's encoding with --encoding."
      ]
    ),
    (
      "a damaged byte in GB18030", damaged("GB18030", by: [0xFF], before: "管网"), [],
      [
        "list.csv:3:12: the bytes FF B9 are no text in GB18030. Correct the text here, or name the "
          + "file's encoding with --encoding.", "Text read as GB18030.",
      ]
    ),
    (
      "GB18030 torn off inside a character", Array(encoded(chinese, "GB18030").prefix(52)), [],
      [
        "list.csv:2:11: the bytes C3 are no text in GB18030. Correct the text here, or name the "
          + "file's encoding with --encoding.", "Text read as GB18030.",
      ]
    ),
    (
      "Latin letters of Windows, some of which are pairs of GB18030",
      encoded(header + "T-1,Montréal,Été à Genève,Québec,2020-10-31\n", "WINDOWS-1252"), [],
      [
        "list.csv:2:10: the bytes E9 61 are not UTF-8, and in GB18030 the file does not read as "
          + "Chinese. Save the list as CSV (UTF-8), or name its encoding, such as --encoding "
          + "gb18030 or windows-1252."
      ]
    ),
    (
      "Korean, all of which are pairs of GB18030",
      encoded(header + "T-1,대기,석탄 보일러 폐쇄 계획,중앙 행정 기관,2020-10-31\n", "EUC-KR"), [],
      [
        "list.csv:2:5: the bytes B4 EB are not UTF-8, and in GB18030 the file does not read as "
          + "Chinese. Save the list as CSV (UTF-8), or name its encoding, such as --encoding "
          + "gb18030 or windows-1252."
      ]
    ),
    (
      "Big5", encoded(header + "T-1,環境,取締燃煤鍋爐整治污水,責任單位,2020-10-31\n", "BIG5"), [],
      [
        "list.csv:2:5: the bytes C0 F4 are not UTF-8, and in GB18030 the file does not read as "
          + "Chinese. Save the list as CSV (UTF-8), or name its encoding, such as --encoding "
          + "gb18030 or windows-1252."
      ]
    ),
    (
      "UTF-16 without a mark", encoded(chinese, "UTF-16LE"), [],
      [
        "list.csv:1:1: this looks like UTF-16LE without a byte order mark. If it is, add "
          + "--encoding UTF-16LE; else save the list as CSV (UTF-8)."
      ]
    ),
    (
      "UTF-16 of the other order without a mark", encoded(chinese, "UTF-16BE"), [],
      [
        "list.csv:1:1: this looks like UTF-16BE without a byte order mark. If it is, add "
          + "--encoding UTF-16BE; else save the list as CSV (UTF-8)."
      ]
    ),
    (
      "UTF-16 torn off", [0xFF, 0xFE] + encoded(chinese, "UTF-16LE").dropLast(), [],
      [
        "list.csv:3:30: the bytes 0A are no text in UTF-16LE. Correct the text here, or name the "
          + "file's encoding with --encoding.", "Text read as UTF-16LE.",
      ]
    ),
    (
      "a surrogate alone", [0xFF, 0xFE] + encoded("蓝", "UTF-16LE") + [0, 0xDC, 0x41, 0], [],
      [
        "list.csv:1:2: the bytes 00 DC are no text in UTF-16LE. Correct the text here, or name the "
          + "file's encoding with --encoding.", "Text read as UTF-16LE.",
      ]
    ),
    (
      "UTF-8 named as what it is not", Array(chinese.utf8), ["--encoding", "utf-16be"],
      [
        "list.csv:1:76: the bytes 0A are no text in UTF-16BE. Correct the text here, or name "
          + "the file's encoding with --encoding.", "Text read as UTF-16BE.",
      ]
    ),
    (
      "GB18030 named as UTF-8", encoded(chinese, "GB18030"), ["--encoding", "UTF-8"],
      [
        "list.csv:2:5: the bytes C0 B6 are no text in UTF-8. Correct the text here, or name the "
          + "file's encoding with --encoding."
      ]
    ),
    (
      "a mark and a name that differ", [0xEF, 0xBB, 0xBF] + Array(chinese.utf8),
      ["--encoding", "gb18030"],
      [
        "list.csv:1:1: by its byte order mark the file is UTF-8, but --encoding says GB18030. Leave "
          + "--encoding out."
      ]
    ),
    (
      "a surrogate in what should be UTF-8",
      damaged("UTF-8", by: [0xED, 0xA0, 0x80], before: "取缔"), [],
      [
        "list.csv:2:8: the bytes ED A0 are no text in UTF-8. Correct the text here, or name the "
          + "file's encoding with --encoding."
      ]
    ),
    (
      "zero bytes", Array((header + "T-1,Air,Close\u{0} it,North,2020-10-31\n").utf8), [],
      [
        "list.csv:2:14: a zero byte, which no text has. The file is damaged, or it is no list: "
          + "save it as CSV (UTF-8) again."
      ]
    ),
    (
      "nothing but zero bytes", [UInt8](repeating: 0, count: 4096), [],
      [
        "list.csv:1:1: a zero byte, which no text has. The file is damaged, or it is no list: "
          + "save it as CSV (UTF-8) again."
      ]
    ),
  ]

  @Test("Bytes that fit no encoding for sure are named at their place, never replaced")
  func refusing() throws {
    for example in Self.refused {
      let session = try ImportSession()
      let said = try session.sayings(example.file, example.options)
      #expect(
        said == example.says + ["1 finding: nothing was imported.", "exit 65"],
        "\(example.description)")
      #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
    }
  }

  @Test("A stated encoding is said with what was taken over; places are counted in the text")
  func stated() throws {
    let session = try ImportSession()
    #expect(
      try session.sayings(encoded(Self.chinese, "GB18030"))
        == ["2 tasks new, 2 units, 2 battles; 1 entry", "Text read as GB18030.", "exit 0"])
    #expect(
      try session.open("chart").chart.tasks.map { $0.title["zh"] } == ["取缔燃煤锅炉十一台", "整治污水管网"])
    let wrong = Self.chinese.replacingOccurrences(of: "2020-11-30", with: "11月底")
    #expect(
      try session.sayings(encoded(wrong, "GB18030")).first?
        .hasPrefix("list.csv:3:20 (row 2, column \"deadline\"): \"11月底\"") == true)
  }

  @Test(
    "A name that no encoding has, or that asks for letters to be replaced, ends with 64",
    arguments: ["klingon", "", "gb18030//IGNORE", "utf-8//TRANSLIT", "../gb", "gb\u{1B}18030"])
  func unknownName(_ name: String) throws {
    let session = try ImportSession()
    let shown = name.replacingOccurrences(of: "\u{1B}", with: "␛")
    #expect(
      try session.sayings(Array(Self.chinese.utf8), ["--encoding", name]) == [
        "wallchart-import: no encoding is known by the name \"\(shown)\". Use utf-8, utf-16le, "
          + "gb18030, gbk, windows-1252, big5 or another that iconv -l lists.", "exit 64",
      ])
  }

  @Test("Random bytes are refused or read, and every finding has a place in them")
  func randomBytes() {
    var dice = Dice(seed: 20_201_031)
    for _ in 0..<2000 {
      let alphabet: [UInt8] =
        dice.roll(2) == 0
        ? Array(0...255) : [34, 44, 59, 9, 10, 13, 0xC0, 0xB6, 0xE8, 0x93, 0x9D, 65]
      let bytes = (0..<dice.roll(60)).map { _ in alphabet[dice.roll(alphabet.count)] }
      let marks: [[UInt8]] = [[], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("PK\u{3}\u{4}".utf8)]
      let table = TableFile.table(marks[dice.roll(4)] + bytes, file: "list")
      #expect(table.labels(of: table.findings.map(\.place)).allSatisfy { $0.hasPrefix("list") })
    }
  }
}
