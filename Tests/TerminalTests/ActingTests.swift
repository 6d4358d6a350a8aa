import Foundation
import Testing

/// Who acts, and what they hand in, in the program itself.
@Suite struct ActingTests {
  @Test func `Who acts is asked once on a machine, and never again`() throws {
    let desk = try Desk(by: nil)
    let session = try desk.open()
    #expect(session.bottom.hasSuffix("k.wang?"))
    session.press(.space)
    try session.wait(for: "Who acts? Name: k.wang", inRow: 23)
    session.press(.enter)
    try session.wait(for: "k.wang acts for", inRow: 23)
    session.press("jinpu", .enter)
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.by) == ["k.wang"])
    try session.quit()
    let again = try desk.open(columns: 120)
    #expect(again.bottom.hasSuffix("k.wang (Jinpu)"))
    again.press("j", .space)
    try again.waitUntilSaved()
    #expect(try desk.ledger().count == 2)
    try again.quit()
  }

  @Test func `A unit of the settings that the chart does not have is told of with its place`()
    throws
  {
    let desk = try Desk()
    try desk.write("{\"mouse\": true,\n \"unit\": \"mars\"}", to: "config/wallchart/config.json")
    let refused = try desk.output(of: Desk.program, ["mark", "BS-01", desk.chart])
    #expect(refused.ending == 64)
    #expect(
      refused.text == """
        wallchart: \(desk.folder)/config/wallchart/config.json:2:10: no unit of this chart is \
        called "mars". It has: Jinpu, Shahekou, Ecology. --unit says another for once, --unit \
        "" none.

        """)
    // The screen opens all the same, and asks.
    let session = try desk.open()
    #expect(
      session.bottom.hasPrefix(
        #" config.json:2:10: no unit of this chart is called "mars". W says another."#))
    session.press(.space)
    try session.wait(for: "Who acts? Name: k.wang", inRow: 23)
    session.press(.enter)
    try session.wait(for: "k.wang acts for", inRow: 23)
    session.press("eco", .enter)
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.by) == ["k.wang"])
    try session.quit()
    desk.environment["WALLCHART_UNIT"] = "venus"
    let other = try desk.output(of: Desk.program, ["mark", "BS-02", desk.chart])
    #expect(
      other.text.hasPrefix(#"wallchart: WALLCHART_UNIT: no unit of this chart is called "venus""#))
    desk.environment["WALLCHART_UNIT"] = "Ecology Bureau"
    #expect(try desk.output(of: Desk.program, ["mark", "BS-02", desk.chart]).ending == 0)
  }

  @Test func `A file handed in lies with the chart before the entry names it`() throws {
    let desk = try Desk()
    try desk.write("a photo", to: "home/photo.jpg")
    let session = try desk.open()
    session.press("e~/foto.jpg", .enter)
    try session.wait(for: "Not kept: ~/foto.jpg: No such file or directory", inRow: 22)
    session.press(.control("u"), "~/photo.jpg", .enter)
    try session.waitUntilSaved()
    #expect(session.bottom.contains("evidence added, file photo.jpg kept"))
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.chart + "/evidence")
    #expect(kept.count == 1 && kept[0].hasSuffix(".jpg"))
    #expect(try desk.ledger().map(\.evidence) == [["evidence/\(kept[0]) photo.jpg"]])
    try session.quit()
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }
}
