import WallChartStore

/// What Tab puts in for the part of a line behind a sign.
struct Completion: Equatable, Sendable {
  struct Candidate: Equatable, Sendable {
    /// What is put in, its sign included.
    var text: String
    /// What is offered.
    var shown: String
  }

  var candidates: [Candidate]
  /// Where the part begins, with its sign, and ends: before the caret.
  var start: Int
  var end: Int
  /// The candidate that was put in last.
  var selected: Int?
  /// The line as it was left then: whatever else is typed ends the choice.
  private var line: [Character] = []

  init(candidates: [Candidate], start: Int, end: Int) {
    self.candidates = candidates
    self.start = start
    self.end = end
  }

  func isCurrent(in prompt: Prompt) -> Bool {
    selected != nil && prompt.text == line && prompt.caret == end
  }

  /// Puts the next candidate in; the only one with a blank behind it, for then all is said.
  mutating func step(by step: Int, in prompt: inout Prompt) {
    let count = candidates.count
    let next = selected.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let text = Array(candidates[next].text + (count == 1 && end == prompt.text.count ? " " : ""))
    prompt.text.replaceSubrange(start..<end, with: text)
    end = start + text.count
    prompt.caret = end
    selected = next
    line = prompt.text
    prompt.completion = self
  }

  /// A name as a line holds it: quoted where it would end too early.
  static func quoted(_ name: String) -> String {
    name.contains { $0.isWhitespace || FoundProblem.Sign(typed: $0) != nil } ? "\"\(name)\"" : name
  }
}

extension Prompt {
  /// The part behind a sign that the caret stands at the end of: the sign, where it stands, and
  /// what is typed of it so far.
  var partAtCaret: (sign: FoundProblem.Sign, start: Int, typed: String)? {
    for place in (0..<caret).reversed() {
      guard let sign = FoundProblem.Sign(typed: text[place]) else { continue }
      if place > 0, text[place - 1].isASCII, !text[place - 1].isWhitespace { return nil }
      var typed = text[(place + 1)..<caret]
      if let open = typed.first, "\"“「".contains(open) {
        typed = typed.dropFirst()
        return typed.contains { "\"”」".contains($0) } ? nil : (sign, place, String(typed))
      }
      return typed.contains(where: \.isWhitespace) ? nil : (sign, place, String(typed))
    }
    return nil
  }
}
