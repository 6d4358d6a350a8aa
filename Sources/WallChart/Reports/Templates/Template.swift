internal import CEmbedded
import Mustache
import WallChartWords

/// A template in Mustache: a text with places that a ``Datum`` fills. What is filled in is escaped as
/// the template's own first line asks, `{{% CONTENT_TYPE:HTML}}`, and as HTML where it asks nothing;
/// whoever writes a template need not think of it.
struct Template {
  /// Those that the program brings along, by their files in Resources/templates.
  enum BuiltIn: CaseIterable {
    case documentMarkdown, documentHTML, chartHTML

    /// As the file stands: to be copied and changed.
    var text: String {
      let file =
        switch self {
        case .documentMarkdown: embedded_template_document_md()
        case .documentHTML: embedded_template_document_html()
        case .chartHTML: embedded_template_chart_html()
        }
      return String(
        decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }

    var escaping: Escaping { self == .documentMarkdown ? .markdown : .html }

    /// Whether one that escapes so can stand in its place: for a terminal or a letter, plain text too.
    fileprivate func admits(_ other: Escaping) -> Bool {
      other == escaping || escaping == .markdown && other == .plain
    }
  }

  /// What is wrong with a template, and where: line and column count from 1.
  struct Fault: Error {
    let line: Int
    let column: Int
    let reason: Word
    /// What the reason tells of.
    var values: KeyValuePairs<String, String> = [:]
  }

  private let template: MustacheTemplate
  let tags: [Tag]

  /// One of the program's own.
  init(_ builtIn: BuiltIn) {
    do {
      try self.init(builtIn.text)
    } catch {
      // The tests read every one of them.
      fatalError("\(builtIn): \(error)")
    }
  }

  /// From the bytes of a file, for the same format as one of the program's own.
  init(_ bytes: [UInt8], insteadOf builtIn: BuiltIn) throws(Fault) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: 1, column: 1, reason: .templateEncoding)
    }
    try self.init(text)
    guard let first = tags.first, first.sign == "%", first.line == 1, first.column == 1 else {
      throw Fault(
        line: 1, column: 1, reason: .templateFirstLine,
        values: ["line": "{{% CONTENT_TYPE:\(builtIn.escaping.rawValue)}}"])
    }
    for tag in tags where tag.sign == "%" {
      guard let escaping = tag.escaping, !builtIn.admits(escaping) else { continue }
      throw Fault(
        at: tag, .templateFormat,
        ["format": escaping.format, "asked": builtIn.escaping.format])
    }
  }

  init(_ text: String) throws(Fault) {
    _ = Self.escapings
    // Some editors mark UTF-8, and end lines with two characters, which Mustache counts as none.
    let lines = String(
      String.UnicodeScalarView(
        text.unicodeScalars.drop { $0 == "\u{FEFF}" }.filter { $0 != "\r" }))
    tags = try Self.tags(of: lines)
    if let fault = Self.hazard(in: tags) { throw fault }
    do {
      // The library's own HTML overlooks a sign that a combining mark follows; and it takes a brace
      // at the very end for half a tag.
      template = try MustacheTemplate(string: Self.unlessAsked + lines + "\n")
    } catch let error as MustacheTemplate.ParserError {
      if Self.isOfSections(error.error), let fault = Self.sectionFault(in: tags) { throw fault }
      throw Fault(
        line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber,
        reason: Self.reason(of: error.error))
    } catch {
      throw Fault(line: 1, column: 1, reason: .templateBroken)
    }
  }

  /// The template filled, without line feeds at the end.
  func text(of datum: Datum) -> String {
    text(of: datum, by: Repetitions())
  }

  /// The same of an office's own: sections of a list within themselves would go on for days.
  /// - Parameter most: elements of lists that it may come by.
  func text(of datum: Datum, most: Int) throws(Fault) -> String {
    let repetitions = Repetitions(left: most)
    let text = text(of: datum, by: repetitions)
    if repetitions.left < 0, let tag = tags.first(where: \.opensSection) {
      throw Fault(at: tag, .templateEndless, ["section": tag.text])
    }
    return text
  }

  private func text(of datum: Datum, by repetitions: Repetitions) -> String {
    var text = template.render(datum.forMustache(repetitions)).unicodeScalars
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }

  private static let unlessAsked = "{{% CONTENT_TYPE:HTML}}\n"

  private static let escapings: Void = {
    for escaping in Escaping.allCases {
      MustacheContentTypes.register(escaping, named: escaping.rawValue)
    }
  }()

  private static func isOfSections(_ error: any Error) -> Bool {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect, .expectedSectionEnd: true
    default: false
    }
  }

  private static func reason(of error: any Error) -> Word {
    switch error as? MustacheTemplate.Error {
    case .unfinishedName: .templateName
    case .invalidSetDelimiter: .templateBraces
    case .unrecognisedConfigVariable, .invalidConfigVariableSyntax: .templatePragma
    default: .templateBroken
    }
  }
}

extension Escaping: MustacheContentType {}

extension Template.Tag {
  /// Of `CONTENT_TYPE:HTML`.
  fileprivate var escaping: Escaping? {
    let name = content.split(separator: ":").last.map { $0.filter { $0 != " " } }
    return name.flatMap(Escaping.init(rawValue:))
  }
}

// MARK: Values as Mustache takes them

/// How many more elements of lists a template may come by.
private final class Repetitions {
  var left: Int
  init(left: Int = .max) { self.left = left }
}

extension Datum {
  fileprivate func forMustache(_ repetitions: Repetitions) -> Any {
    switch self {
    case .text(let text): Said(text: Printable.filtered(text))
    case .number(let number): number
    case .flag(let flag): flag
    case .none: Nothing()
    case .list(let elements): Elements(elements: elements, repetitions: repetitions)
    case .members(let members): Members(members, repetitions)
    }
  }

  /// A text, which a page may ask for its pieces, so as to break no line within an id.
  private struct Said: MustacheTransformable, MustacheCustomRenderable {
    let text: String
    var renderText: String { text }
    var isNull: Bool { false }

    /// `empty`, `uppercased` and the like; and `pieces`, some of which are `whole`.
    func transform(_ name: String) -> Any? {
      switch name {
      case "pieces": WholeWord.pieces(of: text).map { Said(text: $0) }
      case "whole": WholeWord.isOne(text)
      default: text.transform(name)
      }
    }
  }

  /// Printed as it is, a list or an object says nothing: its inside is no text.
  private struct Elements: MustacheSequence, MustacheTransformable, MustacheCustomRenderable {
    let elements: [Datum]
    let repetitions: Repetitions
    var renderText: String { "" }
    var isNull: Bool { false }

    func makeIterator() -> some IteratorProtocol<Any> {
      elements.lazy.prefix { _ in
        repetitions.left -= 1
        return repetitions.left >= 0
      }.map { $0.forMustache(repetitions) }.makeIterator()
    }

    /// `first`, `last`, `count`, `empty`, `reversed`.
    func transform(_ name: String) -> Any? {
      elements.map { $0.forMustache(repetitions) }.transform(name)
    }
  }

  private struct Members: MustacheParent, MustacheCustomRenderable {
    private let values: [String: Datum]
    private let repetitions: Repetitions
    var renderText: String { "" }
    var isNull: Bool { false }

    init(_ members: [Member], _ repetitions: Repetitions) {
      values = Dictionary(
        members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      self.repetitions = repetitions
    }

    func child(named name: String) -> Any? { values[name]?.forMustache(repetitions) }
  }

  /// A member without a value: one of the same name further out is not meant.
  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}
