internal import CEmbedded

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

  private func written(in language: Language) -> String {
    let file =
      switch (self, language) {
      case (.wallchart, .en): embedded_manual_wallchart_en()
      case (.wallchart, .zh): embedded_manual_wallchart_zh()
      case (.wallchartImport, .en): embedded_manual_import_en()
      case (.wallchartImport, .zh): embedded_manual_import_zh()
      case (.wallchartChart, .en): embedded_manual_chart_en()
      case (.wallchartChart, .zh): embedded_manual_chart_zh()
      }
    // Constants of the binary: they live as long as the program.
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
