import Foundation
import Testing

@testable import WallChartStore

/// The library as others read and use it: its page, and a comment on everything public.
@Suite final class DocumentationTests: ChartFolderSession {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
  private static let root = tests + "/../.."
  private static let sources = root + "/Sources/WallChartStore"
  private static let examples = tests + "/LibraryExamples.swift"

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  // MARK: The page

  @Test func `The page's examples are those that are compiled and run here`() throws {
    let page = try Self.text(Self.sources + "/WallChartStore.docc/WallChartStore.md")
    let blocks = page.split(separator: "```swift\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map { $0.trimmingCharacters(in: .newlines) }
    }
    let functions = try Self.text(Self.examples).split(separator: "\n\nfunc ").dropFirst().map {
      "func " + $0.trimmingCharacters(in: .newlines)
    }
    #expect(blocks == functions)
    #expect(blocks.count == 6)
  }

  @Test func `The examples need nothing that is not public`() throws {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let modules = URL(fileURLWithPath: program).deletingLastPathComponent().path + "/Modules"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Without the package's name, as in a package of somebody else.
    process.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-I", modules, "-Xcc",
      "-fmodule-map-file=\(Self.root)/Sources/CNettle/module.modulemap", Self.examples,
    ]
    let output = Pipe()
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }

  @Test func `The examples do what the page says`() throws {
    let path = root + "/example"
    try makeChart(at: path)
    #expect(throws: StoreError.alreadyThere(path: path)) { try makeChart(at: path) }
    #expect(try redTasks(at: path, on: day("2020-06-20")).isEmpty)
    #expect(
      try redTasks(at: path, on: day("2020-06-21")) == ["BS-01, 8 days: 4 small boilers"])
    var reading = try ChartFolder(opening: path, state: nil)
    let today = SystemClock.now().day
    let stale = try Situation(chart: reading.chart, ledger: reading.ledger, on: today)
      .mark("BS-01", by: Author(name: "Wang"), Sample.stamp(1))

    let mark = try markNext(of: "BS-01", at: path, state: state, by: Author(name: "Lin"))
    #expect(mark.fact == .met(node: "1") && mark.line == 1)
    #expect(throws: Refusal.everythingMet(task: "BS-01")) {
      try markNext(of: "BS-01", at: path, state: self.state, by: Author(name: "Lin"))
    }
    #expect(try damage(at: path, today: today).isEmpty)
    #expect(try save(stale, in: &reading, today: today) == nil)
    _ = reading.takeNews()

    // The hint comes while we wait.
    let other = Thread { [path, state] in
      Thread.sleep(forTimeInterval: 0.2)
      var folder = try? ChartFolder(opening: path, state: state)
      let undo = folder.flatMap { folder in
        try? Situation(chart: folder.chart, ledger: folder.ledger, on: today)
          .undo(mark.id, task: "BS-01", by: Author(name: "Wang"), Sample.stamp(2))
      }
      if let undo { _ = try? folder?.append(undo, today: today) }
    }
    other.start()
    var seen: [String] = []
    try follow(&reading) { folder, news in
      seen += news.entries.map(\.fact.kind)
      return folder.ledger.count < 2
    }
    #expect(seen == ["undo"])
  }

  // MARK: The comments

  /// Whether a line declares something for others.
  private static func declares(_ line: Substring) -> Bool {
    line.hasPrefix("public ") && !line.hasPrefix("public import")
      && !line.hasPrefix("public extension")
  }

  /// Declarations without a comment, and enum cases in a block that begins without one.
  private static func bare(in text: String) -> [String] {
    var bare: [String] = []
    var before: Substring = ""
    var publicEnum: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let code = line.drop { $0 == " " }
      let indent = line.count - code.count
      if code == "}", indent == publicEnum { publicEnum = nil }
      let isCase = code.hasPrefix("case ") && indent == publicEnum.map { $0 + 2 }
      let isDocumented =
        before.hasPrefix("///") || isCase && (before.hasPrefix("case ") || before.hasSuffix(","))
      if declares(code) || isCase, !isDocumented { bare.append(String(code)) }
      if code.hasPrefix("public enum ") { publicEnum = indent }
      if !code.hasPrefix("@") { before = code }
    }
    return bare
  }

  @Test func `Everything public has a comment`() throws {
    let names = try #require(FileManager.default.enumerator(atPath: Self.sources))
    var count = 0
    for case let name as String in names where name.hasSuffix(".swift") {
      let text = try Self.text(Self.sources + "/" + name)
      count += text.split(separator: "\n").count { Self.declares($0.drop { $0 == " " }) }
      #expect(Self.bare(in: text) == [], "\(name)")
    }
    #expect(count > 100)
  }

  @Test func `A missing comment is found`() {
    let text = """
      /// A kind.
      public enum Kind {
        case first
        /// Two more.
        case second
        case third

        case fourth
        public var name: String
        /// Its place.
        @inlinable
        public var place: Int
      }
      """
    #expect(Self.bare(in: text) == ["case first", "case fourth", "public var name: String"])
  }
}
