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
  }

  /// What is wrong with a template, and where: line and column count from 1.
  struct Fault: Error, Equatable {
    let line: Int
    let column: Int
    let reason: Word
  }

  private let template: MustacheTemplate

  /// One of the program's own.
  init(_ builtIn: BuiltIn) {
    do {
      try self.init(builtIn.text)
    } catch {
      // The tests read every one of them.
      fatalError("\(builtIn): \(error)")
    }
  }

  /// From the bytes of a file.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: 1, column: 1, reason: .templateEncoding)
    }
    try self.init(text)
  }

  init(_ text: String) throws(Fault) {
    _ = Self.escapings
    // Some editors mark UTF-8, and end lines with two characters, which Mustache counts as none.
    let lines = text.unicodeScalars.drop { $0 == "\u{FEFF}" }.filter { $0 != "\r" }
    do {
      // The library's own HTML overlooks a sign that a combining mark follows.
      template = try MustacheTemplate(
        string: Self.unlessAsked + String(String.UnicodeScalarView(lines)))
    } catch let error as MustacheTemplate.ParserError {
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

  private static func reason(of error: any Error) -> Word {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: .templateClosing
    case .unfinishedName: .templateName
    case .expectedSectionEnd: .templateOpen
    case .unrecognisedConfigVariable, .invalidConfigVariableSyntax: .templatePragma
    default: .templateBroken
    }
  }
}

extension Escaping: MustacheContentType {}

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
