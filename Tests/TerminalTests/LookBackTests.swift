import Foundation
import Testing

/// Evidence as files, and the visits to closed tasks.
@Suite struct LookBackTests {
  /// A chart with one closed task, all said by Lin.
  private func closedDesk() throws -> Desk {
    let desk = try Desk()
    try desk.write("a photo", to: "home/Signs 1.JPG")
    let steps = [
      ["mark", "CW-02", "--on", "2020-07-20"],
      [
        "submit", "CW-02", "--on", "2020-07-21", "--unit", "epb", "--evidence", "Signs 1.JPG",
        "--evidence", "list of signs",
      ],
      ["verify", "CW-02", "--on", "2020-07-22", "--unit", "jinpu"],
      ["cross-off", "CW-02", "--on", "2020-07-28", "--unit", "jinpu"],
    ]
    try desk.freeze(on: "2020-07-22")
    for step in steps {
      if step[0] == "cross-off" { try desk.freeze(on: "2020-07-31") }
      _ = try desk.answer(step + [desk.chart, "--as", "Lin"])
    }
    #expect(try desk.ledger().count == 4)
    return desk
  }

  @Test func `A file is copied under its digest, and altered or gone it is found`() throws {
    let desk = try closedDesk()
    let items = try #require(try desk.ledger()[1].evidence)
    #expect(items.count == 2 && items[1] == "list of signs")
    let parts = items[0].split(separator: " ", maxSplits: 1).map(String.init)
    #expect(parts[0].hasPrefix("evidence/") && parts[0].hasSuffix(".jpg"))
    #expect(parts[0].count == "evidence/.jpg".count + 64 && parts[1] == "Signs 1.JPG")
    let kept = desk.chart + "/" + parts[0]
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "a photo")
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: kept)
    try Data("another".utf8).write(to: URL(fileURLWithPath: kept))
    #expect(try desk.run("check", desk.chart).ending == .exit(65))
    try FileManager.default.removeItem(atPath: kept)
    let gone = try desk.run("check", desk.chart)
    #expect(gone.ending == .exit(1) && gone.text.contains(parts[0]))
    #expect(gone.text.contains("nothing is damaged, but 1 thing is to be looked at."))
  }

  @Test func `A file that is not there is no words, and a refused step copies nothing`() throws {
    let desk = try Desk()
    let missing = try desk.run("note", "CW-02", desk.chart, "--evidence", "./none.jpg")
    #expect(missing.ending == .exit(66) && missing.text.contains("none.jpg"), "\(missing.text)")
    try desk.write("a photo", to: "home/photo.jpg")
    let refused = try desk.run(
      "submit", "CW-02", desk.chart, "--unit", "epb", "--evidence", "photo.jpg")
    #expect(refused.ending == .exit(65))
    #expect(!FileManager.default.fileExists(atPath: desk.chart + "/evidence"))
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `The list says what to ask about, and what the visit found`() throws {
    let desk = try closedDesk()
    _ = try desk.answer(
      ["note", "CW-03", desk.chart, "--as", "Lin", "--evidence", "list of signs"])
    let list = try desk.run("look-back", desk.chart)
    #expect(list.ending == .exit(0))
    for part in [
      "1 of 1 closed task, seed 20200731", "CW-02 Drinking water source signs · Ecology Bureau",
      "verified 22 Jul 2020 by Lin (Jinpu)", "crossed off 28 Jul 2020 by Lin (Jinpu)",
      "Signs 1.JPG (", "list of signs, 21 Jul 2020", "to be asked about: ", "CW-03",
      "not visited yet",
    ] { #expect(list.text.contains(part), "\(part): \(list.text)") }
    #expect(
      try desk.answer([
        "note", "CW-02", desk.chart, "--as", "Zhao", "--unit", "jinpu", "--look-back", "--text",
        "4 signs stand",
      ]) == "CW-02: visited, all in order\r\n")
    let after = try desk.run("look-back", desk.chart, "--lang", "zh").text
    #expect(after.contains("4 signs stand") && !after.contains("未回访"), "\(after)")
    // The day it was crossed off is not over.
    let early = try desk.run("look-back", desk.chart, "--as-of", "2020-07-28")
    #expect(early.text.contains("No task was crossed off before this day"))
  }

  @Test func `The list says of a kept file that it is altered, or not here`() throws {
    let desk = try closedDesk()
    let place = try #require(
      try desk.ledger()[1].evidence?.first?.split(separator: " ").first.map(String.init))
    let kept = desk.chart + "/" + place
    func list(_ options: String...) throws -> String {
      try desk.answer(["look-back", desk.chart] + options)
    }
    #expect(try !list().contains("evidence/") && !list("--json").contains("altered"))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: kept)
    try Data("another".utf8).write(to: URL(fileURLWithPath: kept))
    #expect(try list().contains("\(place) is not the file that was handed in"))
    #expect(try list("--json").contains("\"altered\": [\"\(place)\"]"))
    try FileManager.default.removeItem(atPath: kept)
    #expect(try list().contains("\(place), handed in with this entry, is not here."))
    #expect(try list("--json").contains("\"missing\": [\"\(place)\"]"))
    #expect(try list("--lang", "zh").contains("\(place)不在此处"))
  }

  @Test func `What a command made of evidence is said: a file kept, words, or neither`() throws {
    let desk = try Desk()
    try desk.write("a photo", to: "home/real one.jpg")
    func note(_ evidence: String...) throws -> (text: String, ending: TerminalSession.Ending) {
      let session = try desk.begin(
        ["note", "CW-02", desk.chart, "--as", "Lin"] + evidence.flatMap { ["--evidence", $0] })
      let ending = try session.waitForEnd()
      return (session.receivedText, ending)
    }
    #expect(
      try note("real one.jpg", "4 signs").text
        == "CW-02: noted (file real one.jpg kept, words: 4 signs)\r\n")
    // As terminals paste a file that is dragged into them.
    for form in ["'real one.jpg'", "real\\ one.jpg", "'\(desk.home)/real one.jpg'"] {
      #expect(try note(form).text == "CW-02: noted (file real one.jpg kept)\r\n", "\(form)")
    }
    #expect(try note("photos/real.jpg").ending == .exit(66))
    try desk.write("a photo", to: "home/photos/1.jpg")
    let folder = try note("photos")
    #expect(folder.ending == .exit(66))
    #expect(folder.text.contains("photos: a folder, a device"), "\(folder.text)")
    #expect(try desk.ledger().count == 4)
  }

  @Test func `A look-back is of what was crossed off`() throws {
    let desk = try Desk()
    let note = ["note", "CW-02", desk.chart, "--look-back", "--text", "fine"]
    #expect(try desk.begin(note + ["--unit", "jinpu"]).waitForEnd() == .exit(65))
    #expect(try desk.begin(note).waitForEnd() == .exit(64))
    for wrong in [["--count", "0"], ["--seed", "-1"], ["--seed", "x"]] {
      let session = try desk.begin(["look-back", desk.chart] + wrong)
      #expect(try session.waitForEnd() == .exit(64), "\(wrong)")
    }
  }

  @Test func `The same seed draws the same tasks, for a script as well`() throws {
    struct List: Decodable, Equatable {
      struct Task: Decodable, Equatable {
        struct Entry: Decodable, Equatable {
          var on: String
          var by: String
          var kind: String
        }
        var id: String
        var verified: Entry
        var crossedOff: Entry
        var evidence: Entry
        var visits: [Entry]
      }
      var seed: Int
      var closed: Int
      var tasks: [Task]
    }
    let desk = try Desk(nil)
    let seeds =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
      + "/../../seeds/dalian-2020"
    try FileManager.default.copyItem(atPath: seeds, toPath: desk.chart)
    func draw(_ arguments: String...) throws -> List {
      let text = try desk.answer(["look-back", desk.chart, "--json"] + arguments)
      return try JSONDecoder().decode(List.self, from: Data(text.utf8))
    }
    let day = try draw()
    #expect(day.seed == 2020_07_31 && day.closed == 3 && day.tasks.count == 3)
    #expect(Set(day.tasks.map(\.id)) == ["AR-11", "BH-05", "BS-10"])
    let task = try #require(day.tasks.first { $0.id == "BS-10" })
    #expect(task.verified.on == "2020-07-09" && task.crossedOff.on == "2020-07-15")
    #expect(task.evidence.kind == "submit" && task.visits.isEmpty)
    let drawn = try (0..<12).map { try draw("--count", "1", "--seed", "\($0)") }
    #expect(try draw("--count", "1", "--seed", "7") == drawn[7])
    #expect(Set(drawn.map { $0.tasks[0].id }).count == 3)
  }
}
