/// The names of the members that are known of an object, each found at once among the others.
struct KnownNames<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  /// Far more than there are names, so that a search ends soon at an empty one.
  private static var slotBits: UInt64 { 7 }
  private var slots: [Known?]

  struct Known {
    fileprivate let spelling: MemberName
    let name: Name
    /// One of 64, a different one for each name.
    let bit: UInt64
  }

  /// - Precondition: no name is longer than sixteen bytes, and half the slots stay empty.
  init() {
    slots = Array(repeating: nil, count: 1 << Int(Self.slotBits))
    precondition(Name.allCases.count <= slots.count / 2)
    for (place, known) in Name.allCases.enumerated() {
      var word = known.rawValue
      let name = word.withUTF8 { MemberName($0, at: 0..<$0.count, isEscaped: false) }
      precondition(name.isShort)
      var slot = name.slot(bits: Self.slotBits)
      while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Known(spelling: name, name: known, bit: 1 << UInt64(place))
    }
  }

  /// Which of them a name is.
  @inline(__always)
  subscript(name: MemberName) -> Known? {
    var slot = name.slot(bits: Self.slotBits)
    while let one = slots[slot] {
      if one.spelling.resembles(name) { return one }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

extension JSONReader {
  /// Reads an object of which these names are known: `visit` reads the value of one of them, and
  /// answers false for one that means nothing there. Those and all others are checked, and returned
  /// as they stand in the file.
  @inline(__always)
  mutating func members<Name>(
    _ known: KnownNames<Name>, _ visit: (inout JSONReader, Name) throws -> Bool
  ) throws -> [UnknownMember] {
    let start = startOfNext()
    let first = names.count
    var hasMore = try beginObject()
    var marks: UInt64 = 0
    // Which known ones have come. That is all that is noted of them: where one comes twice, the object
    // is read once more to say where.
    var come: UInt64 = 0
    var unknown: [UnknownMember] = []
    while hasMore {
      let name: MemberName
      var one: KnownNames<Name>.Known?
      if let plain = nextPlainName(), let known = known[plain] {
        (name, one) = (plain, known)
        at = plain.range.upperBound + 1
        try take(UInt8(ascii: ":"), or: .colon)
      } else {
        name = try memberName(first: first, &marks)
        // Perhaps it is written with escapes.
        one = known[name]
      }
      var isRead = false
      if let one {
        guard come & one.bit == 0 else { throw duplicate(inObjectAt: start, name) }
        come |= one.bit
        isRead = try visit(&self, one.name)
      }
      if !isRead { unknown.append(try unknownMember(name)) }
      hasMore = try hasMoreMembers()
    }
    try leaveObject(first: first)
    return unknown
  }
}
