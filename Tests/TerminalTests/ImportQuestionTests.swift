import Foundation
import Testing

@Suite("The import on a terminal")
struct ImportQuestionTests {
  private static let list = """
    id,battle,title_zh,unit_zh,deadline
    A-1,蓝天,取缔燃煤锅炉,金普新区,2020-10-31
    A-2,蓝天,整治砂场,金普新区,2020-09-30

    """

  private func start(_ desk: Desk, _ language: String) throws -> TerminalSession {
    try desk.write(Self.list, to: "home/list.csv")
    return try desk.start(
      "list.csv", "--into", desk.chart, "--lang", language, program: Desk.importer)
  }

  @Test("It shows what it would write and asks; no leaves everything as it was")
  func no() throws {
    let desk = try Desk(nil)
    let session = try start(desk, "en")
    try session.wait(for: "Write this? [y/N]")
    #expect(session.display.text.contains("2 tasks new, 1 unit, 1 battle; 1 entry"))
    #expect(session.display.text.contains("A-1  取缔燃煤锅炉  金普新区  2020-10-31"))
    session.press("n", .enter)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.display.text.contains("Nothing was written."))
    #expect(!FileManager.default.fileExists(atPath: desk.chart))
  }

  @Test("Yes writes, in Chinese as well")
  func yes() throws {
    let desk = try Desk(nil)
    let session = try start(desk, "zh")
    try session.wait(for: "是否写入？[y/N]")
    session.press("y", .enter)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try desk.ledger().map(\.kind) == ["import"])
    #expect(session.isRestored)
  }

  @Test(
    "Yes typed in Chinese writes, in the character set of the terminal",
    .enabled(if: Locales.has("zh_CN.GB18030"), "the package locales is not installed"),
    arguments: ["GB18030", "UTF-8"])
  func yesInChinese(set: String) throws {
    let desk = try Desk(nil)
    if set != "UTF-8" {
      for (name, value) in Locales.variables("zh_CN.GB18030") { desk.environment[name] = value }
    }
    let session = try start(desk, "zh")
    let question = try #require(Locales.encoded("是否写入？[y/N]", set))
    try session.wait("the question") { session.received.firstRange(of: question) != nil }
    session.send(try #require(Locales.encoded("是\n", set)))
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try desk.ledger().map(\.kind) == ["import"])
  }

  @Test("The end of the input is no")
  func endOfInput() throws {
    let desk = try Desk(nil)
    let session = try start(desk, "en")
    try session.wait(for: "Write this? [y/N]")
    session.press(.control("d"))
    #expect(try session.waitForEnd() == .exit(0))
    #expect(!FileManager.default.fileExists(atPath: desk.chart))
  }

  @Test("With the list from a pipe, or the report into one, nobody is asked")
  func noTerminal() throws {
    let desk = try Desk(nil)
    try desk.write(Self.list, to: "home/list.csv")
    let session = try desk.start(
      "-", "--into", desk.chart, program: Desk.importer, input: desk.home + "/list.csv")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(!session.receivedText.contains("[y/N]"))
    #expect(try desk.ledger().map(\.kind) == ["import"])
  }
}
