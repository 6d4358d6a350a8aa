/// A chart that was opened on this machine.
package struct KnownChart: Sendable, Equatable {
  /// Its folder, every link followed.
  package var path: String
  package var title: Text
  /// When it was opened last.
  package var opened: Moment

  package init(path: String, title: Text, opened: Moment) {
    self.path = path
    self.title = title
    self.opened = opened
  }
}

extension Folders {
  /// How many charts are remembered.
  private static let limit = 20

  private var knownChartsPath: String? { state.map { $0 + "/opened.json" } }

  /// The charts opened on this machine, the last one first; also those that are gone, for a share
  /// may only not be there today.
  package var knownCharts: [KnownChart] {
    guard let path = knownChartsPath,
      let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1)
    else { return [] }
    var reader = JSONReader(bytes, file: path)
    var charts: [KnownChart] = []
    let isWhole =
      (try? reader.members { reader, name in
        guard name == "charts" else { return false }
        try reader.elements { charts.append(try KnownChart(from: &$0)) }
        return true
      }) != nil
    return isWhole ? charts : []
  }

  /// The chart opened last on this machine.
  package var lastChart: String? { knownCharts.first?.path }

  /// Remembers that a chart was opened.
  package func remember(_ chart: KnownChart) {
    guard let state, let path = knownChartsPath else { return }
    let others = knownCharts.filter { !$0.path.utf8.elementsEqual(chart.path.utf8) }
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.name("charts")
      $0.array { writer in
        for chart in ([chart] + others).prefix(Self.limit) { chart.write(to: &writer) }
      }
    }
    writer.raw("\n")
    // Memory only: when it cannot be written, the next start shows another chart.
    try? PosixFile.makeFolder(state)
    try? PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}

extension KnownChart {
  fileprivate init(from reader: inout JSONReader) throws {
    self.init(path: "", title: Text(""), opened: Moment(milliseconds: 0, offset: 0))
    _ = try reader.members { reader, name in
      switch name {
      case "path": path = try reader.text()
      case "title": title = try reader.words()
      case "opened": opened = Moment(rfc3339: try reader.text()) ?? opened
      default: return false
      }
      return true
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("title", title)
      $0.member("opened", opened.rfc3339)
    }
  }
}
