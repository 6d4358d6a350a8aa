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
    tags = Self.tags(of: lines)
    do {
      // The library's own HTML overlooks a sign that a combining mark follows.
      template = try MustacheTemplate(string: Self.unlessAsked + lines)
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
    var text = template.render(datum.forMustache).unicodeScalars
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

extension Datum {
  fileprivate var forMustache: Any {
    switch self {
    case .text(let text): Printable.filtered(text)
    case .number(let number): number
    case .flag(let flag): flag
    case .none: Nothing()
    case .list(let elements): Elements(elements: elements)
    case .members(let members): Members(members)
    }
  }

  /// Printed as it is, a list or an object says nothing: its inside is no text.
  private struct Elements: MustacheSequence, MustacheTransformable, MustacheCustomRenderable {
    let elements: [Datum]
    var renderText: String { "" }
    var isNull: Bool { false }

    func makeIterator() -> some IteratorProtocol<Any> {
      elements.lazy.map(\.forMustache).makeIterator()
    }

    /// `first`, `last`, `count`, `empty`, `reversed`.
    func transform(_ name: String) -> Any? { elements.map(\.forMustache).transform(name) }
  }

  private struct Members: MustacheParent, MustacheCustomRenderable {
    private let values: [String: Datum]
    var renderText: String { "" }
    var isNull: Bool { false }

    init(_ members: [Member]) {
      values = Dictionary(
        members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    func child(named name: String) -> Any? { values[name]?.forMustache }
  }

  /// A member without a value: one of the same name further out is not meant.
  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}
