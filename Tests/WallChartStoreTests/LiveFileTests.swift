import Foundation
import Glibc
import Testing

@testable import WallChartStore

@Suite("Where a clerk is looking, for those who follow")
struct LiveFileTests {
  /// A chart's folder that goes when the test ends.
  private final class Folder {
    let path = NSTemporaryDirectory() + "wallchart-live-" + UUID().uuidString

    init() throws { try ChartFolder.create(at: path, plan: Chart(title: Text("A"))) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { PosixFile.names(in: path).filter { $0.hasPrefix(".live-") } }

    func text(_ name: String) throws -> String {
      String(decoding: try PosixFile.contents(of: "\(path)/\(name)"), as: UTF8.self)
    }
  }

  private func place(
    _ task: String, at second: Int64, meeting: Chart.Rhythm? = nil
  ) -> LivePlace {
    var place = LivePlace(
      at: Moment(milliseconds: 1_596_157_200_000 + second * 1000, offset: 480), view: "chart",
      task: task, node: "2")
    if meeting != nil { (place.place, place.of) = (7, 31) }
    place.meeting = meeting
    return place
  }

  @Test("What is written is read, one line of JSON with nothing in it but kinds and ids")
  func line() throws {
    let folder = try Folder()
    var file = LiveFile(folder: folder.path, label: "k.wang")
    var files = LiveFiles(folder: folder.path)
    #expect(files.place(uptime: 0) == nil)
    let first = place("BS-04", at: 0, meeting: .weekly)
    file.show(first)
    #expect(files.place(uptime: 0) == first)
    let name = try #require(folder.names.first)
    #expect(name.hasPrefix(".live-kwang-"))
    let text = try folder.text(name)
    #expect(text.split(separator: "\n").count == 1 && text.utf8.count == 512)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "format", "at", "view", "task", "node", "place", "of", "meeting", "hash",
      ])
    // A shorter line leaves nothing of the one before.
    let second = LivePlace(at: first.at, view: "ranking")
    file.show(second)
    #expect(files.place(uptime: 0) == second)
    file.show(nil)
    #expect(folder.names.isEmpty)
    #expect(files.place(uptime: 0) == nil)
  }

  @Test("A program that was killed is not followed, and the next one takes its file away")
  func killed() throws {
    let folder = try Folder()
    var files = LiveFiles(folder: folder.path)
    let dead = folder.path + "/.live-lin-0000000000"
    try PosixFile.replace(dead, with: LiveLine(place("BS-01", at: 9), beat: nil).bytes)
    #expect(files.place(uptime: 0) == nil)
    var file = LiveFile(folder: folder.path, label: "wang")
    file.show(place("BS-02", at: 1))
    #expect(files.place(uptime: 0)?.task == "BS-02")
    // It may have been made only just now, and not be locked yet.
    file.sweep()
    #expect(folder.names.count == 2)
    var times = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, dead, &times, 0) == 0)
    // A file of that name that is none of ours stays.
    let foreign = folder.path + "/.live-notes"
    try PosixFile.replace(foreign, with: Array("mine".utf8))
    #expect(utimensat(AT_FDCWD, foreign, &times, 0) == 0)
    file.sweep()
    #expect(!folder.names.contains(".live-lin-0000000000"))
    #expect(folder.names.contains(".live-notes") && folder.names.count == 2)
  }

  @Test("Of several the newest is followed, a meeting before all others")
  func several() throws {
    let folder = try Folder()
    var files = LiveFiles(folder: folder.path)
    var one = LiveFile(folder: folder.path, label: "one")
    var two = LiveFile(folder: folder.path, label: "two")
    one.show(place("BS-01", at: 1))
    two.show(place("BS-02", at: 2))
    #expect(files.place(uptime: 0)?.task == "BS-02")
    one.show(place("BS-03", at: 3))
    #expect(files.place(uptime: 0)?.task == "BS-03")
    two.show(place("BS-04", at: 4, meeting: .daily))
    one.show(place("BS-05", at: 5))
    #expect(files.place(uptime: 0)?.task == "BS-04")
    two.show(nil)
    #expect(files.place(uptime: 0)?.task == "BS-05")
  }

  @Test("One who follows is no place to go to, but tells clerks that somebody wants to know")
  func following() throws {
    let folder = try Folder()
    var (clerk, projector) = (LiveFiles(folder: folder.path), LiveFiles(folder: folder.path))
    var desk = LiveFile(folder: folder.path, label: "desk")
    desk.show(place("BS-06", at: 1))
    var isFollowed = clerk.areFollowed(uptime: 0)
    #expect(!isFollowed)
    var follower = LiveFile(folder: folder.path, label: "projector")
    var wish = place("BS-01", at: 2)
    wish.isFollowing = true
    follower.show(wish)
    isFollowed = clerk.areFollowed(uptime: 0)
    #expect(isFollowed)
    #expect(projector.place(uptime: 0)?.task == "BS-06")
    desk.show(nil)
    #expect(projector.place(uptime: 0) == nil)
    follower.show(nil)
    isFollowed = clerk.areFollowed(uptime: 0)
    #expect(!isFollowed)
  }

  @Test("A clerk whose clock is ahead does not hide the one who moves")
  func clockAhead() throws {
    let folder = try Folder()
    var files = LiveFiles(folder: folder.path)
    var ahead = LiveFile(folder: folder.path, label: "ahead")
    var right = LiveFile(folder: folder.path, label: "right")
    ahead.show(place("BS-02", at: 7200))
    right.show(place("BS-06", at: 0))
    // Of those that stood there before only their own clocks tell.
    #expect(files.place(uptime: 100)?.task == "BS-02")
    right.show(place("BS-07", at: 1))
    #expect(files.place(uptime: 101)?.task == "BS-07")
    ahead.show(place("BS-03", at: 7201))
    #expect(files.place(uptime: 102)?.task == "BS-03")
  }

  @Test("A meeting that was forgotten gives way to the desk where somebody moves")
  func forgottenMeeting() throws {
    let folder = try Folder()
    var files = LiveFiles(folder: folder.path)
    var meeting = LiveFile(folder: folder.path, label: "meeting")
    var desk = LiveFile(folder: folder.path, label: "desk")
    meeting.show(place("BS-02", at: 0, meeting: .weekly))
    desk.show(place("BS-06", at: 1))
    #expect(files.place(uptime: 100)?.task == "BS-02")
    desk.show(place("BS-07", at: 2))
    #expect(files.place(uptime: 3000)?.task == "BS-02")
    #expect(files.place(uptime: 100 + 4 * 3600)?.task == "BS-07")
  }

  @Test("On a share a beat says that the program runs, by the clock of the one who follows")
  func share() throws {
    let folder = try Folder()
    var file = LiveFile(folder: folder.path, label: "wang", isLocal: false)
    var files = LiveFiles(folder: folder.path, isLocal: false)
    // Clocks differ: this one says it is long ago.
    let first = place("BS-01", at: -1_000_000)
    file.show(first)
    // What was there before may be what a dead program left.
    #expect(files.place(uptime: 100) == nil)
    file.show(place("BS-02", at: -999_999))
    #expect(files.place(uptime: 101)?.task == "BS-02")
    #expect(files.place(uptime: 110)?.task == "BS-02")
    #expect(files.place(uptime: 111) == nil)
    // Nothing is written before it is time.
    let name = try #require(folder.names.first)
    let before = try folder.text(name)
    file.keepUp()
    #expect(try folder.text(name) == before)
    Thread.sleep(forTimeInterval: Double(LiveFile.beatSeconds) + 1)
    file.keepUp()
    #expect(try folder.text(name) != before)
    #expect(files.place(uptime: 120)?.task == "BS-02")
  }

  @Test("One who sees no locks follows a clerk at the file server")
  func serverAndShare() throws {
    let folder = try Folder()
    var file = LiveFile(folder: folder.path, label: "wang")
    file.show(place("BS-01", at: 0))
    var files = LiveFiles(folder: folder.path, isLocal: false)
    #expect(files.place(uptime: 100)?.task == "BS-01")
    #expect(files.place(uptime: 1000)?.task == "BS-01")
    file.show(nil)
    #expect(files.place(uptime: 1001) == nil)
  }

  @Test("When another folder takes the chart's place, it is said there, too")
  func replacedFolder() throws {
    let folder = try Folder()
    var file = LiveFile(folder: folder.path, label: "wang")
    var files = LiveFiles(folder: folder.path)
    file.show(place("BS-01", at: 0))
    #expect(rename(folder.path, folder.path + "-old") == 0)
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-old") }
    try ChartFolder.create(at: folder.path, plan: Chart(title: Text("B")))
    // A copy of the whole folder brings a file of that name.
    let name = try #require(
      PosixFile.names(in: folder.path + "-old").first { $0.hasPrefix(".live-") })
    try PosixFile.replace(
      "\(folder.path)/\(name)", with: LiveLine(place("BS-09", at: 9), beat: nil).bytes)
    #expect(files.place(uptime: 0) == nil)
    file.keepUp()
    #expect(files.place(uptime: 0)?.task == "BS-01")
  }

  @Test("What is no live file is passed over, and keeps nobody waiting")
  func hostile() throws {
    let folder = try Folder()
    let whole = LiveLine(place("BS-01", at: 0), beat: 1).bytes
    var spoiled = whole
    spoiled[60] ^= 1
    let foreign = Array(
      String(decoding: whole, as: UTF8.self).replacing("live/1", with: "live/2").utf8)
    let cases: [String: [UInt8]] = [
      "empty": [], "half": Array(whole.prefix(300)), "spoiled": spoiled, "later": foreign,
      "noise": (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7) },
      "large": Array(repeating: 32, count: 1 << 17),
    ]
    for (name, bytes) in cases {
      try PosixFile.replace("\(folder.path)/.live-\(name)", with: bytes)
    }
    #expect(mkfifo(folder.path + "/.live-pipe", 0o600) == 0)
    #expect(mkdir(folder.path + "/.live-folder", 0o700) == 0)
    #expect(symlink("/etc/passwd", folder.path + "/.live-link") == 0)
    for isLocal in [true, false] {
      var files = LiveFiles(folder: folder.path, isLocal: isLocal)
      #expect(files.place(uptime: 100) == nil)
      #expect(files.place(uptime: 101) == nil)
    }
  }

  @Test("A folder that cannot be written to is no matter")
  func unwritable() throws {
    var file = LiveFile(folder: "/proc/self", label: "wang")
    file.show(place("BS-01", at: 0))
    file.keepUp()
    file.sweep()
    file.show(nil)
  }

  @Test("While one line is written over the other again and again, only whole ones are read")
  func race() throws {
    let folder = try Folder()
    let path = folder.path
    let isDone = Lock(false)
    let writer = Thread {
      var file = LiveFile(folder: path, label: "wang")
      for number in 0..<20_000 {
        var place = LivePlace(
          at: Moment(milliseconds: Int64(number), offset: 0), view: "chart",
          task: String(repeating: "x", count: 1 + number % 60))
        place.place = number
        file.show(place)
      }
      isDone.value = true
      // The file goes with the thread's last breath.
    }
    var files = LiveFiles(folder: path)
    writer.start()
    var (seen, last) = (0, -1)
    while !isDone.value {
      guard let place = files.place(uptime: 0), let number = place.place else { continue }
      #expect(place.task?.count == 1 + number % 60 && number >= last)
      seen += number == last ? 0 : 1
      last = number
    }
    #expect(seen > 10)
  }

  /// A flag for two threads.
  private final class Lock: @unchecked Sendable {
    private let lock = NSLock()
    private var flag: Bool

    init(_ flag: Bool) { self.flag = flag }

    var value: Bool {
      get { lock.withLock { flag } }
      set { lock.withLock { flag = newValue } }
    }
  }
}
