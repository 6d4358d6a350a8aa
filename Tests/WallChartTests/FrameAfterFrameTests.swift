import Testing

@testable import WallChart

/// A screen that takes over what did not change is the one drawn from nothing.
@Suite struct FrameAfterFrameTests {
  @Test(
    "A session drawn with and without the screen before",
    arguments: [
      "j j k j G g <PageDown> <C-d> l l h $ ^ <PageUp> . , t",
      "j <Space> u <C-r> j <Space> e p h o t o <Enter> c x <Enter>",
      "] ] [ \\ } \\ v j l + - v + + - - s s s s z j z Z Z 2 0",
      "f j <Enter> F / b o i <Enter> n N <Esc> V j j <Space> <Esc> u D j D",
      "U j <Enter> q q : <Esc> ? q = q <Enter> j q p q a x <Esc>",
    ])
  func session(keys: String) throws {
    for (columns, rows) in [(80, 24), (200, 60), (60, 16)] {
      var session = Session(columns: columns, rows: rows)
      var last = session.frame
      for key in try Key.script(keys) {
        session.press(key.spelling)
        let next = session.state.view(after: last)
        let drawn = session.frame
        #expect(next == drawn, "\(key.spelling)\n\(next.text)\n\(drawn.text)")
        last = next
      }
    }
  }

  @Test("Of a step down only the two rows that it changes are drawn anew")
  func unchangedRows() throws {
    var session = Session(columns: 200, rows: 50)
    var last = session.frame
    let plain = last.body.filter { last.plainLines[$0 - last.body.lowerBound] }
    for row in plain { last.write("@", at: 3, row) }
    session.press("j")
    let next = session.state.view(after: last)
    #expect(plain.filter { next[3, $0].glyph != "@" } == [next.cursor.row])
  }

  @Test("Of a mark only its line and the heads that count it are drawn anew")
  func linesOfMark() throws {
    var session = Session(columns: 200, rows: 50)
    session.press(".")
    let last = session.frame
    let other = try #require(
      last.body.first { $0 != last.cursor.row && last.plainLines[$0 - last.body.lowerBound] })
    session.press("<Space>")
    session.press("j")
    let next = session.state.view(after: last)
    #expect(next == session.frame)
    let stale = next.body.filter { !next.shares($0, with: last) }
    #expect(stale.contains(last.cursor.row) && !stale.contains(other) || other < last.cursor.row)
    #expect(stale.count < last.body.count / 2)
  }

  @Test("A step to another column changes no row but those that the selection is in or named in")
  func sharedRows() throws {
    var session = Session(columns: 200, rows: 50)
    let last = session.state.view()
    session.press("l")
    let next = session.state.view(after: last)
    #expect(last.beam != next.beam)
    let tasks = next.body.filter { next.plainLines[$0 - next.body.lowerBound] }
    #expect(tasks.filter { !next.shares($0, with: last) } == [])
    #expect(tasks.contains { next.beam(ofRow: $0) == next.beam })
    #expect(tasks.contains { next[next.beam.lowerBound, $0].role == .beam })
  }
}
