package import WallChartStore

/// What a person has set for good: `$XDG_CONFIG_HOME/wallchart/config.json`. Options and variables
/// of the environment come before it. What is wrong in it is told, and the rest is used.
public struct Config: Sendable {
  /// The signs of the screen.
  package enum Glyphs: String, CaseIterable, Sendable {
    case rich, safe, ascii
  }

  /// What a terminal gives to characters of ambiguous width: a column, or two.
  package enum Ambiguous: String, CaseIterable, Sendable {
    case narrow = "1"
    case wide = "2"
    case auto
  }

  /// Whether to use colours.
  package enum Colour: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// The members there are; `config.schema.json` describes them.
  package enum Member: String, CaseIterable, Sendable {
    case name, unit, language, glyphs, ambiguous, color, theme, mouse, turnSeconds
  }

  /// Something that could not be used.
  package enum Trouble: Sendable {
    /// One member; the others hold.
    case member(Finding)
    /// What no JSON can go on behind; what stands before it holds.
    case rest(Finding)
    /// The file cannot be read at all.
    case file(StoreError)
  }

  /// Who acts: a name, and a unit.
  package private(set) var name: String?
  package private(set) var unit: SaidUnit?
  package private(set) var language: Language?
  package private(set) var glyphs: Glyphs?
  package private(set) var ambiguous: Ambiguous?
  package private(set) var colour: Colour?
  package private(set) var theme: ThemeName?
  package private(set) var mouse: Bool?
  /// For how long each page of the projector stands.
  package private(set) var turnSeconds: Int?
  package private(set) var troubles: [Trouble] = []

  /// The file of an environment; one that is not there sets nothing.
  public init(environment: [String: String]) {
    self.init(reading: Folders(environment: environment).config.map { $0 + "/config.json" })
  }

  package init(reading path: String?) {
    guard let path, PosixFile.exists(path) else { return }
    do throws(StoreError) {
      read(try PosixFile.contents(of: path, limitMegabytes: 1), file: path)
    } catch {
      troubles = [.file(error)]
    }
  }

  private mutating func read(_ bytes: [UInt8], file: String) {
    var reader = JSONReader(bytes, file: file)
    do {
      try reader.checkStart()
      _ = try reader.members { reader, name in
        let start = reader
        do {
          try read(reader.text(of: name), from: &reader)
        } catch let finding as Finding {
          // What is wrong with the value is no fault of the file, unless the value has no end.
          reader = start
          try reader.skipValue()
          troubles.append(.member(finding))
        }
        return true
      }
      try reader.end()
    } catch {
      if let finding = error as? Finding { troubles.append(.rest(finding)) }
    }
  }

  /// What a page may stand for: shorter and it cannot be read, longer and it is no turning.
  package static let turnSeconds = 5...3600

  private static func turnSeconds(from reader: inout JSONReader) throws -> Int {
    let start = reader.at
    let number = try reader.wholeNumber()
    guard turnSeconds.contains(number) else {
      throw reader.finding(.badNumber("\(number)"), at: start)
    }
    return number
  }

  /// A number of columns, or a word.
  private static func ambiguous(from reader: inout JSONReader) throws -> Ambiguous {
    if reader.peek() == UInt8(ascii: "\"") { return try reader.word(Ambiguous.self) }
    let start = reader.at
    let number = try reader.wholeNumber()
    guard let ambiguous = Ambiguous(rawValue: "\(number)") else {
      throw reader.finding(.badNumber("\(number)"), at: start)
    }
    return ambiguous
  }

  private mutating func read(_ name: String, from reader: inout JSONReader) throws {
    _ = reader.peek()
    let start = reader.at
    guard let member = Member(rawValue: name) else {
      throw reader.finding(.unknownMember(name, allowed: Member.allCases.map(\.rawValue)))
    }
    switch member {
    case .name: self.name = try reader.text()
    case .unit:
      let text = try reader.text()
      // It is not known yet what a chart has.
      unit = SaidUnit(text, place: reader.finding(.empty, at: start).place)
    case .language: language = try reader.word(Language.self)
    case .glyphs: glyphs = try reader.word(Glyphs.self)
    case .ambiguous: ambiguous = try Self.ambiguous(from: &reader)
    case .color: colour = try reader.word(Colour.self)
    case .theme: theme = try reader.word(ThemeName.self)
    case .mouse: mouse = try reader.trueOrFalse()
    case .turnSeconds: turnSeconds = try Self.turnSeconds(from: &reader)
    }
  }
}

extension Words {
  /// What is wrong in the settings, and what holds all the same.
  package func callAsFunction(_ trouble: Config.Trouble) -> String {
    switch trouble {
    case .member(let finding): self(finding) + self(.configOthersHold)
    case .rest(let finding): self(finding) + self(.configRestUnread)
    case .file(let error): self(error)
    }
  }

  /// The same for one line of a screen: the name of the file without its folder, and how many more
  /// there are.
  package func line(of troubles: [Config.Trouble]) -> String? {
    guard let first = troubles.first else { return nil }
    let more = troubles.count > 1 ? self(.configMore, ["n": "\(troubles.count - 1)"]) : ""
    switch first {
    case .member(var finding), .rest(var finding):
      finding.file = PosixFile.lastComponent(of: finding.file)
      return self(finding) + more
    case .file(let error): return self(error) + more
    }
  }
}
