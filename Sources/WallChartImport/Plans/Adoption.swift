import WallChartStore

/// Finds the battles, or units, of another plan in a chart, and adds those it has not: one is the
/// same as another by its id, else by its name. An id that means something else there is refused,
/// for ids such as `u1` are given by every chart anew.
struct Adoption<Member: NamedMember> {
  /// Ids whose names differ, and names that several have.
  private(set) var problems: [String: ImportFinding.Problem] = [:]
  private var theirs: [String: Member]
  private var ours: [String: Int]

  init(of theirs: [Member], into ours: [Member]) {
    func byID<Value>(_ pairs: some Sequence<(String, Value)>) -> [String: Value] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    self.theirs = byID(theirs.lazy.map { ($0.id, $0) })
    self.ours = byID(zip(ours.lazy.map(\.id), ours.indices))
  }

  /// Enters the one of an id, once.
  /// - Parameters:
  ///   - members: those of the chart, to which it may be added.
  ///   - book: their names, those added aside.
  mutating func adopt(_ id: String, into members: inout [Member], _ book: inout NameBook) {
    guard let theirs = theirs.removeValue(forKey: id) else { return }
    let named = book.places(of: theirs.name)
    if let place = ours[id] {
      if members[place].name.contradicts(theirs.name) || !named.isEmpty && !named.contains(place) {
        problems[id] = .sameID(id, here: members[place].name, there: theirs.name)
      }
      book.enter(id: id, at: place)
    } else if let place = named.first {
      if named.count > 1 {
        problems[id] = Member.ambiguous(members[place].name, members[named[1]].name)
      }
      book.enter(id: id, at: place)
    } else {
      book.enter(id: id, at: members.count)
      members.append(theirs)
    }
  }
}

/// What has an id and a name.
protocol NamedMember {
  var id: String { get }
  var name: Text { get }
  /// What to say when one name means two of them.
  static func ambiguous(_ one: Text, _ other: Text) -> ImportFinding.Problem
}

extension Chart.Battle: NamedMember {
  static func ambiguous(_ one: Text, _ other: Text) -> ImportFinding.Problem {
    .twoBattles(one["en"], other["en"])
  }
}

extension Chart.Unit: NamedMember {
  static func ambiguous(_ one: Text, _ other: Text) -> ImportFinding.Problem {
    .twoUnits(one["en"], other["en"])
  }
}

extension Text {
  /// Whether both are given in the same language, and in none of those they say the same.
  fileprivate func contradicts(_ other: Text) -> Bool {
    guard !translations.contains(where: { other.says($0.words) }) else { return false }
    return translations.contains { mine in
      other.translations.contains { $0.language == mine.language }
    }
  }
}
