import Foundation
import Testing

@testable import WallChartStore

/// What is handed in: words, or files kept with the chart under their digest.
@Suite final class EvidenceTests: ChartFolderSession {
  private static let digest = HashChain.sha256(Array("boiler".utf8))

  struct Item: Sendable, CustomTestStringConvertible {
    var item: String
    var path: String?
    var words: String
    var testDescription: String { String(item.suffix(24)) }
  }

  @Test(
    "An item of the ledger is a kept file only in the form that is written, else words",
    arguments: [
      Item(
        item: "evidence/\(digest).jpg boiler 1.jpg", path: "evidence/\(digest).jpg",
        words: "boiler 1.jpg"),
      Item(item: "evidence/\(digest) 说明", path: "evidence/\(digest)", words: "说明"),
      Item(
        item: "evidence/\(digest).x ../../etc/passwd", path: "evidence/\(digest).x",
        words: "../../etc/passwd"),
      Item(item: "photo IMG_12", words: "photo IMG_12"),
      Item(item: "", words: ""),
      Item(item: "evidence/\(digest).jpg", words: "evidence/\(digest).jpg"),
      Item(item: "evidence/\(digest).jpg ", words: "evidence/\(digest).jpg "),
      Item(item: "evidence/\(digest).JPG a", words: "evidence/\(digest).JPG a"),
      Item(item: "evidence/\(digest).a/b a", words: "evidence/\(digest).a/b a"),
      Item(item: "evidence/\(digest). a", words: "evidence/\(digest). a"),
      Item(item: "evidence/\(digest).123456789 a", words: "evidence/\(digest).123456789 a"),
      Item(item: "evidence/\(digest)0 a", words: "evidence/\(digest)0 a"),
      Item(item: "evidence/\(digest.dropLast()) a", words: "evidence/\(digest.dropLast()) a"),
      Item(item: "evidence/../../x.jpg a", words: "evidence/../../x.jpg a"),
      Item(
        item: "evidence/\(digest.uppercased()).jpg a",
        words: "evidence/\(digest.uppercased()).jpg a"),
    ])
  func item(row: Item) {
    let evidence = Evidence(row.item)
    #expect(evidence.file?.path == row.path)
    #expect(evidence.words == row.words)
    if row.path != nil { #expect(evidence.file?.sha256 == Self.digest) }
  }

  // MARK: Keeping

  /// A file outside the chart.
  private func given(_ name: String, _ text: String = "boiler") throws -> String {
    try put(text.utf8, at: "\(root)/\(name)")
    return "\(root)/\(name)"
  }

  private var kept: [String] { PosixFile.names(in: path + "/evidence") }

  @Test("A file is copied under its digest, whatever it is called")
  func keep() throws {
    let folder = try open()
    for (name, ending) in [
      ("锅炉 拆除.JPG", ".jpg"), ("a.tar.gz", ".gz"), ("README", ""), (".profile", ""), ("b.", ""),
      ("c.photograph", ""), ("d.jp g", ""),
    ] {
      let item = try folder.keep(evidence: try given(name))
      #expect(item == "evidence/\(Self.digest)\(ending) \(name)")
      #expect(Evidence(item).words == name)
      #expect(try text("evidence/\(Self.digest)\(ending)") == "boiler")
    }
    #expect(kept == ["", ".gz", ".jpg"].map { Self.digest + $0 })
  }

  @Test("What names no file, and does not look like a path, is words")
  func words() throws {
    let folder = try open()
    for words in [
      "photo IMG_12", "合同 3号", "", "photos/IMG_12", "~", "No.5", "see report.pdf", "12/3.5 t",
      "'quoted' words",
      "https://dalian.gov.cn/notice/12.html", "it's", "a\\ b",
    ] {
      #expect(try folder.keep(evidence: words) == words)
    }
    #expect(!PosixFile.exists(path + "/evidence"))
  }

  @Test("An empty file proves nothing")
  func empty() throws {
    let folder = try open()
    let source = try given("empty.jpg", "")
    #expect(throws: StoreError.emptyFile(path: source)) { try folder.keep(evidence: source) }
    #expect(kept == [])
  }

  @Test("Words that claim a kept file are taken only where that very file is")
  func claimed() throws {
    let folder = try open()
    let claim = "evidence/\(Self.digest).txt a.txt"
    let place = path + "/evidence/\(Self.digest).txt"
    #expect(throws: StoreError.system(operation: "open", path: place, code: ENOENT)) {
      try folder.keep(evidence: claim)
    }
    #expect(try folder.keep(evidence: try given("a.txt")) == claim)
    #expect(try folder.keep(evidence: claim) == claim)
    try put("another".utf8, at: place)
    let finding = Finding(
      file: place, line: 0, column: 0, fault: .evidenceAltered("evidence/\(Self.digest).txt"))
    #expect(throws: StoreError.invalid([finding])) { try folder.keep(evidence: claim) }
  }

  @Test("A name of a file in the working folder is that file; one of a folder is refused")
  func workingFolder() throws {
    let folder = try open()
    // Of this process, whose working folder others rely on: only looked at.
    let names = PosixFile.names(in: ".")
    func isPlain(_ name: String) -> Bool {
      var status = stat()
      return lstat(name, &status) == 0 && PosixFile.isRegular(status) && !name.hasPrefix("~")
    }
    let file = try #require(names.first { isPlain($0) && !$0.contains(" ") })
    let item = try folder.keep(evidence: file)
    #expect(Evidence(item).words == file)
    #expect(Evidence(item).file != nil)
    if let other = names.first(where: { PosixFile.isFolder($0) }) {
      #expect(throws: StoreError.noEvidence(path: other)) { try folder.keep(evidence: other) }
    }
  }

