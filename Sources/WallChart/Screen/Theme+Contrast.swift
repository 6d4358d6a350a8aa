// How well text can be told from its ground.
extension Theme {
  /// A room by the light that falls on the picture, as a share of its white.
  enum Room: CaseIterable, Sendable {
    case dark
    /// White is 15 times as bright as black: what is asked of rooms where decisions are made.
    case lit

    /// What WCAG 2.2 adds for glare is the light of the first.
    fileprivate var light: Double {
      switch self {
      case .dark: 0.05
      case .lit: 1.0 / 14
      }
    }
  }

  /// Whether there are colours at all.
  var hasColours: Bool {
    Role.allCases.contains { self[$0, isSelected: false].ground >= 0 }
  }

  /// How many times brighter the brighter of two colours is, in a room; nil where the terminal
  /// chooses one of them.
  static func contrast(_ first: Int16, _ second: Int16, in room: Room) -> Double? {
    guard let first = luminance(first), let second = luminance(second) else { return nil }
    return (max(first, second) + room.light) / (min(first, second) + room.light)
  }

  private static func luminance(_ colour: Int16) -> Double? {
    channels(colour).map {
      0.2126 * linear($0.red) + 0.7152 * linear($0.green) + 0.0722 * linear($0.blue)
    }
  }

  /// Red, green and blue of an entry of the 256-colour palette, 0 to 255, from entry 16 on: a cube of
  /// colours, then greys.
  static func channels(_ colour: Int16) -> (red: Int, green: Int, blue: Int)? {
    guard (16..<256).contains(colour) else { return nil }
    if colour >= 232 {
      let grey = 8 + (Int(colour) - 232) * 10
      return (grey, grey, grey)
    }
    let levels = [0, 95, 135, 175, 215, 255]
    let index = Int(colour) - 16
    return (levels[index / 36], levels[index / 6 % 6], levels[index % 6])
  }

  /// The number of an entry for terminals that take red, green and blue. Those below 256 may mean
  /// entries of a palette there.
  static func direct(_ colour: Int16) -> Int {
    guard let channels = channels(colour) else { return Int(colour) }
    let number = channels.red << 16 | channels.green << 8 | channels.blue
    return number < 256 ? number | 0x010100 : number
  }

  /// A colour as pages write it, `#af0000`; nil where the terminal chooses it.
  static func hex(_ colour: Int16) -> String? {
    channels(colour).map { channels in
      [channels.red, channels.green, channels.blue].reduce("#") { text, channel in
        text + (channel < 16 ? "0" : "") + String(channel, radix: 16)
      }
    }
  }

  private static func linear(_ channel: Int) -> Double {
    let value = Double(channel) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // base to the power of 2.4, by Newton's way to the fifth root of its square.
    let square = base * base
    var root = 1.0
    for _ in 0..<30 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
