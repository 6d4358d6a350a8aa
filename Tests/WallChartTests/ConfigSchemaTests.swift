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
    func allowed(_ name: String) -> [String]? { properties[name]?["enum"] as? [String] }
    #expect(allowed("language") == Language.allCases.map(\.rawValue))
    #expect(allowed("glyphs") == Config.Glyphs.allCases.map(\.rawValue))
    #expect(allowed("color") == Config.Colour.allCases.map(\.rawValue))
  }
}
