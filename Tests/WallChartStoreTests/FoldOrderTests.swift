import Testing

@testable import WallChartStore

struct FoldOrderTests {
  /// Entries written one after the other, each of which names others by their places.
  private func entries(naming names: [[Int]]) -> [Entry] {
    names.enumerated().map { place, others in
      var entry = entry(
        UInt64(place), place % 2 == 0 ? .supervise : .release, on: "2020-07-01",
        was: others.map { UInt64($0) })
      entry.turn = Int64(place)
      return entry
    }
  }

  /// The order as ARCHITECTURE.md and the contract say it, in as few words as there are.
  private func plainOrder(_ names: [[Int]]) -> [Int] {
    var taken: [Int] = []
    while taken.count < names.count {
      let waiting = names.indices.filter { !taken.contains($0) }
      let free = waiting.first { names[$0].allSatisfy(taken.contains) }
      taken.append(free ?? waiting[0])
    }
    return taken
  }

  @Test("Whatever entries name, each comes after those, and otherwise in the order of time")
  func plain() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let count = Int.random(in: 1...9, using: &random)
      let names = (0..<count).map { _ in
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          Int.random(in: 0..<count, using: &random)
        }
      }
      let order = FoldOrder.sorted(entries(naming: names).shuffled(using: &random)).map(\.n)
      guard order == plainOrder(names) else {
        Issue.record("\(names) gives \(order)")
        return
      }
    }
  }

  @Test("Twenty thousand entries that each name the one written after them are put in order")
  func tangled() {
    let count = 20_000
    let chain = entries(naming: (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] })
    #expect(FoldOrder.sorted(chain).map(\.n) == Array((0..<count).reversed()))
    let record = Sample.record(chain)
    #expect(record.isSupervised)
    #expect(Sample.heads(chain)[.supervision] == [id(0)])
  }

  @Test("Twenty thousand undos, each of the one before, end with what the last one says")
  func undos() throws {
    var chain = [entry(0, .met(node: "1"), on: "2020-07-01")]
    for number in 1...20_000 as ClosedRange<UInt64> {
      var undo = entry(
        number, .undo(of: id(number - 1), reason: nil), on: "2020-07-01", was: [number - 1])
      undo.turn = chain[0].turn + Int64(number)
      chain.append(undo)
    }
    let record = Sample.record(chain)
    #expect(record.metOn[0] == day("2020-07-01"))
    #expect(Sample.heads(chain)[.node("1")] == [id(20_000)])
    #expect(Sample.record(chain.dropLast()).metOn[0] == nil)
    let situation = Sample.situation(chain)
    let root = situation.ledger.root(of: chain[20_000])
    #expect(root.id == id(0))
    #expect(!situation.ledger.isTakingBack(chain[20_000]))
    let undo = try situation.unmark("T1", node: "1", by: Sample.clerk, Sample.stamp(20_001))
    #expect(undo.fact == .undo(of: id(0), reason: nil))
  }

  @Test("Of twenty thousand marks that disagree, those that none names stay heads")
  func disagreement() {
    var marks: [Entry] = []
    for number in 0..<20_000 as Range<UInt64> {
      let named = number < 10_000 ? [] : [number - 10_000]
      let date = number % 2 == 0 ? "2020-07-01" : "2020-07-02"
      marks.append(entry(number, .met(node: "1"), on: date, was: named))
    }
    let record = Sample.record(marks)
    #expect(Sample.heads(marks)[.node("1")].count == 10_000)
    #expect(record.isDisputed[0])
  }
}
