import Foundation
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
  }

  @Test("The innermost mount that holds a folder says what file system it lies on")
  func fileSystem() {
    let mounts = """
      21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      30 21 0:40 / /srv/share rw shared:2 - nfs4 server:/x rw
      31 21 0:41 / /srv/share/my\\040disk rw - xfs /dev/sdb1 rw
      """
    #expect(FileSystem.kind(of: "/home/a", mounts: mounts) == "ext4")
    #expect(FileSystem.kind(of: "/srv/share/a", mounts: mounts) == "nfs4")
    #expect(FileSystem.kind(of: "/srv/shares", mounts: mounts) == "ext4")
    #expect(FileSystem.kind(of: "/srv/share/my disk/a", mounts: mounts) == "xfs")
    #expect(FileSystem.kind(of: "/a", mounts: "nonsense") == nil)
  }
}
