import Foundation

@testable import WallChartStore

/// A JSON Schema, draft 2020-12, as far as ours go: an unknown keyword is an error, not passed over.
struct JSONSchema {
  let root: JSONValue

  /// One of those in Resources.
  init(named name: String) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let path = tests.path + "/../../Resources/\(name).schema.json"
    root = try JSONValue(PosixFile.contents(of: path))
  }

  /// What is wrong with a value, each with its place; `unlisted` also counts members that no
  /// `properties` lists.
  func errors(in value: JSONValue, unlisted: Bool = false) -> [String] {
    var run = Run(root: root)
    run.check(value, root, "")
    let unknown = run.members.subtracting(run.listed).sorted().map { $0 + ": not listed" }
    return run.errors + (unlisted ? unknown : [])
  }

  func allows(_ value: JSONValue) -> Bool { errors(in: value).isEmpty }

  private static let annotations: Set<String> = [
    "$schema", "$defs", "title", "description", "format",
  ]

  private struct Run {
    let root: JSONValue
    var errors: [String] = []
    /// The paths of all members of the value, and of those that a schema says something of.
    var members: Set<String> = []
    var listed: Set<String> = []

    private func holds(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> Bool {
      var attempt = Run(root: root)
      attempt.check(value, schema, path)
      return attempt.errors.isEmpty
    }

    mutating func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
      members.formUnion(value.members.keys.map { "\(path)/\($0)" })
      for (keyword, rule) in schema.members where !JSONSchema.annotations.contains(keyword) {
        check(value, keyword, rule, schema, path)
      }
    }

    private mutating func check(
      _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ path: String
    ) {
      func fail(_ isRight: Bool) {
        if !isRight { errors.append("\(path): \(keyword)") }
      }
      switch keyword {
      case "$ref":
        let name = rule.text?.split(separator: "/").last.map(String.init) ?? ""
        if let target = root["$defs"]?[name] { check(value, target, path) } else { fail(false) }
      case "type": fail(Self.is(value, rule.text ?? ""))
      case "const": fail(value == rule)
      case "enum": fail(rule.elements.contains(value))
      case "pattern":
        guard let text = value.text, let pattern = rule.text else { return }
        let isFound = (try? Regex(pattern).firstMatch(in: text)) ?? nil
        fail(isFound != nil)
      case "minimum": fail(value.number.map { $0 >= rule.number ?? 0 } ?? true)
      case "maximum": fail(value.number.map { $0 <= rule.number ?? 0 } ?? true)
      case "minProperties":
        if case .object(let members) = value { fail(members.count >= Int(rule.number ?? 0)) }
      case "required":
        if case .object(let members) = value {
          for name in rule.texts where members[name] == nil { errors.append("\(path)/\(name)") }
        }
      case "properties":
        for (name, member) in value.members {
          guard let rule = rule[name] else { continue }
          listed.insert("\(path)/\(name)")
          check(member, rule, "\(path)/\(name)")
        }
      case "additionalProperties":
        for (name, member) in value.members where schema["properties"]?[name] == nil {
          listed.insert("\(path)/\(name)")
          if rule == .flag(false) { fail(false) } else { check(member, rule, "\(path)/\(name)") }
        }
      case "items":
        for (index, element) in value.elements.enumerated() {
          check(element, rule, "\(path)/\(index)")
        }
      case "allOf": for part in rule.elements { check(value, part, path) }
      case "anyOf":
        if let part = rule.elements.first(where: { holds(value, $0, path) }) {
          check(value, part, path)
        } else {
          fail(false)
        }
      case "if":
        let branch = holds(value, rule, path) ? schema["then"] : schema["else"]
        if let branch { check(value, branch, path) }
      case "then", "else": break
      default: errors.append("the schema says \(keyword)")
      }
    }

    private static func `is`(_ value: JSONValue, _ type: String) -> Bool {
      switch (value, type) {
      case (.object, "object"), (.array, "array"), (.text, "string"), (.flag, "boolean"): true
      case (.number(let number), "integer"): number == number.rounded()
      default: false
      }
    }
  }
}
