/// The members of a ledger line that this version knows.
enum EntryMember: String, CaseIterable, Sendable {
  case id, writer, n, at, by, unit, kind, task, on, evidence, was, hash
  // Only some kinds have these, see ``Fact/members``.
  case node, of, progress, problem, next, reason, text, approvedBy, file, sha256, replaced, plan
  case count, added, changed, withdrawn, bulletin, nextBy, noticeUntil, from, to
  case `false`, `internal`, lookBack, opened, closed, rhythm, set, seen, discussed, removed

  static let names = KnownNames<EntryMember>()

  /// Those that an entry of a kind may have beside the ones that all have.
  static func own(ofKind kind: String) -> [EntryMember] {
    (Fact.members[kind] ?? []).compactMap { EntryMember(rawValue: $0) }
  }
}
