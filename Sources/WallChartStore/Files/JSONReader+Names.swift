// The names of members, each of which stands once in its object, and the findings that name places.
extension JSONReader {
  // MARK: Names

  /// - Parameter marks: which marks the names before it have; only one of them can be the same.
  mutating func memberName(first: Int, _ marks: inout UInt64) throws -> MemberName {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(.memberName) }
    let name = try nameText()
    // Of many names all are compared at once, when the object ends.
    if marks & name.mark != 0, names.count - first < Self.fewNames,
      let earlier = names.withUnsafeBufferPointer({ names in
        names[first...].first { isSame($0, name) }
      })
    {
      throw duplicate(of: earlier, name)
    }
    marks |= name.mark
    names.append(name)
    try take(UInt8(ascii: ":"), or: .colon)
    return name
  }

  /// The name of a member that is passed over.
  mutating func skippedName(first: Int) throws {
    var marks = UInt64.max
    _ = try memberName(first: first, &marks)
  }

  /// As many names as are compared one by one.
  private static let fewNames = 32

  @inline(__always)
  private func isSame(_ one: MemberName, _ other: MemberName) -> Bool {
    one.resembles(other) && (one.isShort || bytes(of: one) == bytes(of: other))
  }

  private func duplicate(of earlier: MemberName, _ name: MemberName) -> Finding {
    let (line, column) = position(of: earlier.range.lowerBound - 1)
    return finding(
      .duplicateMember(text(of: name), firstLine: line, firstColumn: column),
      at: name.range.lowerBound - 1)
  }

  /// The finding of a name of which the object that begins at a place has a second one here.
  func duplicate(inObjectAt start: Int, _ name: MemberName) -> Finding {
    var again = self
    again.begin(at: start)
    do {
      _ = try again.members { _, _ in false }
    } catch let finding as Finding {
      return finding
    } catch {}
    // Not reached: the same bytes were read to here, and this name among them.
    return duplicate(of: name, name)
  }

  mutating func leaveObject(first: Int) throws {
    if names.count - first > Self.fewNames, let (earlier, name) = firstDuplicate(from: first) {
      throw duplicate(of: earlier, name)
    }
    names.removeLast(names.count - first)
    depth -= 1
  }

  /// Of the names from here on the first that was there before, and where it was.
  private func firstDuplicate(from first: Int) -> (earlier: MemberName, MemberName)? {
    let sorted = names[first...].sorted { one, other in
      if !one.resembles(other) { return one.precedes(other) }
      if !one.isShort {
        let (left, right) = (bytes(of: one), bytes(of: other))
        if left != right { return left.lexicographicallyPrecedes(right) }
      }
      return one.range.lowerBound < other.range.lowerBound
    }
    return zip(sorted, sorted.dropFirst()).filter { isSame($0, $1) }
      .min { $0.1.range.lowerBound < $1.1.range.lowerBound }
  }

  // MARK: Findings

  /// The finding of a fault at an offset (by default, here).
  package func finding(_ fault: Fault, at offset: Int? = nil) -> Finding {
    let (line, column) = position(of: offset ?? at)
    return Finding(file: file, line: line, column: column, fault: fault)
  }

  /// The findings of faults at their places, in their order. Lines and columns are counted in one
  /// pass, for a file can have thousands.
  func findings(_ faults: [(place: Int, fault: Fault)]) -> [Finding] {
    var findings = faults.map { Finding(file: file, line: 0, column: 0, fault: $0.fault) }
    var (at, line, column) = (0, firstLine, 1)
    for index in faults.indices.sorted(by: { faults[$0].place < faults[$1].place }) {
      for byte in bytes[at..<faults[index].place] {
        if byte == 10 {
          (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
          // A character begins at every byte that does not continue one.
          column += 1
        }
      }
      at = faults[index].place
      findings[index].line = line
      findings[index].column = column
    }
    return findings
  }

  private func position(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    // A character begins at every byte that does not continue one.
    return (
      firstLine + before.count { $0 == 10 },
      before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    )
  }

  /// What stands here instead of what was expected.
  func unexpected(_ expected: Fault.Expected) -> Finding {
    guard at < bytes.count else { return finding(.endsEarly) }
    if bytes[at] == UInt8(ascii: "<"), bytes[at...].starts(with: "<<<<<<<".utf8) {
      return finding(.mergeConflict)
    }
    if firstByteOutsideUTF8(at..<min(at + 4, bytes.count)) == at {
      return finding(.notUTF8(hex: hexadecimal(bytes[at])))
    }
    let rest = bytes[at..<min(at + 24, bytes.count)]
    let end = rest.firstIndex { $0 <= 32 || $0 == 44 } ?? rest.endIndex
    let found = String(decoding: rest[..<max(end, at + 1)], as: UTF8.self)
    return finding(.expected(expected, found: found))
  }
}
