import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What goes wrong on the way to disk, told to a person who types meanwhile.
@Suite("Not saved, overtaken, ending")
struct MarkingTroubleTests {
  /// A session that pressed Space on BS-04/2, whose append has not been answered yet.
  static func waiting() throws -> (session: Session, entry: Entry) {
    var session = Session()
    session.press(".")
    let stamp = Stamp(id: .random(), at: Moment(milliseconds: 0, offset: 0))
    let effects = session.state.update(.key(.named(.space), stamp))
    guard case .append(let entry)? = effects.first else { throw Nothing() }
    return (session, entry)
  }

  struct Nothing: Error {}

  static func undo(of entry: Entry, by name: String) -> Entry {
    var other = entry
    other.id = .random()
    other.by = name
    other.fact = .undo(of: .random(), reason: nil)
    return other
  }

  @Test("The question waits until what is being typed is done, and a typed y stays a letter")
  func questionWaits() throws {
    var (session, entry) = try Self.waiting()
    session.press("e")
    session.send(.failed(entry, .overtaken(by: Self.undo(of: entry, by: "Wang"))))
    session.type("by photo")
    #expect(session.said.contains("by photo"))
    session.press("<Enter>")
    #expect(session.ledger.map(\.evidence) == [["by photo"]])
    #expect(session.said.contains("Wang changed BS-04"))
    session.press("y")
    #expect(session.ledger.count == 2)
  }

  @Test("Two questions are asked one after the other; only y and n answer them")
  func twoQuestions() throws {
    var (session, entry) = try Self.waiting()
    session.send(.failed(entry, .overtaken(by: Self.undo(of: entry, by: "Wang"))))
    session.send(.failed(entry, .overtaken(by: Self.undo(of: entry, by: "Zhao"))))
    #expect(session.said.contains("Wang changed BS-04"))
    session.press("j<Space>")
    #expect(session.said.contains("Wang changed BS-04"))
    session.press("n")
    #expect(session.said.contains("Zhao changed BS-04"))
    session.press("<Esc>")
    #expect(session.said.contains("BS-04 is left as it is."))
    #expect(session.ledger.isEmpty)
  }

  @Test("A signal ends the program although the last entry cannot be saved")
  func signalIsFinal() throws {
    var (session, entry) = try Self.waiting()
    session.send(.terminated(signal: 15))
    session.press("j")
    session.send(.failed(entry, .system(operation: "write", path: "ledger", code: 28)))
    #expect(session.effects.last == .exit(code: 74))
  }

  @Test("The end of input with an entry that cannot be saved is no success")
  func inputEnds() throws {
    var (session, entry) = try Self.waiting()
    session.send(.inputEnded)
    session.send(.failed(entry, .system(operation: "write", path: "ledger", code: 28)))
    #expect(session.effects.last == .exit(code: 74))
  }
}
