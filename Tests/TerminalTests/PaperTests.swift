import Foundation
import Testing

/// `wallchart minutes` and `wallchart bulletin`, as a clerk at a shell uses them.
@Suite struct PaperTests {
  @Test func `A bulletin is printed as things stand, and one without a number is a draft`() throws {
    let desk = try Desk()
    let draft = try desk.run("bulletin", desk.chart)
    #expect(draft.ending == .exit(0))
    for line in [
      "# Dalian 2020: the battle against pollution, dispatch bulletin (draft, without a number)",
      "- As of Fri 31 Jul 2020", "## 4. Overdue tasks",
    ] { #expect(draft.text.contains(line), "\(draft.text)") }
    let chinese = try desk.run("bulletin", desk.chart, "--lang", "zh")
    #expect(chinese.text.contains("# 大连市2020年污染防治攻坚战调度通报（"))
    // What was not issued has no number.
    let missing = try desk.run("bulletin", desk.chart, "--number", "99")
    #expect(missing.ending == .exit(66))
    #expect(missing.text.contains("bulletin No. 99 has not been issued on this chart."))
    #expect(!missing.text.contains("#"))
    let later = try desk.run("bulletin", desk.chart, "--as-of", "2020-08-31", "--rhythm", "monthly")
    #expect(later.text.contains("- As of Mon 31 Aug 2020"))
    #expect(later.text.contains("the next one is due on Wed 30 Sep 2020"))
  }

  @Test func `A bulletin is printed as a page, for Excel and for programs, and the help says so`()
    throws
  {
    let desk = try Desk()
    let page = try desk.answer(["bulletin", desk.chart, "--format", "html", "--lang", "zh"])
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<html lang=\"zh\">"))
    let sheet = try desk.answer(["bulletin", desk.chart, "--format", "csv"])
    #expect(sheet.unicodeScalars.first == "\u{FEFF}")
    #expect(sheet.unicodeScalars.suffix(2).elementsEqual("\r\n".unicodeScalars))
    let json = try JSONSerialization.jsonObject(
      with: Data(try desk.answer(["bulletin", desk.chart, "--format", "json"]).utf8))
    #expect((json as? [String: Any])?["format"] as? String == "wallchart-bulletin/1")
    let help = try desk.answer(["bulletin", "--help"])
    for word in ["html", "csv", "json", "--template", "--print-template"] {
      #expect(help.contains(word), "\(word)")
    }
  }

  @Test func `An office copies the template, changes it and prints with it`() throws {
    let desk = try Desk()
    let own = try desk.answer(["bulletin", "--print-template"])
      .replacingOccurrences(of: "\r\n", with: "\n")
    try desk.write(own, to: "own.mustache")
    let same = try desk.answer([
      "bulletin", desk.chart, "--template", desk.folder + "/own.mustache",
    ])
    #expect(same == (try desk.answer(["bulletin", desk.chart])))
    try desk.write(
      "{{% CONTENT_TYPE:TEXT}}\r\n{{chart}}: {{totals.red}} of {{totals.tasks}} red\r\n",
      to: "own.mustache")
    let changed = try desk.answer(
      ["bulletin", desk.chart, "--template", desk.folder + "/own.mustache"])
    #expect(changed.hasPrefix("Dalian 2020: the battle against pollution: "))
    #expect(changed.contains(" red"))
    // A fault is told with its place; a format without a template takes none.
    try desk.write(
      "{{% CONTENT_TYPE:MARKDOWN}}\n{{#document}}\n{{/documents}}\n", to: "own.mustache")
    let broken = try desk.run(
      "bulletin", desk.chart, "--template", desk.folder + "/own.mustache")
    #expect(broken.ending == .exit(65))
    #expect(broken.text.contains("own.mustache:3:"), "\(broken.text)")
    let none = try desk.run("bulletin", desk.chart, "--format", "csv", "--print-template")
    #expect(none.ending == .exit(64))
    let missing = try desk.run("bulletin", desk.chart, "--template", desk.folder + "/no.mustache")
    #expect(missing.ending == .exit(66))
    #expect(missing.text.contains("no.mustache: the template cannot be read"), "\(missing.text)")
    #expect(!missing.text.contains("Nothing was changed"))
    let folder = try desk.run("bulletin", desk.chart, "--template", desk.folder)
    #expect(folder.ending == .exit(66))
    #expect(folder.text.contains("this is a folder"), "\(folder.text)")
    let show = try desk.run("show", desk.chart, "--print-template")
    #expect(show.ending == .exit(64))
    #expect(show.text.contains("go with html."), "\(show.text)")
  }

  @Test func `A template for something else is not filled in silently`() throws {
    let desk = try Desk()
    let own = desk.folder + "/own.mustache"
    let head = "{{% CONTENT_TYPE:HTML}}\n"
    let page = ["show", desk.chart, "--format", "html"]
    for (text, arguments, code, sentence) in [
      (
        "{{% CONTENT_TYPE:MARKDOWN}}\n# {{chart}}\n",
        ["bulletin", desk.chart, "--format", "html"], 65,
        "own.mustache:1:1: this template is for md, and html was asked for."
      ),
      (
        "<p>{{chart}}</p>\n", ["minutes", "--format", "html"], 65,
        "must be {{% CONTENT_TYPE:HTML}}."
      ),
      (head + "{{#plots}}{{/plots}}\n", page, 65, "own.mustache: this template prints nothing"),
      (
        head + "<p>{{title}}</p>{{document}}\n", page, 1,
        "own.mustache:2:17: \"{{document}}\" stands for nothing here; see page.schema.json."
      ),
      (
        "{{% CONTENT_TYPE:TEXT}}\n{{chart}} {{totlas.red}}\n", ["bulletin", desk.chart], 1,
        "own.mustache:2:11: \"{{totlas.red}}\" stands for nothing here; see bulletin.schema.json."
      ),
    ] {
      try desk.write(text, to: "own.mustache")
      let session = try desk.begin(arguments + ["--template", own])
      #expect(try session.waitForEnd() == .exit(Int32(code)))
      #expect(session.receivedText.contains(sentence), "\(session.receivedText)")
      if code == 1 { #expect(session.receivedText.contains("Dalian 2020")) }
    }
  }

  @Test func `What a meeting left in the folder is printed again, whatever was marked since`()
    throws
  {
    let desk = try Desk()
    let session = try desk.open()
    session.press("m")
    try session.wait(for: "Which meeting?")
    session.press("2")
    try session.wait(for: "1 of 3", inRow: 1)
    try session.waitUntilSaved()
    session.press(.space)
    try session.waitUntilSaved()
    #expect(
      try desk.run("minutes", desk.chart).text.contains("the meeting is not closed yet"))
    session.press("G", .enter)
    try session.wait(for: "tasks discussed")
    session.press(.enter)
    try session.wait(for: "bulletin no.")
    session.press("2")
    try session.wait(for: "minutes/2020-07-31-weekly", inRow: 23)
    try session.quit()
    #expect(
      try desk.begin(["mark", "CW-01", desk.chart, "--as", "Wang"]).waitForEnd() == .exit(0))
    for (file, command) in [
      ("minutes/2020-07-31-weekly", ["minutes", desk.chart]),
      ("bulletins/1", ["bulletin", desk.chart, "--number", "1"]),
    ] {
      let kept = try String(contentsOfFile: desk.chart + "/\(file).md", encoding: .utf8)
      let printed = try desk.answer(command).replacingOccurrences(of: "\r\n", with: "\n")
      #expect(printed == kept)
      #expect(kept.contains("BS-01"))
    }
  }

  @Test func `Minutes that are not in the folder come before those of a meeting begun since`()
    throws
  {
    let desk = try Desk()
    let session = try desk.open()
    session.press("m")
    try session.wait(for: "Which meeting?")
    session.press("2")
    try session.wait(for: "1 of 3", inRow: 1)
    try session.waitUntilSaved()
    session.press("G", .enter, .enter)
    try session.wait(for: "bulletin no.")
    session.press(.enter)
    try session.wait(for: "minutes/2020-07-31-weekly", inRow: 23)
    session.press("m")
    try session.wait(for: "Which meeting?")
    session.press("3")
    try session.wait(for: "1 of ", inRow: 1)
    try session.waitUntilSaved()
    session.press("q")
    try session.quit()
    let open = try desk.run("minutes", desk.chart)
    #expect(open.text.contains("minutes of the monthly scheduling meeting"))
    try FileManager.default.removeItem(atPath: desk.chart + "/minutes/2020-07-31-weekly.md")
    let due = try desk.run("minutes", desk.chart)
    #expect(due.text.contains("are not in the folder yet and come first"))
    #expect(due.text.contains("minutes of the weekly scheduling meeting"))
  }

  @Test func `Where no meeting was closed there are no minutes, and that is said`() throws {
    let desk = try Desk()
    let none = try desk.run("minutes", desk.chart)
    #expect(none.ending == .exit(66))
    #expect(none.text.contains("no meeting of that kind has been closed on this chart."))
  }

  @Test func `What cannot be meant is refused with what can`() throws {
    let desk = try Desk()
    for (arguments, text) in [
      (["bulletin", desk.chart, "--number", "0"], "\"0\" is no number of a bulletin"),
      (["bulletin", desk.chart, "--number", "1", "--rhythm", "monthly"], "goes with no --rhythm"),
      (
        ["bulletin", desk.chart, "--number", "1", "--as-of", "2020-08-31"], "goes with no --rhythm"
      ),
      (
        ["bulletin", desk.chart, "--number", "1", "--since", "2020-07-01"], "goes with no --rhythm"
      ),
      (["bulletin", desk.chart, "--rhythm", "hourly"], "is not one of: daily, weekly, monthly."),
      (["minutes", desk.chart, "--rhythm", "hourly"], "is not one of: daily, weekly, monthly."),
      (["bulletin", desk.chart, "--since", "2020-07-31"], "31 Jul 2020 is not before the day"),
    ] {
      let session = try desk.begin(arguments)
      #expect(try session.waitForEnd() == .exit(64), "\(arguments)")
      #expect(session.receivedText.contains(text), "\(session.receivedText)")
    }
  }
}
