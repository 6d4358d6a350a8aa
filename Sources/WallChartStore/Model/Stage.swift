/// Where a task stands in the procedure. Folded from its entries, never stored.
public enum Stage: String, Sendable, CaseIterable {
  case notStarted, rectifying, submitted, notice, crossedOff

  /// In submission, notice and cross-off nothing changes but the stage itself.
  public var isClosed: Bool { self == .submitted || self == .notice || self == .crossedOff }
}
