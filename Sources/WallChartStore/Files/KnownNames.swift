/// The names of the members that are known of an object, each found at once among the others.
struct KnownNames<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  /// Far more than there are names, so that a search ends soon at an empty one.
  private static var slotBits: UInt64 { 7 }
  private var slots: [(name: MemberName, known: Name)?]

  /// - Precondition: no name is longer than sixteen bytes, and half the slots stay empty.
  init() {
    slots = Array(repeating: nil, count: 1 << Int(Self.slotBits))
    precondition(Name.allCases.count <= slots.count / 2)
    for known in Name.allCases {
      var word = known.rawValue
      let name = word.withUTF8 { MemberName($0, at: 0..<$0.count, isEscaped: false) }
      precondition(name.isShort)
      var slot = name.slot(bits: Self.slotBits)
      while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (name, known)
    }
  }

  /// Which of them a name is.
  subscript(name: MemberName) -> Name? {
    var slot = name.slot(bits: Self.slotBits)
    while let one = slots[slot] {
      if one.name.resembles(name) { return one.known }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

extension JSONReader {
  /// Reads an object of which these names are known: `visit` reads the value of one of them; all
  /// others are checked, and returned as they stand in the file.
  @inline(__always)
  mutating func members<Name>(
    _ known: KnownNames<Name>, _ visit: (inout JSONReader, Name) throws -> Void
  ) throws -> [UnknownMember] {
    try members { reader, name in
      guard let name = known[name] else { return false }
      try visit(&reader, name)
      return true
    }
  }
}
