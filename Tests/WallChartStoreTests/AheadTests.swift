import Synchronization
import Testing

@testable import WallChartStore

/// What is worked out ahead is worked out once, whoever asks, and what it was made of is let go.
struct AheadTests {
  private final class Counter: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock(\.self) }

    func next() -> Int {
      number.withLock {
        $0 += 1
        return $0
      }
    }
  }

  @Test(
    "It is worked out once, however often it is begun and asked for", arguments: [true, false])
  func once(begins: Bool) {
    let counter = Counter()
    let ahead = Ahead(begins: begins) { counter.next() }
    ahead.begin()
    ahead.begin()
    #expect(ahead.value == 1)
    ahead.begin()
    #expect(ahead.value == 1)
    #expect(counter.count == 1)
  }

  @Test("Where it is not begun it is worked out when it is asked for, and not before")
  func asked() {
    let counter = Counter()
    let ahead = Ahead(begins: false) { counter.next() }
    #expect(counter.count == 0)
    #expect(ahead.value == 1)
    ahead.begin()
    #expect(ahead.handOver() == 1)
    #expect(counter.count == 1)
  }

  @Test("When it is done, what it was made of is let go", arguments: [true, false])
  func letsGo(begins: Bool) {
    weak var made: Counter?
    func ahead() -> Ahead<Int> {
      let counter = Counter()
      made = counter
      return Ahead(begins: begins) { counter.next() }
    }
    let one = ahead()
    #expect(one.value == 1)
    #expect(made == nil)
  }
}
