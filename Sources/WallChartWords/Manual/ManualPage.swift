/// A page of the manual, in mdoc(7): what people wrote, Resources/manual, with parts put in that the
/// program says of itself.
package enum ManualPage: String, CaseIterable, Sendable {
  case wallchart
  case wallchartImport = "wallchart-import"
  case wallchartChart = "wallchart-chart"

  /// By its name, or what stands in it behind the program's.
  package func isCalled(_ name: String) -> Bool {
    name == rawValue || "wallchart-" + name == rawValue
  }

  /// The page, whole.
  /// - Parameter parts: the lines for each place, which stands in what was written as `{name}` on a
  ///   line of its own.
  package func text(in language: Language, _ parts: [String: [String]] = [:]) -> String {
    let lines = written(in: language).split(separator: "\n").flatMap { line -> [String] in
      guard line.hasPrefix("{"), line.hasSuffix("}"),
        let part = parts[String(line.dropFirst().dropLast())]
      else { return [String(line)] }
      return part
    }
    return Mdoc.breakable(lines.joined(separator: "\n"))
  }

  /// As people wrote it; in English where nobody did so in the language.
  private func written(in language: Language) -> String {
    for language in [language, .en] {
      let head = ".\\\" \(rawValue) \(language.rawValue)\n"
      let page = EmbeddedFiles.pages.first { $0.prefix(head.utf8.count).elementsEqual(head.utf8) }
      if let page { return String(decoding: page.dropFirst(head.utf8.count), as: UTF8.self) }
    }
    return ""
  }
}
