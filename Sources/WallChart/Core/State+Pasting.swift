import WallChartWords

// What pasted text does: it fills a prompt, and never acts.
extension State {
  mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .prompt(var prompt):
      let isWhole = prompt.paste(text)
      mode = .prompt(prompt)
      said = nil
      searchAsTyped(prompt)
      if isWhole { return [] }
      said = Said(text: words(.saidPasteCut, ["n": "\(Prompt.pasteLimit)"]), isError: true)
    case .commands where [.chart, .task, .meeting].contains(onTop.place):
      said = Said(text: words(.saidPasteElsewhere))
    case .menu(var menu):
      menu.paste(text)
      mode = .menu(menu)
      return []
    case .commands, .confirming, .overtaken: break
    }
    return [.bell]
  }
}

extension Prompt {
  /// Characters an answer grows to by pasting: a page of text, which an entry has room for.
  static let pasteLimit = 4000

  /// Inserts pasted text at the caret, as one line; false when it had to be cut.
  mutating func paste(_ pasted: String) -> Bool {
    // Not all is looked at where far too much comes; the scalars of a character are few.
    let scalars = pasted.unicodeScalars
    let looked = scalars.prefix(Self.pasteLimit * 4)
    let line = Array(Self.line(of: looked))
    if isProposal { (text, caret, isProposal) = ([], 0, false) }
    let taken = line.prefix(max(0, Self.pasteLimit - text.count))
    text.insert(contentsOf: taken, at: caret)
    caret += taken.count
    return taken.count == line.count && looked.endIndex == scalars.endIndex
  }

  /// Text with one blank for every run of line feeds, tabs and other control characters.
  static func line(of scalars: some Sequence<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    var wasControl = false
    for scalar in scalars {
      let isControl =
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      if !isControl { line.append(scalar) } else if !wasControl { line.append(" ") }
      wasControl = isControl
    }
    return String(line)
  }
}
