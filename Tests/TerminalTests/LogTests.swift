import Foundation
import Testing

/// `wallchart log`, as a person at a shell and a script use it.
@Suite struct LogTests {
  /// Marks by two people, a report and a note.
  private func desk() throws -> Desk {
    let desk = try Desk()
    for arguments in [
      ["mark", "BS-01", desk.chart, "--as", "Zhao Li", "--unit", "jinpu"],
      ["report", "BS-03", desk.chart, "--count", "6", "--as", "Wang"],
      ["note", "CW-01/1", desk.chart, "--text", "phoned", "--as", "Wang", "--on", "2020-07-28"],
    ] { #expect(try desk.begin(arguments).waitForEnd() == .exit(0)) }
    return desk
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func `It prints who said what, newest first, in both languages`() throws {
    let desk = try desk()
    let log = try desk.run("log", desk.chart)
    #expect(log.ending == .exit(0))
    let said = lines(log.text)
    #expect(said.count == 3)
    #expect(said[0].contains("CW-01 Sewers of Malan river · Wang: Survey: note: phoned"))
    #expect(said[1].contains("Wang: report: 6 of 12 sites done"))
    #expect(
      said[2].contains("BS-01 Shut down 4 small boilers · Zhao Li (Jinpu): Notice issued: met"))
    let chinese = try desk.run("log", desk.chart, "--lang", "zh", "--task", "BS-01")
    #expect(lines(chinese.text).count == 1)
    #expect(chinese.text.contains("Zhao Li（金普）：通告下发：完成"))
    let plain = try desk.start("log", desk.chart, with: ["LC_ALL": "C"])
    #expect(try plain.waitForEnd() == .exit(0))
    #expect(!plain.receivedText.contains("·"))
  }

  @Test func `It is narrowed by task, unit, person and day, and says when nothing is left`() throws
  {
    let desk = try desk()
    for (options, count) in [
      (["--task", "CW-01"], 1), (["--responsible", "jinpu"], 2), (["--person", "wang"], 2),
      (["--responsible", "jinpu", "--person", "wang"], 1), (["--since", "2020-07-31"], 3),
    ] {
      let log = try desk.begin(["log", desk.chart] + options)
      #expect(try log.waitForEnd() == .exit(0))
      #expect(lines(log.receivedText).count == count, "\(options)")
    }
    let none = try desk.run("log", desk.chart, "--until", "2020-07-31")
    #expect(none.ending == .exit(0))
    #expect(none.text.contains("wallchart: ") && none.text.contains(": no entries that fit."))
    #expect(try desk.run("log", desk.chart, "--as-of", "2020-07-30").text.contains("phoned"))
    #expect(lines(try desk.run("log", desk.chart, "--as-of", "2020-07-30").text).count == 1)
  }

  @Test func `For scripts it is an object a line, as in the ledger and with what is known`() throws
  {
    let desk = try desk()
    #expect(try desk.run("mark", "BS-01/1", desk.chart, "--undo").ending == .exit(0))
    let log = try desk.run("log", desk.chart, "--json")
    let objects = try lines(log.text).map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["kind"] as? String } == ["undo", "note", "report", "met"])
    #expect(objects.map { $0["takenBack"] as? Bool } == [false, false, false, true])
    #expect(objects[2]["count"] as? Int == 6)
    #expect(objects[1]["id"] as? String == (try desk.ledger())[2].id)
  }

  @Test func `The unit may be said by the beginning of its name, here and when the chart is shown`()
    throws
  {
    let desk = try desk()
    for command in ["log", "show"] {
      let whole = try desk.run(command, desk.chart, "--responsible", "jinpu")
      #expect(whole.ending == .exit(0))
      for name in ["jin", "金普新", "Jinpu New"] {
        #expect(try desk.run(command, desk.chart, "--responsible", name).text == whole.text)
      }
    }
  }

  @Test func `What is not there is refused, not shown as nothing`() throws {
    let desk = try desk()
    for (options, text, code) in [
      (["--task", "XX-1"], "no task has the id \"XX-1\"", 65),
      (
        ["--responsible", "mars"],
        "--responsible: no unit of this chart is called \"mars\". It has: Jinpu, Shahekou, Ecology.",
        64
      ),
      (["--since", "whenever"], "\"whenever\" is not understood", 64),
    ] {
      let log = try desk.begin(["log", desk.chart] + options)
      #expect(try log.waitForEnd() == .exit(Int32(code)), "\(options)")
      #expect(log.receivedText.contains(text), "\(log.receivedText)")
    }
  }
}
