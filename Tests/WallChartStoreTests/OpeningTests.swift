import Testing

@testable import WallChartStore

@Suite("What is worked out, or taken for new, only after a chart is opened")
final class OpeningTests: ChartFolderSession {
  private var digestOnDisk: String {
    get throws { HashChain.sha256(try PosixFile.contents(of: path + "/chart.json")) }
  }

  @Test("The digest is that of the plan that was read, whenever it is asked for")
  func digest() throws {
    var asked = try open()
    let begun = try open()
    begun.beginDigest()
    let first = try digestOnDisk
    var other = try open()
    try other.apply(plan: changed(other.chart, "new"), entries: [])
    let second = try digestOnDisk
    #expect(first != second)
    #expect(other.planDigest == second)
    #expect(asked.planDigest == first)
    #expect(begun.planDigest == first)
    try asked.refresh()
    #expect(asked.planDigest == second)
  }

  @Test("A plan written over before its digest is known is another one, and not replaced")
  func writtenOver() throws {
    var folder = try open()
    let theirs = ChartWriter.bytes(of: changed(folder.chart, "theirs"))
    try put(theirs, at: path + "/chart.json")
    #expect(folder.planDigest.isEmpty)
    let plan = changed(folder.chart, "ours")
    #expect(throws: StoreError.planChanged(path: path + "/chart.json")) {
      try folder.apply(plan: plan, entries: [])
    }
    #expect(try PosixFile.contents(of: path + "/chart.json") == theirs)
  }

  @Test("What stood there when a chart was opened is no news, what comes then is")
  func news() throws {
    var writing = try open()
    _ = try writing.append(step: [mark(1)], today: today)
    var reading = try open(state: root + "/other")
    #expect(reading.takeNews().isEmpty)
    _ = try writing.append(step: [report(2, 2)], today: today)
    try reading.refresh()
    #expect(reading.takeNews().entries.map(\.id) == [id(2)])
    #expect(reading.takeNews().isEmpty)
  }
}
