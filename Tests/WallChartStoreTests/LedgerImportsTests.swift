import Testing

@testable import WallChartStore

@Suite("What came with a list")
struct LedgerImportsTests {
  private static let list = Fact.import(
    Fact.Import(file: "a", sha256: "", added: 1, changed: 0, withdrawn: 0))

  /// Two imports of one writer with entries, and what others wrote at the same moment.
  private var ledger: Ledger {
    var ledger = Ledger()
    for entry in [
      entry(0, .met(node: "1"), on: "2020-07-01"),
      entry(1, Self.list, on: "2020-07-01", task: nil),
      entry(2, .met(node: "2"), on: "2020-07-01"), entry(3, count(4), on: "2020-07-01"),
      entry(4, Self.list, on: "2020-07-01", task: nil),
      entry(5, count(5), on: "2020-07-01", task: "T2"),
    ] { ledger.add(entry) }
    var later = entry(6, count(6), on: "2020-07-02", task: "T2")
    later.writer = "office-0000000000"
    ledger.add(later)
    var other = entry(7, count(7), on: "2020-07-01", task: "T2")
    other.writer = "other-0000000000"
    ledger.add(other)
    return ledger
  }

  @Test("An import's entries follow it at the same moment, up to the next import")
  func entries() {
    let imports = ledger.imports
    #expect(imports.map(\.id) == [id(1), id(4)])
    #expect(imports.map { ledger.entries(with: $0).map(\.id) } == [[id(2), id(3)], [id(5)]])
    #expect(ledger.entriesOfImportsTakenBack == [])
    #expect(ledger.takenBackWithImports == [])
  }

  @Test("An import that an undo names no longer stands; nor do its entries, nor dates the list")
  func takenBack() {
    var ledger = ledger
    ledger.add(entry(8, .undo(of: id(1), reason: nil), on: "2020-07-01", task: nil))
    ledger.add(entry(9, .undo(of: id(3), reason: nil), on: "2020-07-01"))
    #expect(ledger.imports.map(\.id) == [id(4)])
    #expect(ledger.entriesOfImportsTakenBack == [id(2), id(3)])
    #expect(ledger.takenBackWithImports == [id(2), id(3), id(9)])
    #expect(ledger.firstImport(through: day("2020-07-31")) == day("2020-07-01"))
    ledger.add(entry(10, .undo(of: id(4), reason: nil), on: "2020-07-01", task: nil))
    #expect(ledger.imports.isEmpty)
    #expect(ledger.firstImport(through: day("2020-07-31")) == nil)
  }
}
