/// The looks that a theme gives, as a terminal switches between them.
struct Looks: Sendable {
  /// A look; roles that look alike share one.
  typealias Number = UInt8

  private let terminal: Capabilities
  private var styles: [Theme.Style] = []
  /// The look of each number of a cell.
  private var numbers: [Number] = []
  /// What switches from one to another, as far as it was asked for.
  private var changes: [[UInt8]?]
  /// That which needs no switching on, and that of plain cells.
  static let nothing: Number = 0
  let plain: Number

  init(_ terminal: Capabilities, _ theme: Theme) {
    self.terminal = terminal
    let nothing = Theme.Style()
    styles = [nothing]
    for number in 0..<Cell.looks {
      let role = Role(rawValue: UInt8(number & 0xFF)) ?? .plain
      let style = Self.style(theme[role, isSelected: number > 0xFF], on: terminal)
      if let known = styles.firstIndex(of: style) {
        numbers.append(Number(known))
      } else {
        numbers.append(Number(styles.count))
        styles.append(style)
      }
    }
    plain = numbers[Cell.blank.lookNumber]
    changes = Array(repeating: nil, count: styles.count * styles.count)
  }

  /// Whether plain cells have a ground of their own.
  var hasGround: Bool { styles[Int(plain)].ground >= 0 }

  func number(of cell: Cell) -> Number { numbers[cell.lookNumber] }

  /// A style as far as the terminal has it.
  private static func style(_ style: Theme.Style, on terminal: Capabilities) -> Theme.Style {
    var style = style
    if terminal.text == nil || terminal.ground == nil { (style.text, style.ground) = (-1, -1) }
    guard style.text >= 0 || style.ground >= 0 else { return style }
    if style.isReverse, terminal.notWithColours.contains(.reverse) {
      // What is chosen must be seen, if without its colours.
      (style.text, style.ground) = (-1, -1)
      return style
    }
    if terminal.notWithColours.contains(.bold) { style.isBold = false }
    if terminal.notWithColours.contains(.dim) { style.isDim = false }
    if terminal.notWithColours.contains(.underline) { style.isUnderlined = false }
    return style
  }

  /// The bytes that switch from one look to another.
  mutating func change(from old: Number, to new: Number) -> [UInt8] {
    let place = Int(old) * styles.count + Int(new)
    if let known = changes[place] { return known }
    let bytes = shortest(from: styles[Int(old)], to: styles[Int(new)])
    changes[place] = bytes
    return bytes
  }

  /// From nothing, or from the old look where nothing must be taken from it.
  private func shortest(from old: Theme.Style, to new: Theme.Style) -> [UInt8] {
    let afresh = Self.joined([terminal.reset] + parts(from: Theme.Style(), to: new))
    let lost = Set(old.attributes).subtracting(new.attributes)
    let losesColour = old.text >= 0 && new.text < 0 || old.ground >= 0 && new.ground < 0
    // What gives a terminal its own colours back may take everything else, too.
    let takesAll = Self.takesAll(terminal.ownColours) || terminal.ownColours.isEmpty
    guard lost.isEmpty, !(losesColour && takesAll) else { return afresh }
    let onward = Self.joined(parts(from: old, to: new))
    return onward.count < afresh.count ? onward : afresh
  }

  private func parts(from old: Theme.Style, to new: Theme.Style) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var old = old
    // The terminal's own colours come back both at once.
    if old.text >= 0 && new.text < 0 || old.ground >= 0 && new.ground < 0 {
      parts.append(terminal.ownColours)
      (old.text, old.ground) = (-1, -1)
    }
    for attribute in new.attributes where !old.attributes.contains(attribute) {
      parts.append(terminal[attribute])
    }
    if new.text != old.text, let text = terminal.text { parts.append(text(new.text)) }
    if new.ground != old.ground, let ground = terminal.ground { parts.append(ground(new.ground)) }
    return parts
  }

  /// Sequences one behind the other; those of ECMA-48 that select looks become one.
  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    let parts = parts.filter { !$0.isEmpty }
    guard parts.count > 1, parts.allSatisfy(selectsLook) else { return Array(parts.joined()) }
    var bytes: [UInt8] = [0x1B, UInt8(ascii: "[")]
    for (place, part) in parts.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ";")) }
      let numbers = part.dropFirst(2).dropLast()
      if numbers.isEmpty { bytes.append(UInt8(ascii: "0")) } else { bytes += numbers }
    }
    bytes.append(UInt8(ascii: "m"))
    return bytes
  }

  private static func takesAll(_ bytes: [UInt8]) -> Bool {
    selectsLook(bytes) && bytes.dropFirst(2).dropLast().allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func selectsLook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1B, UInt8(ascii: "[")]) && bytes.last == UInt8(ascii: "m")
      && bytes.dropFirst(2).dropLast().allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ";")
      }
  }
}

extension Theme.Style {
  fileprivate var attributes: [Capabilities.Attribute] {
    var attributes: [Capabilities.Attribute] = []
    if isBold { attributes.append(.bold) }
    if isDim { attributes.append(.dim) }
    if isUnderlined { attributes.append(.underline) }
    if isReverse { attributes.append(.reverse) }
    return attributes
  }
}
