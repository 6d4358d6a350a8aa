internal import CEmbedded
import WallChartStore

extension Template {
  /// The papers that templates fill in. What they are given is described in a schema.
  enum Paper {
    case bulletin, minutes, page

    var schema: String { self == .page ? "page.schema.json" : "bulletin.schema.json" }

    /// The names of all members that it may have, those that are absent now too.
    var names: Set<String> {
      let file = self == .page ? embedded_page_schema() : embedded_bulletin_schema()
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      // Of the minutes only this part is described there.
      return Schema(bytes, file: schema).names(only: self == .minutes ? "document" : nil)
    }
  }

  /// The first tag of each name that stands for nothing: neither the datum nor the paper has it, nor
  /// is it one of Mustache's own.
  func unknownTags(in datum: Datum, of paper: Paper) -> [(name: String, tag: Tag)] {
    let known = paper.names.union(datum.names)
    var told: Set<String> = []
    return tags.compactMap { tag in
      guard let name = tag.unknownName(among: known), told.insert(name).inserted else { return nil }
      return (name, tag)
    }
  }
}

extension Template.Tag {
  /// What `name`, `totals.red` or `count(overdue)` holds that is not known.
  fileprivate func unknownName(among known: Set<String>) -> String? {
    switch sign {
    case "!", "%", "=", "/", "$": return nil
    default: break
    }
    let parts = content.filter { $0 != ")" }.split(separator: "(", omittingEmptySubsequences: false)
    let name = parts.last ?? ""
    if !name.split(separator: ".").allSatisfy({ known.contains(String($0)) }) {
      return String(name)
    }
    return parts.dropLast().allSatisfy { Self.functions.contains(String($0)) } ? nil : content
  }

  /// What the library and ``Datum`` make of values.
  private static let functions: Set<String> = [
    "first", "last", "index", "even", "odd", "count", "empty", "reversed", "sorted", "enumerated",
    "capitalized", "lowercased", "uppercased", "equalzero", "plusone", "minusone", "pieces",
    "whole",
  ]
}

extension Datum {
  /// The names of all members, at any depth.
  fileprivate var names: Set<String> {
    switch self {
    case .members(let members):
      members.reduce(into: []) { $0.formUnion($1.value.names.union([$1.name])) }
    case .list(let elements): elements.reduce(into: []) { $0.formUnion($1.names) }
    case .text, .number, .flag, .none: []
    }
  }
}

/// Which members a JSON schema tells of.
private struct Schema {
  /// The names within a part, and the definitions it refers to.
  private struct Part {
    var names: Set<String> = []
    var references: Set<String> = []
  }

  private var members: [String: Part] = [:]
  private var definitions: [String: Part] = [:]

  /// Of a file that the program brings along; the tests read every one of them.
  init(_ bytes: [UInt8], file: String) {
    var reader = JSONReader(bytes, file: file)
    _ = try? reader.members { reader, name in
      switch name {
      case "properties": members = try Self.parts(&reader)
      case "$defs": definitions = try Self.parts(&reader)
      default: return false
      }
      return true
    }
  }

  /// The names at any depth: of all members, or of one.
  func names(only member: String?) -> Set<String> {
    var names = Set(member.map { [$0] } ?? Array(members.keys))
    var waiting = names.compactMap { members[$0] }
    var seen: Set<String> = []
    while let part = waiting.popLast() {
      names.formUnion(part.names)
      waiting += part.references.compactMap {
        seen.insert($0).inserted ? definitions[$0] : nil
      }
    }
    return names
  }

  private static func parts(_ reader: inout JSONReader) throws -> [String: Part] {
    var parts: [String: Part] = [:]
    _ = try reader.members { reader, name in
      var part = Part()
      try read(&reader, into: &part)
      parts[reader.text(of: name)] = part
      return true
    }
    return parts
  }

  private static func read(_ reader: inout JSONReader, into part: inout Part) throws {
    _ = try reader.members { reader, name in
      switch name {
      case "properties":
        _ = try reader.members { reader, name in
          part.names.insert(reader.text(of: name))
          try read(&reader, into: &part)
          return true
        }
      case "items": try read(&reader, into: &part)
      case "allOf", "anyOf", "oneOf": try reader.elements { try read(&$0, into: &part) }
      case "$ref": part.references.insert(String(try reader.text().dropFirst("#/$defs/".count)))
      default: return false
      }
      return true
    }
  }
}
