import Foundation
import Testing
import WallChartStore

@testable import WallChartWords

/// `Resources/config.schema.json` says what the reader takes.
@Suite("The settings and their schema")
struct ConfigSchemaTests {
  private let properties: [String: [String: Any]]

  init() throws {
    let path = Seeds.root + "/Resources/config.schema.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    properties = try #require(schema["properties"] as? [String: [String: Any]])
  }

  @Test("Every member is described, and no other")
  func members() {
    #expect(Set(properties.keys) == Set(Config.Member.allCases.map(\.rawValue)))
    for (name, property) in properties {
      #expect(property["description"] is String, "\(name)")
    }
  }

  @Test("The words it allows are those the reader knows")
  func words() {
    func allowed(_ name: String) -> [String]? {
      // A number of columns may be a word as well.
      (properties[name]?["enum"] as? [Any])?.compactMap { $0 as? String }
    }
    #expect(allowed("language") == Language.allCases.map(\.rawValue))
    #expect(allowed("glyphs") == Config.Glyphs.allCases.map(\.rawValue))
    #expect(allowed("theme") == ThemeName.allCases.map(\.rawValue))
    #expect(allowed("ambiguous") == Config.Ambiguous.allCases.map(\.rawValue))
    #expect(allowed("color") == Config.Colour.allCases.map(\.rawValue))
  }

  @Test("A page of the projector stands as long as it allows, and no shorter or longer")
  func turning() throws {
    let least = try #require(properties["turnSeconds"]?["minimum"] as? Int)
    let most = try #require(properties["turnSeconds"]?["maximum"] as? Int)
    #expect(least...most == Config.turnSeconds)
    let path = NSTemporaryDirectory() + "config-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (text, expected) in [
      ("\(least)", least), ("\(most)", most), ("\(least - 1)", nil), ("\(most + 1)", nil),
      ("5.5", nil), ("\"5\"", nil),
    ] {
      try Data("{\"turnSeconds\": \(text), \"name\": \"Lin\"}".utf8)
        .write(to: URL(fileURLWithPath: path))
      let config = Config(reading: path)
      #expect(config.turnSeconds == expected, "\(text)")
      #expect(config.troubles.count == (expected == nil ? 1 : 0), "\(text)")
      #expect(config.name == "Lin")
    }
  }
}
