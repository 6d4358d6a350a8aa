import Testing

@testable import WallChartStore

struct LedgerTests {
  @Test("Entries are grouped by task; those without one are of the chart")
  func groups() {
    var ledger = Ledger()
    ledger.add(entry(1, .met(node: "1"), on: "2020-07-01"))
    ledger.add(entry(2, .met(node: "1"), on: "2020-07-01", task: "T2"))
    ledger.add(
      entry(
        3, .meeting(Fact.Meeting(rhythm: .daily, isClosing: false)), on: "2020-07-01", task: nil))
    #expect(ledger.count == 3)
    #expect(ledger.entries(of: "T1").map(\.id) == [id(1)])
    #expect(ledger.entries(of: "T2").map(\.id) == [id(2)])
    #expect(ledger.general.map(\.id) == [id(3)])
    #expect(ledger.entries(of: "T3").isEmpty)
  }

  @Test("A retry counts once, whichever line comes first")
  func retry() {
    var first = entry(1, .met(node: "1"), on: "2020-07-01")
    first.writer = "a-0000000000"
    var second = first
    second.writer = "b-0000000000"
    second.n = 40
    second.turn += 1
    var forth = Ledger()
    forth.add(first)
    #expect(forth.add(second) == false)
    var back = Ledger()
    back.add(second)
    #expect(back.add(first) == false)
    #expect(forth.count == 1)
    #expect(forth.findings.isEmpty)
    #expect(back.findings.isEmpty)
    #expect(forth.entries(of: "T1") == back.entries(of: "T1"))
  }

  @Test("Copies of a ledger go on apart, and each knows what one ledger alone would")
  func copies() {
    let all = (1...60).map { number in
      var next = entry(
        UInt64(number), number % 7 == 0 ? .note(Fact.Note(text: "n", node: nil)) : .met(node: "1"),
        on: "2020-07-01", task: number % 11 == 0 ? nil : "T\(number % 5)")
      next.evidence = number % 3 == 0 ? ["photo \(number % 2)"] : []
      return next
    }
    var alone = Ledger()
    var growing = Ledger()
    var older: [(ledger: Ledger, count: Int)] = []
    for (place, entry) in all.enumerated() {
      if place % 10 == 9 { older.append((growing, place)) }
      let isNew = (alone.add(entry), growing.add(entry))
      #expect(isNew == (true, true))
      let isNewAgain = growing.add(all[place / 2])
      #expect(!isNewAgain)
    }
    #expect(growing.count == 60)
    #expect(all.allSatisfy { growing.contains($0.id) })
    #expect(growing.general == alone.general)
    #expect(growing.tasks.sorted() == alone.tasks.sorted())
    for task in alone.tasks { #expect(growing.entries(of: task) == alone.entries(of: task)) }
    #expect(growing.entries(by: ["office-0000000000"]) == alone.entries(by: ["office-0000000000"]))
    for item in ["photo 0", "photo 1"].map(Evidence.init) {
      #expect(Set(growing.tasks(with: item)) == Set(alone.tasks(with: item)))
    }
    for (ledger, count) in older {
      #expect(ledger.count == count)
      #expect(all.map { ledger.contains($0.id) } == all.indices.map { $0 < count })
      #expect(
        ledger.tasks.reduce(ledger.general.count) { $0 + ledger.entries(of: $1).count } == count)
    }
  }

  /// An entry before it is on disk, and as it stands there.
  private static var onItsWay: (draft: Entry, saved: Entry) {
    var draft = entry(1, .met(node: "1"), on: "2020-07-01")
    draft.writer = ""
    var saved = draft
    saved.writer = "epb-0000000000"
    return (draft, saved)
  }

  @Test("What one of two copies learns of an entry that both have, the other does not")
  func settledInOneCopy() {
    let (draft, saved) = Self.onItsWay
    var ledger = Ledger()
    ledger.add(draft)
    ledger.add(entry(2, .met(node: "2"), on: "2020-07-01"))
    let before = ledger
    let isNew = ledger.add(saved)
    #expect(!isNew)
    #expect(Set(ledger.entries(of: "T1").map(\.writer)) == [saved.writer, "office-0000000000"])
    #expect(before.entries(of: "T1").map(\.writer) == ["", "office-0000000000"])
    #expect(ledger.count == 2 && before.count == 2)
    #expect(ledger.tasks == ["T1"])
    #expect(ledger.entries(by: [saved.writer]).map(\.id) == [id(1)])
  }

  @Test("Two different entries with one id are named, and the same one holds in either order")
  func sameID() {
    let first = entry(1, .met(node: "1"), on: "2020-07-01")
    let second = entry(1, .met(node: "1"), on: "2020-07-02")
    let other = entry(1, .met(node: "1"), on: "2020-07-02", task: "T2")
    for pair in [[first, second], [first, other]] {
      var forth = Ledger()
      var back = Ledger()
      for entry in pair { forth.add(entry) }
      for entry in pair.reversed() { back.add(entry) }
      #expect(forth.findings.map(\.fault) == [.twoEntriesWithOneId(id(1).text)])
      #expect(back.findings.map(\.fault) == [.twoEntriesWithOneId(id(1).text)])
      #expect(forth.count == 1)
      #expect(forth.entries(of: "T1") == back.entries(of: "T1"))
      #expect(forth.entries(of: "T2") == back.entries(of: "T2"))
    }
  }

  @Test("A part of a ledger knows its writers' tasks and what was found wrong")
  func part() {
    var ledger = Ledger()
    for entry in [
      entry(1, .met(node: "1"), on: "2020-07-01"), entry(1, .met(node: "1"), on: "2020-07-02"),
      entry(2, .met(node: "2"), on: "2020-07-03"),
      entry(3, .met(node: "1"), on: "2020-07-04", task: "T2"),
    ] { ledger.add(entry) }
    let part = ledger.filter { $0.n != 2 }
    #expect(part.count == 2)
    #expect(!part.contains(id(2)))
    #expect(part.entries(by: ["office-0000000000"]).map(\.n) == [1, 3])
    #expect(part.findings == ledger.findings)
    #expect(part.findings.count == 1)
  }

  @Test("An entry shown before it is on disk gives way to the one on disk")
  func onItsWay() {
    let (draft, saved) = Self.onItsWay
    var ledger = Ledger()
    ledger.add(draft)
    #expect(ledger.add(saved) == false)
    #expect(ledger.entries(of: "T1").map(\.writer) == ["epb-0000000000"])
    #expect(ledger.add(draft) == false)
    #expect(ledger.entries(of: "T1").map(\.writer) == ["epb-0000000000"])
    #expect(ledger.findings.isEmpty)
  }

  @Test("The first import not after a day dates the list")
  func firstImport() {
    func list(_ number: UInt64, _ on: String) -> Entry {
      entry(
        number,
        .import(Fact.Import(file: "a", sha256: "", added: 1, changed: 0, withdrawn: 0)), on: on,
        task: nil)
    }
    var ledger = Ledger()
    ledger.add(list(1, "2020-07-05"))
    ledger.add(list(2, "2020-06-05"))
    ledger.add(
      entry(3, .meeting(Fact.Meeting(rhythm: nil, isClosing: true)), on: "2020-05-01", task: nil))
    #expect(ledger.firstImport(through: day("2020-07-31")) == day("2020-06-05"))
    #expect(ledger.firstImport(through: day("2020-06-04")) == nil)
  }
}
