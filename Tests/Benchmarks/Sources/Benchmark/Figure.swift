/// What is measured of a program.
enum Figure: Hashable, Comparable {
  /// Milliseconds from the start to a screen that shows tasks, and to silence.
  case frame, loaded
  /// Milliseconds on a processor up to then.
  case startProcessor
  /// The most memory it had at the start, and in the whole session, in MB.
  case startMemory, memory
  /// In five seconds without a key.
  case idleProcessor, idleSwitches, idleBytes
  case key(Act, Quantity)
  /// Milliseconds of a run of a command from start to end.
  case command(String)
}

/// What a person does at the keys.
enum Act: String, CaseIterable, Comparable {
  case move, burst, scroll, page, search, zoom, mark, nothing
  /// Something about the whole chart; see ``Keys``.
  case whole

  static func < (left: Act, right: Act) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// What is measured of one key: milliseconds from the key to the last byte of the answer,
/// milliseconds on a processor, bytes.
enum Quantity: String, CaseIterable, Comparable {
  case p50, p95, p99, processor, bytes

  static func < (left: Quantity, right: Quantity) -> Bool { left.rawValue < right.rawValue }
}

/// What one run of a program gave.
typealias Sample = [Figure: Double]
