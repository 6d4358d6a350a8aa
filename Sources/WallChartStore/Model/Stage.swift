/// Where a task stands in the procedure. Folded from its entries, never stored.
public enum Stage: String, Sendable, CaseIterable {
  /// Nothing has been reported or marked.
  case notStarted
  /// Being put right: from the first mark or report, and again after a return or reopening.
  case rectifying
  /// Handed in for verification.
  case submitted
  /// Verified; the public notice 公示 runs or has run out.
  case notice
  /// Crossed off 销号.
  case crossedOff

  /// In submission, notice and cross-off nothing changes but the stage itself.
  public var isClosed: Bool { self == .submitted || self == .notice || self == .crossedOff }
}