  @Test("A path must lead to a file that can be read")
  func paths() throws {
    let folder = try open()
    #expect(throws: StoreError.system(operation: "open", path: root + "/no.jpg", code: ENOENT)) {
      try folder.keep(evidence: root + "/no.jpg")
    }
    #expect(throws: StoreError.system(operation: "open", path: "./no.jpg", code: ENOENT)) {
      try folder.keep(evidence: "./no.jpg")
    }
    #expect(throws: StoreError.noEvidence(path: root)) { try folder.keep(evidence: root) }
    let pipe = root + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(throws: StoreError.noEvidence(path: pipe)) { try folder.keep(evidence: pipe) }
    let huge = try given("huge.mov")
    try #require(truncate(huge, 100 << 20 + 1) == 0)
    #expect(throws: StoreError.tooLarge(path: huge, limitMegabytes: 100)) {
      try folder.keep(evidence: huge)
    }
    #expect(kept == [])
    _ = try given("home.txt")
    let item = try folder.keep(evidence: "~/home.txt", home: root)
    #expect(item == "evidence/\(Self.digest).txt home.txt")
    // A link that somebody names on purpose is followed.
    try #require(symlink(root + "/home.txt", root + "/link.txt") == 0)
    #expect(
      try folder.keep(evidence: root + "/link.txt") == "evidence/\(Self.digest).txt link.txt")
  }

  @Test("What looks like a file and is not there is missing, not words")
  func slips() throws {
    let folder = try open()
    for slip in [
      "nosuch.pdf", "验收报告.PDF", "photos/IMG_12.jpg", "现场/图1.JPG", "'photos/a b.jpg'", "a/b.tar.gz",
    ] {
      #expect(throws: StoreError.self, "\(slip)") { try folder.keep(evidence: slip) }
    }
    #expect(!PosixFile.exists(path + "/evidence"))
  }

  @Test("Quotes and backslashes of a file dragged into a terminal are taken off")
  func dragged() throws {
    let folder = try open()
    _ = try given("it's a \"b\".txt")
    for form in [
      "'\(root)/it'\\''s a \"b\".txt'", "\(root)/it\\'s\\ a\\ \\\"b\\\".txt",
      "\"\(root)/it's a \\\"b\\\".txt\"", "\(root)/it's a \"b\".txt",
    ] {
      #expect(Evidence(try folder.keep(evidence: form)).words == "it's a \"b\".txt", "\(form)")
    }
  }

  @Test("The same bytes are kept once, and nothing lies about")
  func once() throws {
    let folder = try open()
    let first = try folder.keep(evidence: try given("a.txt"))
    let identity = PosixFile.identity(of: path + "/evidence/\(Self.digest).txt")
    let second = try folder.keep(evidence: try given("b.txt"))
    #expect(first != second)
    #expect(PosixFile.identity(of: path + "/evidence/\(Self.digest).txt") == identity)
    #expect(kept == [Self.digest + ".txt"])
  }

  @Test("A kept file that was altered is never built upon, and never written over")
  func altered() throws {
    let folder = try open()
    let source = try given("a.txt")
    let place = path + "/evidence/\(Self.digest).txt"
    _ = try folder.keep(evidence: source)
    try put("another".utf8, at: place)
    let finding = Finding(
      file: place, line: 0, column: 0, fault: .evidenceAltered("\(Self.digest).txt"))
    #expect(throws: StoreError.invalid([finding])) { try folder.keep(evidence: source) }
    #expect(try text("evidence/\(Self.digest).txt") == "another")
  }

  @Test("No link leads the copy out of the chart")
  func links() throws {
    let folder = try open()
    let source = try given("a.txt")
    try PosixFile.makeFolder(root + "/elsewhere")
    try #require(symlink(root + "/elsewhere", path + "/evidence") == 0)
    #expect(throws: StoreError.notAFolder(path: path + "/evidence")) {
      try folder.keep(evidence: source)
    }
    #expect(PosixFile.names(in: root + "/elsewhere") == [])
    unlink(path + "/evidence")
    try PosixFile.makeFolder(path + "/evidence")
    // Even to the very bytes: they could change behind it.
    try #require(symlink(source, path + "/evidence/\(Self.digest).txt") == 0)
    #expect(throws: StoreError.self) { try folder.keep(evidence: source) }
  }

  // MARK: Looking

  private func handIn(_ number: UInt64, _ item: String, to folder: inout ChartFolder) throws {
    var note = draft(number, .note(Fact.Note(text: nil, node: nil)), task: "T1")
    note.evidence = ["words", item]
    _ = try folder.append(note, today: today)
  }

  @Test("Check misses a file that is not there and names one that was exchanged, by its entry")
  func check() throws {
    var folder = try open()
    let item = try folder.keep(evidence: try given("a.txt"))
    let file = try #require(Evidence(item).file?.path)
    try handIn(1, item, to: &folder)
    try handIn(2, item, to: &folder)
    // Strays are nobody's claim.
    try put([1], at: path + "/evidence/stray.txt")
    #expect(folder.findings(today: today).isEmpty)
    try put("boileR".utf8, at: path + "/" + file)
    #expect(
      folder.findings(today: today)
        == [1, 2].map {
          Finding(
            file: ledgerPath(folder), line: $0, column: 0, fault: .evidenceAltered(file))
        })
    #expect(Fault.evidenceAltered(file).isDamage)
    unlink(path + "/" + file)
    #expect(faults(folder) == [1, 2].map { "\($0): \(Fault.evidenceMissing(file))" })
    #expect(!Fault.evidenceMissing(file).isDamage)
    try PosixFile.makeFolder(path + "/" + file)
    #expect(faults(folder) == [1, 2].map { "\($0): \(Fault.evidenceAltered(file))" })
    #expect(folder.damage.isEmpty)
  }
}
