internal import Glibc

/// One writer's `ledger/<writer>.jsonl`, as far as it has been read.
package struct LedgerFile: Sendable {
  package let writer: String
  /// The name used in findings.
  package let path: String
  /// Bytes read, up to and with the last line feed.
  package private(set) var consumed = 0
  package private(set) var lineCount = 0
  /// The number the next line must carry.
  package private(set) var nextN = 0
  /// The 32 characters of the last valid line's hash; empty before the first.
  package private(set) var lastHash: [UInt8] = []
  /// Which line that is, from 1; 0 before the first.
  private var lastValidLine = 0
  /// What the next line's hash may continue when the line before it is damaged.
  private var otherHashes: [[UInt8]] = []
  /// Damaged lines in a row up to which all is tried: a file altered throughout must not take an
  /// hour. Behind them the next line counts as one after a gap.
  private static let mostGuesses = 16
  private var noted: [Finding] = []
  /// Lines that end before their trailer and that no whole line has followed yet.
  private var fragments: [Int] = []
  /// Whether bytes without a line feed follow what is consumed.
  private var isTorn = false
  /// Lines since the last valid one that were lines once and cannot be read.
  private var unreadCount = 0
  private var lastTurn = Int64.min
  /// When the last valid line was written, by its own word.
  private var lastAt: Moment?

  package init(writer: String, path: String) {
    self.writer = writer
    self.path = path
  }

  /// Whether a line is unreadable or missing; then the writer goes on in a new file.
  package var isDamaged: Bool { findings.contains { $0.fault.isOfBytes } }

  /// Reads bytes that follow the consumed ones; returns the entries of whole, valid lines.
  /// A last line without line feed is not taken: it may still be being written.
  /// - Parameter known: the entries of these lines, as whoever has just written them knows them;
  ///   they are not read out once more. The hash of the last line tells whether it was those.
  package mutating func read(_ bytes: [UInt8], knowing known: [Entry] = []) -> [Entry] {
    var entries: [Entry] = []
    read(bytes, knowing: known) { entries.append($0) }
    return entries
  }

  /// The same; hands over each entry as it comes, for many are large.
  mutating func read(
    _ bytes: [UInt8], knowing known: [Entry] = [], _ take: (consuming Entry) -> Void
  ) {
    let first = lineCount
    var start = 0
    var reader = EntryLines(bytes, file: path)
    var later = known.isEmpty ? LaterLines(of: bytes, file: path) : nil
    while let end = Self.lineFeed(in: bytes, from: start) {
      let known = lineCount - first < known.count ? known[lineCount - first] : nil
      var ahead = later?.next(at: start) ?? LaterLines.Line()
      lineCount += 1
      do {
        let line = bytes[start..<end]
        if let entry = try entry(line, &reader, ahead: &ahead, knowing: known) {
          take(entry)
        }
      } catch let finding as Finding {
        noted.append(finding)
      } catch {
        note(.damagedLine)
      }
      start = end + 1
    }
    consumed += start
    isTorn = start < bytes.count
  }

  static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 10, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether the bytes of a whole file are those that were read; the hashes stand for all of them.
  func holdsTheSame(as bytes: [UInt8]) -> Bool {
    var again = LedgerFile(writer: writer, path: path)
    _ = again.read(bytes)
    return again.consumed == consumed && again.lastHash == lastHash && again.findings == findings
  }

  private mutating func note(_ fault: Fault) {
    note(fault, line: lineCount)
  }

  private mutating func note(_ fault: Fault, line: Int) {
    noted.append(Finding(file: path, line: line, column: 0, fault: fault))
  }

  /// What is wrong, in the order of lines. A fragment that nothing follows was not closed by the
  /// next append, so it is no rest of a write; an append that was cut off itself does follow.
  package var findings: [Finding] {
    let fault: Fault = isTorn ? .tornLine : .damagedLine
    let open = fragments.map { Finding(file: path, line: $0, column: 0, fault: fault) }
    return (noted + open).sorted { $0.line < $1.line }
  }

  private mutating func entry(
    _ line: ArraySlice<UInt8>, _ reader: inout EntryLines, ahead: inout LaterLines.Line,
    knowing known: Entry?
  ) throws -> Entry? {
    guard let (body, claimed) = HashChain.part(line) else {
      if HashChain.hasSpoiledTrailer(line) {
        skip(body: line.dropLast(HashChain.trailerCount), claimed: line.dropLast(2).suffix(32))
      } else {
        // Perhaps the rest of a write that was cut off and never acknowledged: the next whole
        // line tells.
        if line.first == UInt8(ascii: "{"), line.last != 13 {
          fragments.append(lineCount)
        } else {
          note(.damagedLine)
        }
      }
      return nil
    }
    guard line.count < Entry.lineLimit else {
      skip(body: body, claimed: claimed, .lineTooLong)
      return nil
    }
    // Right below the last valid line, the hash above is the one that the chain has come to.
    let isContinued =
      ahead.continuesAbove && lastValidLine == lineCount - 1
      || HashChain.isHash(claimed, of: body, after: lastHash[...])
      || otherHashes.contains { HashChain.isHash(claimed, of: body, after: $0[...]) }
    guard isContinued || isAfterGap(line) else {
      skip(body: body, claimed: claimed)
      return nil
    }
    // In its place: this is done for every line.
    lastHash.removeAll(keepingCapacity: true)
    lastHash += claimed
    lastValidLine = lineCount
    otherHashes = []
    // Counted as unread until it has been read.
    unreadCount += 1
    var entry: Entry
    if let known {
      entry = known.written(by: writer, nextN)
    } else if let read = ahead.entry.take() ?? reader.entry(line.startIndex..<line.endIndex) {
      entry = read
    } else {
      entry = try Entry(line: Array(line), file: path, number: lineCount)
    }
    return place(&entry) ? entry : nil
  }

  /// Gives an entry its place behind those before it, and notes what is wrong with that; false where
  /// it has none in this file.
  private mutating func place(_ entry: inout Entry) -> Bool {
    guard entry.writer == writer else {
      note(.entryOfAnotherWriter(entry.writer))
      return false
    }
    // One text for all of them; each of its own would be memory of its own.
    entry.writer = writer
    let isGap = entry.n >= nextN + unreadCount
    for fragment in fragments { note(isGap ? .damagedLine : .tornLine, line: fragment) }
    fragments = []
    if isGap {
      note(.missingLines(from: nextN + unreadCount - 1, through: entry.n - 1))
    } else if entry.n < nextN {
      note(.damagedLine)
    }
    unreadCount = 0
    nextN = entry.n + 1
    if let earlier = lastAt, entry.at.isSetBack(after: earlier) {
      note(.clockSetBack(entry.at, after: earlier))
    }
    lastAt = entry.at
    lastTurn = max(entry.at.milliseconds, lastTurn == .min ? .min : lastTurn + 1)
    entry.turn = lastTurn
    entry.line = lineCount
    return true
  }

  /// Whether a line that continues nothing known follows lines that are missing: it can be read,
  /// and its number says how many.
  private func isAfterGap(_ line: ArraySlice<UInt8>) -> Bool {
    guard let entry = try? Entry(line: Array(line), file: path, number: lineCount) else {
      return false
    }
    return entry.writer == writer && entry.n > nextN + unreadCount
  }

  /// Passes over a damaged line. The next one continues its true hash: the claimed one if the
  /// body is rotten, one of the computed ones if the trailer is.
  private mutating func skip(
    body: ArraySlice<UInt8>, claimed: ArraySlice<UInt8>, _ fault: Fault = .damagedLine
  ) {
    note(fault)
    unreadCount += 1
    otherHashes =
      [Array(claimed)]
      + ([lastHash] + otherHashes).prefix(Self.mostGuesses).map { HashChain.hash(body, after: $0) }
  }
}

extension Moment {
  /// Clocks of sound machines are put right by minutes, and two of them differ by as much.
  private static let clocksDiffer: Int64 = 10 * 60_000

  /// Whether something that comes after another claims to be written well before it.
  func isSetBack(after earlier: Moment) -> Bool {
    earlier.milliseconds - milliseconds > Self.clocksDiffer
  }
}

extension Entry {
  /// The same as a line of a writer's file.
  func written(by writer: String, _ n: Int) -> Entry {
    var entry = self
    (entry.writer, entry.n) = (writer, n)
    return entry
  }
}
