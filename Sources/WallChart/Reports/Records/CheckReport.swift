import WallChartStore
import WallChartWords

/// What `wallchart check` found in a chart.
struct CheckReport {
  static let format = "wallchart-check/1"

  let path: String
  /// Nil of a plan that cannot be read.
  var tasks: Int?
  var extent: (writers: Int, entries: Int)?
  let findings: [Finding]

  init(of folder: ChartFolder, today: Day) {
    path = folder.name
    tasks = folder.chart.tasks.count
    extent = folder.extent
    findings = folder.findings(today: today)
  }

  /// Of a plan that cannot be read: why. Throws what is wrong with anything else.
  init(of path: String, failing error: any Error) throws {
    guard case .invalid(let findings)? = error as? StoreError else { throw error }
    (self.path, self.findings) = (path, findings)
  }

  var damage: Int { findings.count { $0.fault.isDamage } }

  /// How it came out, in a sentence.
  func sentence(_ words: Words) -> String {
    let path = Printable.filtered(path)
    if damage > 0 { return words(.cliCheckBad, ["path": path, "n": "\(damage)"]) }
    guard findings.isEmpty else {
      return words(.cliCheckWarned, ["path": path, "n": "\(findings.count)"])
    }
    return words(
      .cliCheckOk,
      [
        "path": path, "tasks": "\(tasks ?? 0)", "entries": "\(extent?.entries ?? 0)",
        "writers": "\(extent?.writers ?? 0)",
      ])
  }

  /// As scripts read it; `line` and `column` are left out where a finding is about the whole.
  func json(_ words: Words) -> String {
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("format", Self.format)
      writer.member("path", path)
      writer.member("tasks", tasks)
      writer.member("entries", extent?.entries)
      writer.member("writers", extent?.writers)
      writer.member("damaged", damage)
      writer.name("findings")
      writer.array { writer in
        for (place, finding) in findings.enumerated() {
          writer.newline(separated: place > 0)
          writer.object { writer in
            writer.member("file", finding.file)
            if finding.line > 0 { writer.member("line", finding.line) }
            if finding.column > 0 { writer.member("column", finding.column) }
            writer.name("damage")
            writer.value(finding.fault.isDamage)
            writer.member("sentence", words.sentence(for: finding.fault))
          }
        }
      }
    }
    return writer.text
  }
}
