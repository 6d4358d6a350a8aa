import Foundation
import Testing

@testable import WallChart

@Suite("Colours")
struct ThemeTests {
  @Test(
    "Where text and ground are both set, they differ by at least 7 to 1", arguments: Role.allCases)
  func contrast(role: Role) {
    for isSelected in [false, true] {
      let style = Theme.rich[role, isSelected: isSelected]
      guard style.text >= 0, style.ground >= 0 else { continue }
      // The ink of big digits fills its cells: it is read against the tile around it.
      if style.text == style.ground { continue }
      #expect(style.text >= 16 && style.ground >= 16, "the first 16 belong to the user's theme")
      #expect(Self.contrast(style.text, style.ground) >= 7, "\(role)")
    }
  }

  @Test(
    "Big digits differ from their tile by at least 7 to 1",
    arguments: [
      (Role.tileRed, Role.inkLight), (.tileYellow, .inkDark), (.tileSoon, .inkDark),
      (.tileCalm, .inkLight), (.tileDone, .inkDone),
    ])
  func ink(tile: Role, ink: Role) {
    let ground = Theme.rich[tile, isSelected: false].ground
    #expect(Self.contrast(ground, Theme.rich[ink, isSelected: false].ground) >= 7)
  }

  @Test("What the test card says of contrast is so, in a dark room and in a lit one")
  func saidContrast() throws {
    for first in Int16(16)..<256 {
      for second in stride(from: Int16(16), to: 256, by: 7) {
        let said = try #require(Theme.contrast(first, second, in: .dark))
        #expect(abs(said - Self.contrast(first, second)) < 1e-9)
      }
    }
    // White on dark red, black on white.
    #expect(abs(try #require(Theme.contrast(231, 124, in: .lit)) - 6.5) < 0.1)
    #expect(abs(try #require(Theme.contrast(16, 231, in: .lit)) - 15) < 1e-9)
    for chosen: Int16 in [-1, 0, 15] { #expect(Theme.contrast(chosen, 16, in: .dark) == nil) }
  }

  @Test("Every state that matters sets both, so that it reads on a light ground and a dark one")
  func statesSetBoth() {
    for role in [
      Role.met, .metLate, .yellow, .red, .dueSoon, .error, .selectedRow, .saved, .tileRed,
      .tileYellow, .tileSoon, .tileCalm, .tileDone,
    ] {
      let style = Theme.rich[role, isSelected: false]
      #expect(style.text >= 0 && style.ground >= 0, "\(role)")
    }
  }

  @Test("The selected cell looks different from the same cell unselected", arguments: Role.allCases)
  func selection(role: Role) {
    for theme in [Theme.rich, .eight, .mono] {
      #expect(theme[role, isSelected: true] != theme[role, isSelected: false])
    }
  }

  @Test("In a menu the chosen line alone has a ground, whatever the terminal has")
  func menu() {
    for theme in [Theme.rich, .eight, .mono] {
      for role in [Role.panel, .panelOff] {
        let (chosen, other) = (theme[role, isSelected: true], theme[role, isSelected: false])
        #expect(chosen.isReverse && chosen.ground == -1 && chosen.text == -1)
        #expect(!other.isReverse && other.ground == -1 && other.text == -1)
      }
    }
  }

  /// WCAG 2.2 contrast of two entries of the 256-colour palette from 16 on.
  private static func contrast(_ first: Int16, _ second: Int16) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ colour: Int16) -> Double {
    let levels: [Double] = [0, 95, 135, 175, 215, 255]
    let index = Int(colour) - 16
    let channels =
      colour >= 232
      ? Array(repeating: Double(8 + (Int(colour) - 232) * 10), count: 3)
      : [levels[index / 36], levels[index / 6 % 6], levels[index % 6]]
    let linear = channels.map { channel -> Double in
      let value = channel / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
