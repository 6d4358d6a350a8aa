import Testing

@testable import WallChart

@Suite("Big letters")
struct BigTextTests {
  @Test(
    "They are as wide as they say and five points high", arguments: ["1234567890", "BS-04", ""])
  func size(text: String) throws {
    for scale in BigText.Scale.all {
      let big = try #require(BigText(text, scale))
      #expect(big.rows.count == 5 * scale.rows)
      #expect(big.rows.allSatisfy { $0.count == big.width })
    }
  }

  @Test("A number is drawn as its digits are")
  func numbers() throws {
    #expect(BigText(-17, .small) == BigText("-17", .small))
    #expect(
      Self.picture(BigText(7, .small)) == ["######", "....##", "....##", "....##", "....##"])
  }

  @Test("An id stands as it is read, small letters as capitals")
  func ids() throws {
    let one = BigText.Scale(columns: 1, rows: 1)
    #expect(
      Self.picture(try #require(BigText("bs-04", one))) == [
        "###...###....###.#.#",
        "#..#.#.......#.#.#.#",
        "###...##..##.#.#.###",
        "#..#....#....#.#...#",
        "###..###.....###...#",
      ])
  }

  @Test("Every character an id may have has a form, all of one's rows are of one width")
  func complete() throws {
    for scalar in UInt8(0x20)...0x7E {
      let character = Character(Unicode.Scalar(scalar))
      let isOfIDs = character.isLetter || character.isNumber || "._-".contains(character)
      if isOfIDs { #expect(BigText(String(character), .small) != nil, "\(character)") }
    }
    for character in BigText.characters {
      let rows = try #require(BigText(String(character), .small)).rows
      #expect(Set(rows.map(\.count)).count == 1, "\(character)")
    }
  }

  @Test("What has no form is not drawn in part", arguments: ["蓝天-1", "a\u{301}", "é"])
  func withoutForm(text: String) {
    #expect(BigText(text, .small) == nil)
    #expect(BigText.fitting(text, columns: 200, rows: 60) == nil)
  }

  @Test("No two look alike; letters differ from all others in two points or more")
  func different() throws {
    let one = BigText.Scale(columns: 1, rows: 1)
    let all = try BigText.characters.map { ($0, try #require(BigText(String($0), one)).rows) }
    for (place, (left, first)) in all.enumerated() {
      for (right, second) in all[(place + 1)...] {
        let width = max(first[0].count, second[0].count)
        let difference = (0..<5).reduce(0) { sum, row in
          sum
            + (0..<width).count {
              (first[row].indices.contains($0) && first[row][$0])
                != (second[row].indices.contains($0) && second[row][$0])
            }
        }
        #expect(difference >= (left.isLetter || right.isLetter ? 2 : 1), "\(left)\(right)")
      }
    }
  }

  @Test("The largest scale that fits is taken")
  func fitting() throws {
    #expect(BigText.fitting("88", columns: 14, rows: 5)?.scale == .small)
    #expect(BigText.fitting("88", columns: 13, rows: 5)?.scale.columns == 1)
    #expect(BigText.fitting("88", columns: 28, rows: 10)?.scale.columns == 4)
    #expect(BigText.fitting("88", columns: 6, rows: 5) == nil)
    #expect(BigText.fitting("88", columns: 14, rows: 4) == nil)
  }

  private static func picture(_ text: BigText) -> [String] {
    text.rows.map { row in String(row.map { $0 ? "#" : "." }) }
  }
}
