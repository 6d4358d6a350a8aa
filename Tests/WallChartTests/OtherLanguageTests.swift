import Foundation
import Testing
import WallChartStore

@testable import WallChart
@testable import WallChartWords

/// A language is a file: here one that nobody speaks, made of the English one.
@Suite("A third language")
struct OtherLanguageTests {
  /// Every letter has another one in its place, of one column as well, and numbers have three forms.
  static let file: [String: String] = {
    var file = (try? Words.file(of: .en)) ?? [:]
    for (name, text) in file { file[name] = spoken(text) }
    file["language"] = "qx"
    file["plurals"] = "n % 10 = 1 and n % 100 != 11; n % 10 = 2..4 and n % 100 != 12..14"
    return file
  }()

  static let words = Words(Language(code: "qx"), file: file)

  private static func letter(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter {
    case "A"..."Z": Unicode.Scalar(0x1E00 + 2 * (letter.value - 0x41)) ?? letter
    case "a"..."z": Unicode.Scalar(0x1E01 + 2 * (letter.value - 0x61)) ?? letter
    default: letter
    }
  }

  /// What stands in places keeps its name; the last of the forms to choose from is there twice.
  private static func spoken(_ text: String) -> String {
    func changed(_ text: some StringProtocol) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.map(letter)))
    }
    return text.split(separator: "{", omittingEmptySubsequences: false).enumerated()
      .map { place, part in
        guard place > 0, let end = part.firstIndex(of: "}") else { return changed(part) }
        let forms = part[..<end].split(separator: "|", omittingEmptySubsequences: false)
        let choice = forms.dropFirst().map(changed)
        let all = [String(forms[0])] + choice + choice.suffix(1)
        return "{" + all.joined(separator: "|") + "}" + changed(part[end...].dropFirst())
      }.joined()
  }

  /// The example with nothing in it that has letters but the ids.
  private static let situation: Situation = {
    var chart = Seeds.situation.chart
    func plain(_ text: Text) -> Text {
      Text(
        translations: text.translations.filter { $0.language == "zh" }.map {
          Text.Translation(
            language: "zh", words: $0.words.replacing(/[A-Za-z]/, with: "字"))
        })
    }
    chart.title = plain(chart.title)
    for place in chart.battles.indices {
      chart.battles[place].name = plain(chart.battles[place].name)
    }
    for place in chart.units.indices {
      chart.units[place].name = plain(chart.units[place].name)
      chart.units[place].short = chart.units[place].short.map(plain)
    }
    for place in chart.tasks.indices {
      var task = chart.tasks[place]
      task.title = plain(task.title)
      task.short = task.short.map(plain)
      task.origin = task.origin.map(plain)
      task.problem = task.problem.map(plain)
      task.target = task.target.map(plain)
      task.measures = task.measures.map(plain)
      if let of = task.quantity?.of { task.quantity?.of = plain(of) }
      for node in task.nodes.indices { task.nodes[node].title = plain(task.nodes[node].title) }
      chart.tasks[place] = task
    }
    return Situation(chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
  }()

  /// Names of keys, and those who act.
  private static let known: Set<String> = {
    var labels = Command.table.flatMap(\.keys).map(words.name(of:))
    labels += MeetingCommand.table.flatMap(\.keys).map(words.name(of:))
    labels += ProjectorCommand.table.flatMap(\.keys).map(words.name(of:))
    labels +=
      Prompt.keyList.flatMap(\.keys).map(words.name(of:))
      + Key.Name.allCases.map { words.name(of: .named($0)) }
    return Set(
      labels.flatMap { $0.split { !$0.isLetter }.map(String.init) } + ["Lin", "wallchart", "show"])
  }()

  /// What people wrote into the ledger.
  private static let written: String =
    situation.chart.tasks.flatMap { task in
      situation.ledger.entries(of: task.id).flatMap { [$0.by] + $0.evidence }
    }.joined(separator: " ") + " dalian-tasks.csv"

  @Test("Every screen speaks it, and nothing else", arguments: ScreenTests.shots)
  func screens(shot: ScreenTests.Shot) {
    // Keys that are typed as words find what the language has no word for.
    var session = Session(
      Self.situation, columns: shot.columns, rows: shot.rows, words: Self.words,
      glyphs: shot.glyphs)
    session.press(shot.keys)
    let frame = session.frame
    for row in 0..<shot.rows {
      let text = frame.text(ofRow: row)
      #expect(CellWidth.columns(of: text) <= shot.columns)
      let foreign = text.matches(of: /[A-Za-z]{2,}/).map { String($0.output) }.filter { word in
        !Self.known.contains(word) && !shot.keys.contains(word) && !Self.written.contains(word)
          && !Self.situation.chart.battles.contains { word.hasSuffix($0.id) }
      }
      #expect(foreign.isEmpty, "\(shot.name): \(text)")
    }
  }

  @Test("Numbers take its forms, and what it lacks is said in English")
  func numbers() {
    var file = Self.file
    file["stateOverdue"] = "{n} {n|den|dni|dnej}"
    file["saidReloaded"] = nil
    let words = Words(Language(code: "qx"), file: file)
    let said = [1, 3, 5, 21].map { words(.stateOverdue, ["n": "\($0)"]) }
    #expect(said == ["1 den", "3 dni", "5 dnej", "21 den"])
    #expect(words(.saidReloaded) == Words(.en)(.saidReloaded))
  }

  @Test("Its papers, sheet and page speak it")
  func reports() {
    let letter = ChartLetter.text(of: Self.situation, words: Self.words, width: 80)
    let foreign = letter.matches(of: /[A-Za-z]{3,}/).map { String($0.output) }
    #expect(foreign.isEmpty, "\(foreign)")
    // The import reads English and Chinese headers.
    #expect(
      ChartCSV.text(of: Self.situation, words: Self.words).hasPrefix("\u{FEFF}id,battle,title"))
  }

  @Test("Every file begins with its language, and English is the first")
  func files() throws {
    #expect(Language.allCases.first == .en)
    for language in Language.allCases {
      let path = Seeds.root + "/Resources/words.\(language.rawValue).json"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("{\n\"language\": \"\(language.rawValue)\","))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Seeds.root + "/Resources")
    let there = names.compactMap { $0.wholeMatch(of: /words\.(.*)\.json/).map { String($0.1) } }
    #expect(Set(there) == Set(Language.allCases.map(\.rawValue)))
  }

  @Test(
    "Every page of the manual is there in every language that has one",
    arguments: ManualPage.allCases)
  func pages(page: ManualPage) throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Seeds.root + "/Resources/manual")
    for language in Language.allCases {
      let text = page.text(in: language)
      #expect(text.hasPrefix(".Dd "))
      let isThere = names.contains("\(page.rawValue).\(language.rawValue).mdoc")
      #expect(isThere || text == page.text(in: .en))
    }
    #expect(page.text(in: .zh) != page.text(in: .en))
    #expect(page.text(in: Language(code: "qx")) == page.text(in: .en))
  }
}
