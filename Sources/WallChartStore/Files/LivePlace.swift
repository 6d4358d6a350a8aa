/// Where a clerk is looking, for a projector that follows. Ids and kinds only: nothing that was not
/// meant for the room.
package struct LivePlace: Sendable, Hashable {
  /// When the clerk got there.
  package var at: Moment
  /// The kind of view on the clerk's screen.
  package var view: String
  /// The task that is selected; nil where none is.
  package var task: String?
  package var node: String?
  /// In a meeting: which item this is, counted from 1, of how many, and the meeting's rhythm.
  package var place: Int?
  package var of: Int?
  package var meeting: Chart.Rhythm?
  /// Whether the meeting's screen is dark: then the room's is, too.
  package var isDark = false
  /// Whether it is the place of a projector that follows: none to go to, but one who wants to be told.
  package var isFollowing = false

  package init(at: Moment, view: String, task: String? = nil, node: String? = nil) {
    self.at = at
    self.view = view
    self.task = task
    self.node = node
  }

  /// Whether it says the same of another moment.
  package func isSame(as other: LivePlace?) -> Bool {
    guard var other else { return false }
    other.at = at
    return self == other
  }

  /// Seconds after which a place where nothing moved is left: at a desk, and in a meeting, which may
  /// discuss one task for long.
  package var patience: Int { meeting == nil ? 600 : 4 * 3600 }
}

/// What stands in a live file: one line of JSON, sealed like a line of a ledger, because it is
/// written over the one before while others read it.
struct LiveLine: Equatable {
  static let format = "wallchart-live/1"
  /// Every line has this length at least, so that none leaves an end of the one before.
  private static let length = 512

  var place: LivePlace
  /// A number that grows as long as the clerk's program runs; nil where a lock on the file says so.
  var beat: Int?

  init(_ place: LivePlace, beat: Int?) {
    self.place = place
    self.beat = beat
  }

  /// Nil for what is no whole line: it is just being written, or somebody else's.
  init?(reading bytes: [UInt8]) {
    guard bytes.last == 10, let (line, hash) = HashChain.part(bytes.dropLast()),
      hash.elementsEqual(HashChain.hash(line, after: []))
    else { return nil }
    var reader = JSONReader(Array(bytes), file: "")
    var (format, at) = ("", Moment?.none)
    self.init(LivePlace(at: Moment(milliseconds: 0, offset: 0), view: ""), beat: nil)
    let others = try? reader.members { reader, name in
      switch name {
      case "format": format = try reader.text()
      case "at": at = Moment(rfc3339: try reader.text())
      case "view": place.view = try reader.text()
      case "task": place.task = try reader.identifier()
      case "node": place.node = try reader.identifier()
      case "place": place.place = try reader.wholeNumber()
      case "of": place.of = try reader.wholeNumber()
      case "meeting": place.meeting = Chart.Rhythm(rawValue: try reader.text())
      case "dark": place.isDark = try reader.trueOrFalse()
      case "following": place.isFollowing = try reader.trueOrFalse()
      case "beat": beat = try reader.wholeNumber()
      default: return false
      }
      return true
    }
    guard others != nil, format == Self.format, let at else { return nil }
    place.at = at
  }

  var bytes: [UInt8] {
    var writer = JSONWriter(.tight)
    writer.object {
      $0.member("format", Self.format)
      $0.member("at", place.at.rfc3339)
      $0.member("view", place.view)
      $0.member("task", place.task)
      $0.member("node", place.node)
      $0.member("place", place.place)
      $0.member("of", place.of)
      $0.member("meeting", place.meeting?.rawValue)
      if place.isDark { $0.member("dark", json: "true") }
      if place.isFollowing { $0.member("following", json: "true") }
      $0.member("beat", beat)
    }
    var line = writer.bytes
    line.removeLast()
    let room = Self.length - HashChain.trailerCount - 1 - line.count
    line += Array(repeating: UInt8(ascii: " "), count: max(0, room))
    return HashChain.seal(line, hash: HashChain.hash(line, after: []))
  }
}
