import WallChartWords

extension Key.Name {
  /// What a person calls it; nil where its own name says it in every language.
  fileprivate var word: Word? {
    switch self {
    case .up: .keyUp
    case .down: .keyDown
    case .left: .keyLeft
    case .right: .keyRight
    case .wordLeft: .keyWordLeft
    case .wordRight: .keyWordRight
    case .home: .keyHome
    case .end: .keyEnd
    case .pageUp: .keyPageUp
    case .pageDown: .keyPageDown
    case .enter: .keyEnter
    case .escape: .keyEscape
    case .space: .keySpace
    case .tab: .keyTab
    case .backTab: .keyBackTab
    case .backspace: .keyBackspace
    case .delete: .keyDelete
    case .f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8: nil
    }
  }
}

extension Words {
  /// A key as a person reads it: `Ctrl-R`, `PageDown`, `空格`.
  func name(of key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .named(let name): name.word.map { self($0) } ?? name.rawValue
    }
  }

  /// Keys with blanks between.
  func names(of keys: some Sequence<Key>) -> String {
    keys.map(name(of:)).joined(separator: " ")
  }
}
