import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Colours")
struct ThemeTests {
  /// Where the shades of all colours are known.
  private static let fixed = ThemeName.allCases.map { Theme($0, .fixed) }
  private static let all = ThemeName.allCases.flatMap { name in
    Theme.Depth.allCases.map { Theme(name, $0) }
  }

  // MARK: Contrast

  @Test(
    "Where text and ground are both set, they differ by at least 7 to 1", arguments: Role.allCases)
  func contrast(role: Role) {
    for theme in Self.fixed {
      for isSelected in [false, true] {
        let style = theme[role, isSelected: isSelected]
        guard style.text >= 0, style.ground >= 0 else { continue }
        // The ink of big digits fills its cells: it is read against the tile around it.
        if style.text == style.ground { continue }
        #expect(style.text >= 16 && style.ground >= 16, "the first 16 belong to the user's theme")
        // Lines are no text.
        let least = role == .line ? 3 : 7.0
        #expect(Self.contrast(style.text, style.ground) >= least, "\(theme.name) \(role)")
      }
    }
  }

  /// What terminals show for the sixteen colours: PCs and the Linux console, and xterm.
  private static let palettes: [String: [(Double, Double, Double)]] = [
    "VGA": [
      (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170),
      (0, 170, 170), (170, 170, 170), (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85),
      (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
    ],
    "xterm": [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
      (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ],
  ]

  @Test(
    "So they do with few colours in the usual palettes; a red ground allows white no more than 5.9",
    arguments: palettes.keys.sorted(), Role.allCases)
  func contrastOfFewColours(palette: String, role: Role) throws {
    let palette = try #require(Self.palettes[palette])
    for theme in Self.all where theme.depth == .eight || theme.depth == .sixteen {
      for isSelected in [false, true] {
        let style = theme[role, isSelected: isSelected]
        guard style.text >= 0, style.ground >= 0, style.text != style.ground else { continue }
        #expect(style.text < 16 && style.ground < 16)
        let text = style.isBold && style.text < 8 ? style.text + 8 : style.text
        let found = Self.contrast(
          Self.luminance(palette[Int(text)]), Self.luminance(palette[Int(style.ground)]))
        let least = style.ground == 1 || style.text == 1 ? 5.8 : 7
        #expect(found >= least, "\(theme.name) \(theme.depth) \(role) \(style): \(found)")
      }
    }
  }

  @Test("Black is never bold where bold is bright: it would turn to grey")
  func boldBlack() {
    for theme in Self.all where theme.depth != .fixed && theme.depth != .direct {
      for role in Role.allCases {
        for style in [theme[role, isSelected: false], theme[role, isSelected: true]] {
          #expect(!style.isBold || style.text != 0 && !style.isReverse, "\(theme.name) \(role)")
        }
      }
    }
  }

  @Test(
    "Big digits differ from their tile by at least 7 to 1",
    arguments: [Role.tileRed, .tileYellow, .tileSoon, .tileCalm, .tileDone])
  func ink(tile: Role) {
    for theme in Self.fixed where theme.name != .mono {
      let ground = theme[tile, isSelected: false].ground
      #expect(Self.contrast(ground, theme[tile.ink, isSelected: false].ground) >= 7)
    }
    // Without colours they are holes in it.
    let colourless = Theme(.mono, .fixed)
    #expect(colourless[tile, isSelected: false].isReverse)
    #expect(!colourless[tile.ink, isSelected: false].isReverse)
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
    for theme in Self.all where theme.depth != .none && theme.name != .mono {
      for role in [
        Role.met, .metLate, .yellow, .red, .dueSoon, .error, .selectedRow, .saved, .tileRed,
        .tileYellow, .tileSoon, .tileCalm, .tileDone,
      ] {
        let style = theme[role, isSelected: false]
        #expect(style.text >= 0 && style.ground >= 0, "\(theme.name) \(role)")
      }
    }
  }

  @Test("A theme with a ground of its own leaves no cell on that of the terminal")
  func wholeGround() {
    for name in [ThemeName.dark, .light, .highContrast, .printedFlags] {
      for depth in Theme.Depth.allCases where depth != .none {
        let theme = Theme(name, depth)
        for role in Role.allCases {
          let style = theme[role, isSelected: false]
          #expect(style.ground >= 0 && style.text >= 0, "\(name) \(depth) \(role)")
        }
      }
    }
  }

  // MARK: Colour-blind eyes

  /// What red, green and blue, as light, become to eyes without long or middle cones: Machado,
  /// Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
  /// Deficiency" (2009), at full severity.
  private static let eyes: [String: [[Double]]] = [
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
  ]

  /// How far apart two colours are to such eyes: the distance in CIELAB (1976), of which one sees
  /// about 2.
  private static func distance(_ first: Int16, _ second: Int16, _ eyes: [[Double]]) -> Double {
    func lab(_ colour: Int16) -> [Double] {
      let channels = Theme.channels(colour) ?? (0, 0, 0)
      let light = [channels.red, channels.green, channels.blue].map { channel in
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      func times(_ rows: [[Double]], _ vector: [Double]) -> [Double] {
        rows.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
      }
      let seen = times(eyes, light).map { min(1, max(0, $0)) }
      let xyz = times(
        [
          [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
          [0.0193339, 0.1191920, 0.9503041],
        ], seen)
      let parts = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
        let share = value / white
        return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
      }
      return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
    }
    return sqrt(zip(lab(first), lab(second)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
  }

  @Test(
    "Eyes that do not tell red from green tell states apart, by grounds or by texts",
    arguments: ["usual", "protanopia", "deuteranopia"], ThemeName.allCases.filter { $0 != .mono })
  func colourBlind(name: String, theme: ThemeName) throws {
    let eyes = try #require(Self.eyes[name])
    let roles: [Role] = [.met, .metLate, .yellow, .red, .dueSoon, .tileCalm]
    for depth in [Theme.Depth.fixed, .direct] {
      // 20 of CIELAB of the grounds, or 50 of the texts.
      let styles = roles.map { ($0, Theme(theme, depth)[$0, isSelected: false]) }
      for (place, (role, style)) in styles.enumerated() {
        for (other, otherStyle) in styles[..<place] {
          let grounds = Self.distance(style.ground, otherStyle.ground, eyes)
          let texts = Self.distance(style.text, otherStyle.text, eyes)
          #expect(grounds >= 20 || texts >= 50, "\(role) \(other): \(grounds), \(texts)")
        }
      }
      // What is late is never taken for what is done: nearly twice as far.
      let (met, red) = (styles[0].1, styles[3].1)
      #expect(Self.distance(met.ground, red.ground, eyes) >= 38)
    }
  }

  // MARK: Telling apart

  @Test(
    "Without colours what is chosen of a list is reversed, as in menus: an underline is lost in a room",
    arguments: ["=<Down>", "L<Down>", "U<Down>", "p4<Tab>A<Down>", ":<Down>"])
  func chosenOfList(keys: String) {
    var session = Session()
    session.press(keys)
    let frame = session.frame
    let row = frame.cursor.row
    let selected = (0..<80).filter { frame[$0, row].isSelected }
    #expect(selected.count > 40, "\(frame.text)")
    for theme in Self.all where !theme.hasColours {
      for column in selected {
        let cell = frame[column, row]
        #expect(theme[cell.role, isSelected: true].isReverse, "\(column)")
      }
    }
  }

  @Test("The selected cell differs from the same cell unselected by reverse or by its ground")
  func selection() {
    for theme in Self.all {
      for role in Role.allCases {
        let (chosen, other) = (theme[role, isSelected: true], theme[role, isSelected: false])
        // The ink of a figure is never selected.
        if other.text >= 0, other.text == other.ground { continue }
        let told = "\(theme.name) \(theme.depth) \(role)"
        if chosen.isReverse != other.isReverse { continue }
        guard chosen.ground >= 0, other.ground >= 0 else {
          Issue.record("\(told): \(chosen) \(other)")
          continue
        }
        if theme.depth == .fixed || theme.depth == .direct {
          #expect(Self.contrast(chosen.ground, other.ground) >= 3, "\(told)")
        } else {
          for palette in Self.palettes.values {
            let grounds = [chosen, other].map { Self.luminance(palette[Int($0.ground)]) }
            #expect(Self.contrast(grounds[0], grounds[1]) >= 3, "\(told)")
          }
        }
      }
    }
  }

  @Test("Where shades are known it stands out from its row, whatever its state")
  func selectionInItsRow() {
    for theme in Self.fixed where theme.name != .mono {
      let row = theme[.selectedRow, isSelected: false]
      for role in [Role.met, .metLate, .yellow, .red, .dueSoon, .selectedRow] {
        let chosen = theme[role, isSelected: true]
        #expect(Self.contrast(chosen.ground, row.ground) >= 2.9, "\(theme.name) \(role)")
      }
    }
  }

  @Test("Of few colours it has never the ground of its row")
  func selectionInItsRowOfFewColours() {
    for theme in Self.all where theme.name != .mono && theme.depth != .none {
      let row = theme[.selectedRow, isSelected: false]
      for role in [Role.met, .metLate, .yellow, .red, .dueSoon, .selectedRow] {
        #expect(theme[role, isSelected: true].ground != row.ground, "\(theme.name) \(role)")
      }
    }
  }

  @Test("Where black is late, nothing else stands on black", arguments: Theme.Depth.allCases)
  func blackFlags(depth: Theme.Depth) {
    let theme = Theme(.printedFlags, depth)
    let black = theme[.red, isSelected: false].ground
    for role in [Role.met, .metLate, .yellow, .dueSoon, .selectedRow, .tileCalm, .today]
    where depth != .none {
      #expect(theme[role, isSelected: false].ground != black, "\(depth) \(role)")
    }
  }

  @Test("Nor does it look like another state that is not selected, in its row")
  func selectionAmongOthers() {
    let states: [Role] = [.met, .metLate, .yellow, .red, .dueSoon, .selectedRow]
    for theme in Self.all where theme.name != .mono && theme.depth != .none {
      for role in states {
        for other in states {
          #expect(
            theme[role, isSelected: true] != theme[other, isSelected: false],
            "\(theme.name) \(theme.depth) \(role) \(other)")
        }
      }
    }
  }

  @Test("For the colour-blind all states differ, whichever colours they do not see")
  func colourBlind() {
    let roles: [Role] = [.met, .metLate, .yellow, .red, .dueSoon, .tileCalm]
    let theme = Theme(.colourBlind, .fixed)
    for (place, one) in roles.enumerated() {
      for other in roles.dropFirst(place + 1) {
        let grounds = [one, other].map { theme[$0, isSelected: false].ground }
        for sight in Sight.allCases {
          let distance = sight.distance(grounds[0], grounds[1])
          #expect(distance >= 30, "\(one) \(other) \(sight): \(distance)")
        }
      }
    }
  }

  @Test("In a menu the chosen line alone has another ground than the page")
  func menu() {
    for theme in Self.all {
      let page = theme[.plain, isSelected: false]
      for role in [Role.panel, .panelOff] {
        let (chosen, other) = (theme[role, isSelected: true], theme[role, isSelected: false])
        #expect(other.ground == page.ground && !other.isReverse)
        #expect(chosen.isReverse || chosen.ground != page.ground)
        #expect(!chosen.isDim)
      }
    }
  }

  // MARK: Depths

  @Test(
    "The number of colours says which can be used",
    arguments: [
      (-1, Theme.Depth.none), (0, .none), (2, .none), (8, .eight), (15, .eight), (16, .sixteen),
      (88, .sixteen), (256, .fixed), (32768, .eight), (1 << 24, .direct),
    ])
  func depths(colours: Int, depth: Theme.Depth) {
    #expect(Theme.Depth(colours: colours) == depth)
  }

  @Test("By red, green and blue every colour is the one of the palette")
  func direct() {
    #expect(Theme.direct(124) == 0xAF0000)
    #expect(Theme.direct(231) == 0xFFFFFF)
    #expect(Theme.direct(234) == 0x1C1C1C)
    // The least numbers are entries of a palette there.
    for colour in Int16(16)..<256 { #expect(Theme.direct(colour) >= 256) }
    #expect(Theme.direct(16) == 0x010100)
  }

  @Test("Without colours no theme has one")
  func colourless() {
    let themes = ThemeName.allCases.map { Theme($0, .none) }
    for theme in themes + Theme.Depth.allCases.map({ Theme(.mono, $0) }) {
      for role in Role.allCases {
        for style in [theme[role, isSelected: false], theme[role, isSelected: true]] {
          #expect(style.text == -1 && style.ground == -1)
        }
      }
    }
  }

  // MARK: Measures

  /// How colours are seen: by most, and by those who lack one of three kinds of cones (Machado,
  /// Oliveira and Fernandes 2009).
  private enum Sight: CaseIterable {
    case usual, protan, deutan, tritan

    private var matrix: [[Double]] {
      switch self {
      case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protan:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deutan:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritan:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }

    /// CIE 1976, in CIELAB.
    func distance(_ one: Int16, _ other: Int16) -> Double {
      let (one, other) = (lab(one), lab(other))
      return zip(one, other).map { pow($0 - $1, 2) }.reduce(0, +).squareRoot()
    }

    private func lab(_ colour: Int16) -> [Double] {
      let channels = ThemeTests.channels(colour)
      let linear = [channels.0, channels.1, channels.2].map(ThemeTests.linear)
      let seen = matrix.map { row in
        max(0, min(1, zip(row, linear).map { $0 * $1 }.reduce(0, +)))
      }
      func along(_ weights: [Double], _ white: Double) -> Double {
        let value = zip(weights, seen).map { $0 * $1 }.reduce(0, +) / white
        return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
      }
      let x = along([0.4124, 0.3576, 0.1805], 0.95047)
      let y = along([0.2126, 0.7152, 0.0722], 1)
      let z = along([0.0193, 0.1192, 0.9505], 1.08883)
      return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }
  }

  /// WCAG 2.2 contrast of two entries of the 256-colour palette from 16 on.
  private static func contrast(_ first: Int16, _ second: Int16) -> Double {
    contrast(luminance(channels(first)), luminance(channels(second)))
  }

  private static func contrast(_ first: Double, _ second: Double) -> Double {
    (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func channels(_ colour: Int16) -> (Double, Double, Double) {
    let levels: [Double] = [0, 95, 135, 175, 215, 255]
    let index = Int(colour) - 16
    let grey = Double(8 + (Int(colour) - 232) * 10)
    return colour >= 232
      ? (grey, grey, grey) : (levels[index / 36], levels[index / 6 % 6], levels[index % 6])
  }

  private static func luminance(_ colour: (Double, Double, Double)) -> Double {
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
  }

  private static func linear(_ channel: Double) -> Double {
    let value = channel / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
