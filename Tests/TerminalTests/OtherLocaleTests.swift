import Foundation
import Glibc
import Testing

/// What commands say at terminals that do not take UTF-8: no byte that they would obey, no text that
/// nobody can read, every column where it belongs.
@Suite struct OtherLocaleTests {
  /// Its second and third byte are, to a terminal of eight bits, the beginning of a sequence.
  private static let hostile = Plan.campaign.replacing("Shut down", with: "雛41m")
    .replacing("取缔", with: "雛41m")

  private static let commands = [
    ["show", "--plain"], ["show"], ["bulletin"], ["log"], ["check"], ["show", "--format", "json"],
    ["show", "--lang", "zh", "--plain"], ["bulletin", "--lang", "zh"], ["log", "--lang", "zh"],
    ["show", "雛41m"], ["mark", "雛41m", "--lang", "zh"], ["show", "--雛41m", "--lang", "zh"],
    ["--lang", "zh", "--help"], ["show", "--lang", "zh", "--width", "雛"],
  ]

  @Test(arguments: ["C", "POSIX", "zh_CN.nowhere", "de_DE.ISO-8859-1"])
  func `Where the locale has ASCII alone, no command sends anything else`(locale: String) throws {
    let desk = try Desk(Self.hostile)
    #expect(try desk.run("note", "BS-01", desk.chart, "--text", "雛41m").ending == .exit(0))
    desk.environment["WALLCHART_CHART"] = desk.chart
    let variables = Locales.variables(locale)
    for arguments in Self.commands {
      let session = try desk.begin(arguments, with: variables)
      try session.waitForEnd()
      let said = "\(arguments)"
      #expect(!session.received.isEmpty, "\(said)")
      #expect(session.received.allSatisfy { $0 < 0x7F && $0 != 0x1B }, "\(said)")
    }
    // A file is for other programs.
    let output = desk.folder + "/bulletin.md"
    #expect(FileManager.default.createFile(atPath: output, contents: nil))
    let session = try desk.start("bulletin", with: variables, output: output)
    try session.waitForEnd()
    #expect(try String(contentsOfFile: output, encoding: .utf8).contains("雛41m"))
  }

  @Test(
    .enabled(if: Locales.has("zh_CN"), "the package locales is not installed"),
    arguments: [["show"], ["show", "--plain"], ["bulletin"], ["open", "--help"], ["mark", "X"]])
  func `A locale whose name tells no character set has the one that the system says`(
    arguments: [String]
  ) throws {
    let desk = try Desk()
    desk.environment["WALLCHART_CHART"] = desk.chart
    let session = try desk.begin(arguments, with: Locales.variables("zh_CN"))
    try session.waitForEnd()
    let said = try #require(Locales.decoded(session.received, "GB2312"))
    #expect(said.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  @Test(arguments: [("zh_CN", "GB2312"), ("zh_CN.GBK", "GBK"), ("zh_TW.BIG5", "BIG5")])
  func `What the character set lacks keeps its columns`(locale: String, set: String) throws {
    guard Locales.has(locale) else { return }
    // A syllable of Korean is wide and in none of them.
    let desk = try Desk(Plan.campaign.replacing("取缔", with: "각각"))
    let session = try desk.begin(
      ["show", desk.chart, "--lang", "zh"], with: Locales.variables(locale))
    try session.waitForEnd()
    // In these sets a character has as many bytes as columns.
    let lines = session.received.split(separator: 10).filter { $0.contains(UInt8(ascii: "|")) }
    let places = lines.map { line in line.indices.filter { line[$0] == UInt8(ascii: "|") } }
      .enumerated().map { place, found in found.map { $0 - lines[place].startIndex } }
    #expect(places.count > 6)
    #expect(Set(places).count == 1, "\(places)")
    #expect(session.receivedText.contains("????"))
  }

  @Test func `Where a locale is not installed that is said, in words that can be read`() throws {
    let desk = try Desk()
    let variables = Locales.variables("zh_CN.nowhere")
    let session = try desk.open(with: variables)
    #expect(session.bottom.hasPrefix(" Locale zh_CN.nowhere is not installed"))
    #expect(session.display.text.contains("as of Fri 31 Jul 2020"))
    session.press("j")
    try session.wait(for: "Space mark", inRow: 23)
    #expect(try session.quit() == .exit(0))
    let log = try desk.begin(["log", desk.chart], with: variables)
    try log.waitForEnd()
    #expect(!log.receivedText.contains("?"))
    // Who asks for Chinese gets it.
    let asked = try desk.open("--lang", "zh", with: variables)
    #expect(!asked.display.text.contains("as of"))
    // So does a file.
    let output = desk.folder + "/chart.txt"
    #expect(FileManager.default.createFile(atPath: output, contents: nil))
    try desk.start("show", desk.chart, "--plain", with: variables, output: output).waitForEnd()
    #expect(try String(contentsOfFile: output, encoding: .utf8).contains("大连市"))
  }

  @Test func `A console without Chinese speaks English unless it is asked not to`() throws {
    let desk = try Desk()
    let variables: [String: String?] = ["TERM": "linux", "LC_ALL": nil, "LANG": "zh_CN.UTF-8"]
    let session = try desk.open(with: variables)
    #expect(session.bottom.hasPrefix(" . attention") || session.bottom.contains("Space mark"))
    let asked = try desk.open("--lang", "zh", with: variables)
    #expect(asked.bottom.hasPrefix(" A Linux console has no Chinese characters: use a window"))
    try desk.write(#"{"language": "zh"}"#, to: "config/wallchart/config.json")
    let set = try desk.open(with: variables)
    #expect(set.bottom.hasPrefix(" A Linux console has no Chinese characters"))
    // In a window the same locale is Chinese.
    let window = try desk.open(with: ["LC_ALL": nil, "LANG": "zh_CN.UTF-8"])
    #expect(window.display.text.contains("大连市"))
  }
}
