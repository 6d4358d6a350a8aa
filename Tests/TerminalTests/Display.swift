import CVterm

/// What a terminal shows of the bytes it was sent, and what it would send back.
final class Display {
  /// One place of the screen, as it looks.
  struct Cell: Equatable {
    /// Empty in the right half of a wide character.
    var text: String
    var width: Int
    var isBold: Bool
    var isReverse: Bool
    var isUnderlined: Bool
    /// Numbers of the palette; −1 is the terminal's own colour.
    var colour: Int
    var ground: Int
  }

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  /// libvterm keeps the address.
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private(set) var isAlternate = false
  private(set) var isCursorVisible = true
  private(set) var bells = 0
  private(set) var titles = 0
  /// The window's title, as the last setting of it says.
  private(set) var title = ""

  init(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { preconditionFailure("libvterm has no memory") }
    self.terminal = terminal
    self.screen = screen
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let display = Display.of(user) else { return 0 }
      switch property {
      case VTERM_PROP_ALTSCREEN: display.isAlternate = terminal_boolean(value)
      case VTERM_PROP_CURSORVISIBLE: display.isCursorVisible = terminal_boolean(value)
      case VTERM_PROP_TITLE, VTERM_PROP_ICONNAME:
        display.titles += 1
        display.title = terminal_string(value).map { String(cString: $0) } ?? ""
      default: break
      }
      return 1
    }
    callbacks.pointee.bell = { user in
      Display.of(user)?.bells += 1
      return 1
    }
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_reset(screen, 1)
    // The reset itself sets properties; only the program's doings count.
    (bells, titles) = (0, 0)
  }

  /// The display that libvterm calls back.
  private static func of(_ user: UnsafeMutableRawPointer?) -> Display? {
    user.map { Unmanaged<Display>.fromOpaque($0).takeUnretainedValue() }
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  func take(_ bytes: some Collection<UInt8>) {
    let characters = bytes.map { CChar(bitPattern: $0) }
    _ = vterm_input_write(terminal, characters, characters.count)
  }

  func resize(columns: Int, rows: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  // MARK: What goes back

  /// Bytes the terminal wants to send: answers to questions, and keys.
  func output() -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = vterm_output_read(terminal, &bytes, bytes.count)
    return bytes[..<count].map { UInt8(bitPattern: $0) }
  }

  /// The bytes of a key, in the mode the program has put the keyboard into.
  func bytes(of key: Press) -> [UInt8] {
    switch key {
    case .text(let text): return Array(text.utf8)
    case .control(let letter):
      vterm_keyboard_unichar(terminal, letter.value, VTERM_MOD_CTRL)
    case .key(let key): vterm_keyboard_key(terminal, key, VTERM_MOD_NONE)
    case .backTab: vterm_keyboard_key(terminal, VTERM_KEY_TAB, VTERM_MOD_SHIFT)
    case .paste(let text):
      vterm_keyboard_start_paste(terminal)
      let start = output()
      vterm_keyboard_end_paste(terminal)
      return start + text.utf8 + output()
    case .click(let column, let row):
      vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
      vterm_mouse_button(terminal, 1, true, VTERM_MOD_NONE)
      vterm_mouse_button(terminal, 1, false, VTERM_MOD_NONE)
    case .wheel(let isDown):
      vterm_mouse_button(terminal, isDown ? 5 : 4, true, VTERM_MOD_NONE)
    case .bytes(let bytes): return bytes
    }
    return output()
  }

  // MARK: What is seen

  var size: (columns: Int, rows: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(terminal, &rows, &columns)
    return (Int(columns), Int(rows))
  }

  var cursor: (column: Int, row: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.col), Int(position.row))
  }

  func cell(_ column: Int, _ row: Int) -> Cell {
    let cell = terminal_cell_at(screen, Int32(row), Int32(column))
    var text = ""
    withUnsafeBytes(of: cell.scalars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self) {
        guard value != 0, let scalar = Unicode.Scalar(value) else { break }
        text.unicodeScalars.append(scalar)
      }
    }
    // libvterm marks the right half of a wide character with a value that is no scalar, and leaves
    // there the look of what stood in its place: it has none of its own.
    if text.isEmpty, cell.scalars.0 != 0 {
      return Cell(
        text: "", width: 0, isBold: false, isReverse: false, isUnderlined: false, colour: -1,
        ground: -1)
    }
    if text.isEmpty { text = " " }
    return Cell(
      text: text, width: Int(cell.width), isBold: cell.is_bold, isReverse: cell.is_reverse,
      isUnderlined: cell.is_underlined, colour: Int(cell.text), ground: Int(cell.ground))
  }

  func cells(ofRow row: Int) -> [Cell] {
    (0..<size.columns).map { cell($0, row) }
  }

  /// The text of a row, blanks at its end left out.
  func row(_ row: Int) -> String {
    var text = cells(ofRow: row).map(\.text).joined()
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  var rows: [String] { (0..<size.rows).map { row($0) } }

  var text: String { rows.joined(separator: "\n") }

  /// The columns where a text begins in a row, wide characters counted as two.
  func columns(of text: String, inRow row: Int) -> [Int] {
    var places: [Int] = []
    let cells = cells(ofRow: row)
    for start in cells.indices where !cells[start].text.isEmpty {
      var found = ""
      for cell in cells[start...] where found.utf8.count < text.utf8.count { found += cell.text }
      if found == text { places.append(start) }
    }
    return places
  }
}

/// Something a person presses.
enum Press: ExpressibleByStringLiteral {
  /// Characters, as typed, pasted or sent by an input method.
  case text(String)
  case control(Unicode.Scalar)
  case key(VTermKey)
  case backTab
  /// Text from the clipboard: marked as such if the program asked for it.
  case paste(String)
  /// The left button, down and up; nothing is sent unless the program asked for it.
  case click(column: Int, row: Int)
  case wheel(isDown: Bool)
  /// What a terminal may send and libvterm does not.
  case bytes([UInt8])

  init(stringLiteral text: String) { self = .text(text) }

  static let space = Press.text(" ")
  static let enter = Press.key(VTERM_KEY_ENTER)
  static let escape = Press.key(VTERM_KEY_ESCAPE)
  static let tab = Press.key(VTERM_KEY_TAB)
  static let up = Press.key(VTERM_KEY_UP)
  static let down = Press.key(VTERM_KEY_DOWN)
  static let left = Press.key(VTERM_KEY_LEFT)
  static let right = Press.key(VTERM_KEY_RIGHT)
  static let home = Press.key(VTERM_KEY_HOME)
  static let end = Press.key(VTERM_KEY_END)
  static let pageUp = Press.key(VTERM_KEY_PAGEUP)
  static let backspace = Press.key(VTERM_KEY_BACKSPACE)
  static let pageDown = Press.key(VTERM_KEY_PAGEDOWN)
}
