import WallChartStore
import WallChartWords

// What became of the papers of a closed meeting: they are waited for, and what cannot be written is
// said, whatever is going on.
extension State {
  mutating func papersDone(_ papers: [WrittenPaper], of closing: EntryID) -> [Effect] {
    papersDue.removeAll { $0.id == closing }
    let names = papers.compactMap { try? $0.name.get() }
    let missing = papers.filter { $0.why != nil }
    guard let why = missing.first?.why else {
      if !names.isEmpty { say(sentence(ofPapers: names)) }
      return []
    }
    let comma = words(.listComma)
    papersTrouble = Said(
      text: words(
        .saidPapersNotWritten,
        [
          "papers": missing.map { name(of: $0.paper) }.joined(separator: comma),
          "why": words.reasonInside(for: why),
        ]), isError: true,
      above: words(
        names.isEmpty ? .saidPapersLater : .saidPapersWrittenLater,
        [
          "files": names.map(shown).joined(separator: comma),
          "commands": missing.map { command(for: $0.paper) }.joined(separator: comma),
        ]))
    hidesPapersTrouble = true
    return [.bell]
  }

  /// Says what could not be written as soon as nothing else is being typed, nor the room looks on.
  mutating func tellOfPapers() {
    guard hidesPapersTrouble, mode == .commands, onTop != .projector, let papersTrouble else {
      return
    }
    hidesPapersTrouble = false
    said = papersTrouble
  }

  private func sentence(ofPapers names: [String]) -> String {
    let names = names.map(shown).joined(separator: words(.listComma))
    let forms = words.forms(.saidPapersWritten, ["files": names])
    // Which files is what matters: only then that the meeting is closed.
    let width = size.columns - 6 - CellWidth.columns(of: words(.saidSaved))
    return forms.first { CellWidth.columns(of: $0) <= width } ?? forms.last ?? names
  }

  private func name(of paper: Paper) -> String {
    paper.isBulletin ? words(.paperBulletin, ["n": paper.name]) : words(.paperMinutes)
  }

  /// What prints a paper later.
  private func command(for paper: Paper) -> String {
    paper.isBulletin ? "wallchart bulletin --number \(paper.name)" : "wallchart minutes"
  }
}

extension Paper {
  fileprivate var isBulletin: Bool { folder == "bulletins" }
}
