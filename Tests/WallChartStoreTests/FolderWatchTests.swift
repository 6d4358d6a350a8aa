import Foundation
import Glibc
import Testing

@testable import WallChartStore

@Suite("What tells that a folder changed")
struct FolderWatchTests {
  @Test("New lines, new files, a new plan and a new ledger folder are hinted at, nothing else is")
  func hints() throws {
    let path = NSTemporaryDirectory() + "wallchart-watch-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ChartFolder.create(at: path, plan: Chart(title: Text("A")))
    let watch = FolderWatch(folder: path)
    #expect(!watch.takeHints())
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }
    try write("1", "ledger/a.jsonl")
    #expect(watch.takeHints())
    #expect(!watch.takeHints())
    let file = try #require(FileHandle(forWritingAtPath: path + "/ledger/a.jsonl"))
    try file.write(contentsOf: Data("2".utf8))
    #expect(watch.takeHints())
    try write("{}", "chart.json")
    #expect(watch.takeHints())
    // A checkout puts another ledger folder in the place of the one that was watched.
    try FileManager.default.removeItem(atPath: path + "/ledger")
    try FileManager.default.createDirectory(
      atPath: path + "/ledger", withIntermediateDirectories: true)
    #expect(watch.takeHints())
    try write("3", "ledger/b.jsonl")
    #expect(watch.takeHints())
    _ = try Data(contentsOf: URL(fileURLWithPath: path + "/ledger/b.jsonl"))
    #expect(!watch.takeHints())
    // Whoever writes takes the lock and lets it go, which changes nothing.
    do { _ = try FolderLock(folder: path) }
    #expect(!watch.takeHints())
  }

  /// A chart's folder of its own, which the test takes away.
  private func makeFolder() throws -> String {
    let path = NSTemporaryDirectory() + "wallchart-watch-" + UUID().uuidString
    try ChartFolder.create(at: path, plan: Chart(title: Text("A")))
    return path
  }

  @Test(
    "A cursor that moves is hinted to who follows, to nobody else, and is no change of the chart")
  func cursors() throws {
    let path = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let watch = FolderWatch(folder: path)
    let follower = FolderWatch(folder: path, watchesLive: true)
    var file = LiveFile(folder: path, label: "wang")
    file.show(LivePlace(at: Moment(milliseconds: 0, offset: 0), view: "chart"))
    #expect(follower.hints() == .live)
    #expect(watch.hints() == .live)
    file.show(LivePlace(at: Moment(milliseconds: 1, offset: 0), view: "task"))
    #expect(follower.hints() == .live)
    var waiting = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 0) == 0, "it would wake up for nothing")
    file.show(nil)
    #expect(follower.hints() == .live)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: path + "/chart.json"))
    #expect(follower.hints() == .chart)
  }

  @Test("A folder moved away is asked after every second, and the one in its place is watched")
  func movedAway() throws {
    let path = try makeFolder()
    let away = path + "-away"
    defer {
      for path in [path, away, path + "-later"] {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
    let watch = FolderWatch(folder: path)
    let patience = watch.patience
    #expect(rename(path, away) == 0)
    #expect(watch.takeHints())
    #expect(watch.patience == 1)
    try ChartFolder.create(at: path, plan: Chart(title: Text("B")))
    watch.renew()
    #expect(watch.patience == patience)
    _ = watch.takeHints()
    try Data("1".utf8).write(to: URL(fileURLWithPath: path + "/ledger/a.jsonl"))
    #expect(watch.takeHints())
    // What happens in the old one is no matter any more.
    try Data("1".utf8).write(to: URL(fileURLWithPath: away + "/ledger/a.jsonl"))
    #expect(!watch.takeHints())
    // Back again, before anybody looked.
    #expect(rename(path, path + "-later") == 0 && rename(away, path) == 0)
    #expect(watch.takeHints())
    _ = watch.takeHints()
    try Data("2".utf8).write(to: URL(fileURLWithPath: path + "/ledger/b.jsonl"))
    #expect(watch.takeHints())
  }

  @Test("The innermost mount that holds a folder says what file system it lies on")
  func fileSystem() {
    let mounts = Array(
      """
      21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      30 21 0:40 / /srv/share rw shared:2 - nfs4 server:/x rw
      31 21 0:41 / /srv/share/my\\040disk rw - xfs /dev/sdb1 rw
      """.utf8)
    #expect(FileSystem.kind(of: "/home/a", mounts: mounts) == "ext4")
    #expect(FileSystem.kind(of: "/srv/share/a", mounts: mounts) == "nfs4")
    #expect(FileSystem.kind(of: "/srv/shares", mounts: mounts) == "ext4")
    #expect(FileSystem.kind(of: "/srv/share/my disk/a", mounts: mounts) == "xfs")
    #expect(FileSystem.kind(of: "/a", mounts: Array("nonsense".utf8)) == nil)
  }
}
