import Testing

@testable import WallChart

@Suite("What comes in behind an ESC")
struct ControlSequenceTests {
  @Test(
    "Of the mouse, a press of the left button and the wheel count",
    arguments: [
      ("<0;10;5M", .clicked(column: 9, row: 4)), ("<0;300;100M", .clicked(column: 299, row: 99)),
      ("<64;1;1M", .scrolled(rows: -3)), ("<65;1;1M", .scrolled(rows: 3)),
      ("<20;1;1M", .clicked(column: 0, row: 0)), ("<81;1;1M", .scrolled(rows: 3)),
      ("<0;10;5m", nil), ("<1;10;5M", nil), ("<2;10;5M", nil), ("<32;10;5M", nil),
      ("<35;10;5M", nil), ("<66;10;5M", nil), ("<0;0;5M", nil), ("<0;10M", nil), ("<0;;5M", nil),
      ("<;;M", nil), ("<0;10;5;6M", nil), ("0;10;5M", nil), ("<0;-1;5M", nil),
      ("<99999999999999999999;1;1M", nil), ("<-9223372036854775808;1;1M", nil),
      ("<0;-9223372036854775808;1M", nil), ("M", nil), ("<M", nil),
    ] as [(String, Input?)])
  func mouse(text: String, input: Input?) {
    let bytes = Array(text.utf8)
    let sequence = ControlSequence(parameters: Array(bytes.dropLast()), final: bytes.last ?? 0)
    #expect(sequence.mouse == input)
  }

  @Test(
    "Old reports say the same in three bytes",
    arguments: [
      ([32, 42, 37], .clicked(column: 9, row: 4)),
      ([32, 255, 255], .clicked(column: 222, row: 222)),
      ([96, 33, 33], .scrolled(rows: -3)), ([97, 33, 33], .scrolled(rows: 3)), ([35, 33, 33], nil),
      ([32, 32, 33], nil), ([0, 0, 0], nil), ([32, 33], nil),
    ] as [([UInt8], Input?)])
  func old(report: [UInt8], input: Input?) {
    var sequence = ControlSequence(final: UInt8(ascii: "M"))
    #expect(sequence.beginsOldReport)
    sequence.oldReport = report
    #expect(sequence.mouse == input)
  }

  @Test("What is asked of a terminal is taken back, by its kind")
  func modes() {
    let all = TerminalModes(kind: "xterm-256color", title: "Chart")
    #expect(
      String(decoding: all.entering, as: UTF8.self)
        == "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h\u{1B}[8l\u{1B}[22;0t\u{1B}]2;Chart\u{7}")
    #expect(
      String(decoding: all.leaving, as: UTF8.self)
        == "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l\u{1B}[8h\u{1B}[23;0t")
    #expect(!TerminalModes(kind: "xterm", wantsMouse: false).hasMouse)
    let long = TerminalModes(kind: "foot", title: String(repeating: "长", count: 5000))
    #expect(long.entering.count < 700)
  }

  @Test(
    "Only windows get a title and the mouse",
    arguments: [
      ("xterm", true), ("tmux-256color", true), ("screen.xterm-256color", true), ("st", true),
      ("xterm-kitty", true), ("kitty", true), ("st-256color", true), ("foot-extra", true),
      ("rxvt-unicode-256color", true), ("linux", false), ("vt100", false), ("vt220", false),
      ("dumb", false), ("stv52", false), ("ansi", false), ("", false), ("sun", false),
    ])
  func kinds(kind: String, isWindow: Bool) {
    let modes = TerminalModes(kind: kind, title: "Chart")
    #expect(modes.hasMouse == isWindow)
    #expect(String(decoding: modes.entering, as: UTF8.self).contains("]2;") == isWindow)
    #expect(String(decoding: modes.entering, as: UTF8.self).contains("?2004h"))
  }
}
