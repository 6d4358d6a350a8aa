internal import Glibc

/// A way of looking at a chart that a person gave a name to. What it says is JSON that the program
/// understands; here it is only kept.
package struct NamedView: Sendable, Hashable {
  package var name: String
  package var json: String

  package init(name: String, json: String) {
    self.name = name
    self.json = json
  }
}

/// The named views of a chart on this machine, in the order they were named. In a file of its own
/// beside the ``Installation``, like the ``Cursor``.
struct NamedViews: Sendable, Equatable {
  var views: [NamedView] = []

  static func path(beside memory: String) -> String { memory + ".views" }

  init() {}

  /// Throws a ``Finding`` when the file is there and damaged, a ``StoreError`` when it is there and
  /// cannot be read.
  init(reading path: String) throws {
    guard PosixFile.exists(path) else { return }
    var reader = JSONReader(try PosixFile.contents(of: path, limitMegabytes: 1), file: path)
    let unknown = try reader.members { reader, name in
      guard name == "views" else { return false }
      // What a view says is taken as it stands.
      views = try reader.members { _, _ in false }.map { NamedView(name: $0.name, json: $0.value) }
      return true
    }
    if let name = unknown.first?.name {
      throw reader.finding(.unknownWord(name, allowed: ["views"]), at: 0)
    }
    try reader.end()
  }

  func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.name("views")
      $0.object { writer in
        for view in views { writer.member(view.name, json: view.json) }
      }
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes)
  }

  /// Gives a view a name, in the place of one that had it; without a view, takes the name away.
  mutating func name(_ name: String, _ json: String?) {
    let place = views.firstIndex { $0.name == name }
    switch (place, json) {
    case (let place?, let json?): views[place].json = json
    case (let place?, nil): views.remove(at: place)
    case (nil, let json?): views.append(NamedView(name: name, json: json))
    case (nil, nil): break
    }
  }
}

extension ChartFolder {
  /// The views that were named on this machine. A damaged file is renamed, so that it is kept and
  /// the next view can be, and its new path told.
  package func namedViews() -> (views: [NamedView], aside: String?) {
    guard let memoryPath else { return ([], nil) }
    let path = NamedViews.path(beside: memoryPath)
    do {
      return (try NamedViews(reading: path).views, nil)
    } catch is Finding {
      let aside = path + "." + EntryID.random().text
      return ([], rename(path, aside) == 0 ? aside : nil)
    } catch {
      return ([], nil)
    }
  }

  /// Names a view, or takes a name away, and answers with all that are named then. The file is read
  /// anew: another terminal may have named one, too.
  package func name(view json: String?, _ name: String) throws -> [NamedView] {
    guard let memoryPath else {
      throw StoreError.system(operation: "open", path: "$XDG_STATE_HOME/wallchart", code: ENOENT)
    }
    var named = NamedViews()
    named.views = namedViews().views
    let path = NamedViews.path(beside: memoryPath)
    if PosixFile.exists(path) { named = try NamedViews(reading: path) }
    named.name(name, json)
    try named.write(to: path)
    return named.views
  }
}
