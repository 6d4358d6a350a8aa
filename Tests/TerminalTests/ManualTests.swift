import Foundation
import Testing
import WallChartWords

@testable import WallChart

/// The man pages as the programs print them: nothing that can be typed is missing.
@Suite struct ManualTests {
  /// A page as one program prints it.
  struct Page: Sendable, CustomTestStringConvertible {
    var program = Desk.program
    var arguments: [String]

    var testDescription: String { arguments.joined(separator: " ") }

    func text() throws -> String {
      let (text, ending) = try Desk(nil).output(of: program, arguments)
      #expect(ending == 0)
      return text
    }
  }

  static let wallchart = ["en", "zh"].map { Page(arguments: ["manual", "--lang", $0]) }
  static let wallchartImport = ["en", "zh"].map {
    Page(program: Desk.importProgram, arguments: ["--manual", "--lang", $0])
  }
  static let chart = ["en", "zh"].map {
    Page(arguments: ["manual", "wallchart-chart", "--lang", $0])
  }

  @Test(arguments: wallchart + wallchartImport)
  func `Every command and option stands in the page of its program`(page: Page) throws {
    let text = try page.text()
    let description = try Desk(nil).output(of: page.program, ["--experimental-dump-help"]).text
    let names = try Self.names(in: description)
    #expect(names.count > 15)
    for name in names {
      let typed = name.hasPrefix("-") ? "Fl \"\(name.dropFirst())\"" : "Cm \"\(name)\""
      let own = ["--help", "-h", "--version", "help"].contains(name)
      let isThere = text.replacing("\\-", with: "-").contains(typed)
      #expect(isThere || own && text.contains(name.drop { $0 == "-" }), "\(name)")
    }
  }

  @Test(arguments: wallchart) func `Every key stands in the page`(page: Page) throws {
    let text = try page.text().replacing("\\&", with: "").replacing("\\-", with: "-")
    let keys =
      Command.table.flatMap(\.keys) + MeetingCommand.table.flatMap(\.keys)
      + ProjectorCommand.own.flatMap(\.keys) + Prompt.keyList.flatMap(\.keys)
    let words = Words(page.arguments.contains("zh") ? .zh : .en)
    for key in keys {
      let name = words.name(of: key)
      #expect(text.contains("Ic \"\(name == "\\" ? "\\e" : name)\""), "\(name)")
    }
  }

  @Test(arguments: chart)
  func `Every member and kind of the files stands in the page of the format`(page: Page) throws {
    let text = try page.text()
    let told = Set(
      text.split(separator: "\n").filter { $0.contains("Va ") }
        .flatMap { $0.split(separator: " ").map(String.init) })
    for name in ["chart", "ledger"] {
      let path = Desk.root + "/Resources/\(name).schema.json"
      let schema = try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: path)))
      for member in Self.members(of: schema) { #expect(told.contains(member), "\(member)") }
      for kind in Self.kinds(of: schema) { #expect(told.contains(kind), "\(kind)") }
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")),
    arguments: wallchart + wallchartImport + chart)
  func `mandoc finds nothing to warn of`(page: Page) throws {
    let desk = try Desk(nil)
    let file = page.arguments.contains("wallchart-chart") ? "page.5" : "page.1"
    try desk.write(try page.text(), to: file)
    let said = try desk.output(
      of: "/usr/bin/mandoc", ["-T", "lint", "-W", "warning", "\(desk.folder)/\(file)"])
    #expect(said.text == "")
  }

  @Test func `A page that is none of this program's says where it is`() throws {
    let desk = try Desk(nil)
    let other = try desk.run("manual", "wallchart-import")
    #expect(other.ending == .exit(64))
    #expect(other.text.contains("wallchart-import --manual"))
    #expect(try desk.run("manual", "import").text == other.text)
    #expect(
      try desk.run("manual", "chart").text == (try desk.run("manual", "wallchart-chart").text))
    #expect(try desk.run("manual", "nothing").text.contains("wallchart, wallchart-chart"))
  }

  /// The names of all commands and options in the parser's description of a program.
  private static func names(in description: String) throws -> Set<String> {
    func names(of command: Any?) -> Set<String> {
      guard let command = command as? [String: Any] else { return [] }
      var found: Set<String> = []
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        guard argument["shouldDisplay"] as? Bool == true else { continue }
        for name in argument["names"] as? [[String: String]] ?? [] {
          found.insert((name["kind"] == "long" ? "--" : "-") + (name["name"] ?? ""))
        }
      }
      for subcommand in command["subcommands"] as? [[String: Any]] ?? [] {
        // The parser adds a command that explains the others to each program.
        if let name = subcommand["commandName"] as? String, name != "help" { found.insert(name) }
        found.formUnion(names(of: subcommand))
      }
      return found
    }
    let tree = try JSONSerialization.jsonObject(with: Data(description.utf8)) as? [String: Any]
    return names(of: tree?["command"])
  }

  private static func members(of schema: Any) -> Set<String> {
    if let list = schema as? [Any] {
      return list.reduce(into: []) { $0.formUnion(members(of: $1)) }
    }
    guard let object = schema as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, member in
      if member.key == "properties", let properties = member.value as? [String: Any] {
        found.formUnion(properties.keys)
      }
      found.formUnion(members(of: member.value))
    }
  }

  private static func kinds(of schema: Any) -> [String] {
    let rules = (schema as? [String: Any])?["allOf"] as? [[String: Any]] ?? []
    return rules.compactMap { rule in
      let condition = (rule["if"] as? [String: Any])?["properties"] as? [String: Any]
      return (condition?["kind"] as? [String: Any])?["const"] as? String
    }
  }
}
