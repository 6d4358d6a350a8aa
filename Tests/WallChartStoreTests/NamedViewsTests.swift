import Foundation
import Testing

@testable import WallChartStore

/// The names that views have on this machine.
final class NamedViewsTests: ChartFolderSession {
  private func file() throws -> String {
    NamedViews.path(beside: try #require(try open().memoryPath))
  }

  @Test("Names are kept in their order, replaced by the same name, and taken away")
  func naming() throws {
    let folder = try open()
    #expect(folder.namedViews().views.isEmpty)
    _ = try folder.name(view: #"{"order": "limit"}"#, "第一")
    _ = try folder.name(view: "{}", "second \"view\"")
    // Another terminal of this machine.
    let other = try open()
    _ = try other.name(view: #"{"later": [1, 2]}"#, "第一")
    let views = try other.name(view: "{}", "third")
    #expect(views.map(\.name) == ["第一", "second \"view\"", "third"])
    #expect(views[0].json == #"{"later": [1, 2]}"#)
    #expect(try folder.name(view: nil, "second \"view\"").map(\.name) == ["第一", "third"])
    #expect(try open().namedViews().views.map(\.name) == ["第一", "third"])
  }

  @Test(
    "A damaged file is kept aside and told of, and names can be kept again",
    arguments: [
      "", "{", "[]", #"{"views": {"a": }}"#, #"{"views": {"a": {}, "a": {}}}"#, #"{"other": 1}"#,
      "\u{0}",
    ])
  func damaged(text: String) throws {
    let folder = try open()
    try PosixFile.makeFolder(PosixFile.parent(of: try file()))
    try Data(text.utf8).write(to: URL(fileURLWithPath: try file()))
    let found = folder.namedViews()
    #expect(found.views.isEmpty)
    let aside = try #require(found.aside)
    #expect(try String(contentsOfFile: aside, encoding: .utf8) == text)
    #expect(folder.namedViews().aside == nil)
    #expect(try folder.name(view: "{}", "a").map(\.name) == ["a"])
  }

  @Test("Where there is no place for memory, a name is refused")
  func noMemory() throws {
    let folder = try ChartFolder(opening: path, state: nil)
    #expect(folder.namedViews().views.isEmpty)
    #expect(throws: StoreError.self) { try folder.name(view: "{}", "a") }
  }

  @Test("What is there and cannot be read is not written over")
  func unreadable() throws {
    // A folder in its place: not even root reads it as a file.
    try PosixFile.makeFolder(try file())
    let folder = try open()
    #expect(folder.namedViews().aside == nil)
    #expect(throws: (any Error).self) { try folder.name(view: "{}", "a") }
    #expect(PosixFile.isFolder(try file()))
  }
}
