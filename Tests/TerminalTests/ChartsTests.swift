import Foundation
import Testing

/// Several charts on one machine: which opens, and going over to another.
@Suite struct ChartsTests {
  /// A machine on which two charts were opened, the second one last.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write(
      Plan.campaign.replacingOccurrences(of: "Dalian 2020: the battle", with: "Bay 2021: works")
        .replacingOccurrences(of: "2020-", with: "2021-"), to: "bay/chart.json")
    try desk.open().quit()
    try openBay(desk).quit()
    return desk
  }

  private func openBay(_ desk: Desk) throws -> TerminalSession {
    let session = try desk.start(desk.folder + "/bay")
    try session.wait("the chart") { session.isChartShown }
    return session
  }

  @Test func `With several known it asks which, and Enter opens the last one`() throws {
    let desk = try desk()
    let session = try desk.start()
    try session.wait(for: "Chart:", inRow: 23)
    #expect(session.display.row(21).contains("Bay 2021: works against pollution"))
    #expect(session.display.row(21).contains("/bay"))
    #expect(session.display.row(22).contains("Dalian 2020: the battle against pollution"))
    session.press(.enter)
    try session.wait("the chart") { session.isChartShown }
    #expect(session.display.row(0).hasPrefix(" Bay 2021"))
    #expect(try session.quit() == .exit(0))
  }

  @Test func `Typing narrows, and the chosen one opens under its own title`() throws {
    let desk = try desk()
    let session = try desk.start()
    try session.wait(for: "Chart:", inRow: 23)
    session.press("dalian", .enter)
    try session.wait("the other chart") {
      session.isChartShown && session.display.row(0).hasPrefix(" Dalian 2020")
    }
    #expect(session.display.title == "Dalian 2020: the battle against pollution")
    session.press(.space)
    try session.waitUntilSaved()
    #expect(try desk.ledger().count == 1)
    try session.quit()
    // From now on it is the last one.
    let next = try desk.start()
    try next.wait(for: "Chart:", inRow: 23)
    #expect(next.display.row(0).hasPrefix(" Dalian 2020"))
    next.press(.escape)
    try next.wait("the chart") { next.isChartShown }
    #expect(try next.quit() == .exit(0))
  }

  @Test func `In the running program o and Enter go back and forth between two charts`() throws {
    let desk = try desk()
    let session = try openBay(desk)
    for title in ["Dalian 2020", "Bay 2021", "Dalian 2020"] {
      session.press("o")
      try session.wait(for: "Chart:", inRow: 23)
      session.press(.enter)
      try session.wait(title) {
        session.isChartShown && session.display.row(0).hasPrefix(" " + title)
      }
    }
    session.press(.space)
    try session.waitUntilSaved()
    #expect(try desk.ledger().count == 1)
    #expect(try session.quit() == .exit(0))
    #expect(session.isRestored)
  }

  @Test func `What another office marks in the chart that was gone over to appears`() throws {
    let desk = try desk()
    let session = try openBay(desk)
    session.press("o")
    try session.wait(for: "Chart:", inRow: 23)
    session.press(.enter)
    try session.wait(for: "Dalian 2020", inRow: 0)
    #expect(try desk.run("mark", "BS-01/3", desk.chart).ending == .exit(0))
    try session.wait("the other's mark") { session.display.text.contains("✓30") }
  }

  @Test func `A chart that is gone is listed as such, and choosing it says so`() throws {
    let desk = try desk()
    try FileManager.default.removeItem(atPath: desk.chart)
    let session = try openBay(desk)
    session.press("o")
    try session.wait(for: "not there now", inRow: 22)
    session.press(.end, .enter)
    try session.wait(for: "Not opened: not there now", inRow: 23)
    #expect(session.display.row(0).hasPrefix(" Bay 2021"))
    session.press(.space)
    try session.waitUntilSaved()
  }

  @Test func `Named, projected, scripted or with one chart alone it asks nothing`() throws {
    let desk = try desk()
    let projector = try desk.start("--projector")
    try projector.wait(for: "Bay 2021")
    #expect(!projector.display.text.contains("Chart:"))
    projector.press("q")
    try projector.waitForEnd()
    let named = try desk.open()
    #expect(named.display.row(0).hasPrefix(" Dalian"))
    try named.quit()
    try desk.write("j", to: "home/keys")
    let scripted = try desk.run("open", "--script", "keys")
    #expect(scripted.ending == .exit(0))
    #expect(!scripted.text.contains("Chart:"))
    let piped = try desk.start(output: "/dev/null")
    #expect(try piped.waitForEnd() == .exit(64))
  }

  @Test func `A list of charts that is damaged is passed over`() throws {
    for text in ["", "{", #"{"charts": [{"path": 1}]}"#, "\u{FEFF}", "[]"] {
      let desk = try desk()
      try desk.write(text, to: "state/wallchart/opened.json")
      let session = try openBay(desk)
      #expect(try session.quit() == .exit(0))
      let next = try desk.start()
      try next.wait("the chart") { next.isChartShown }
      #expect(next.display.row(0).hasPrefix(" Bay 2021"))
    }
  }

  @Test func `A chart opens as it was left: filter, order, folds and columns`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("ss")
    session.press("v", "f")
    try session.wait(for: "Show only:", inRow: 23)
    session.press("7")
    session.waitUntilQuiet()
    session.press("j", "Z")
    session.waitUntilQuiet()
    session.press("k")
    session.waitUntilQuiet()
    let rows = session.display.rows.dropLast()
    // q would first take the filter away.
    session.press("\u{3}")
    _ = try session.waitForEnd()
    let next = try desk.open()
    #expect(Array(next.display.rows.dropLast()) == Array(rows))
    #expect(next.display.row(0).contains("by standing"))
    next.press("\u{3}")
    _ = try next.waitForEnd()
    // A projector, one battle and a chart for looking only show all of it, and leave it as it was.
    for option in [["--read-only"], ["--battle", "BS"]] {
      let other = try desk.start(desk.chart, option[0], option.count > 1 ? option[1] : "--mouse")
      try other.wait("the chart") { other.isChartShown }
      #expect(!other.display.row(0).contains("by standing"), "\(option)")
      other.press("\u{3}")
      _ = try other.waitForEnd()
    }
    #expect(Array(try desk.open().display.rows.dropLast()) == Array(rows))
  }
}
