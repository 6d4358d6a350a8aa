import CVterm

/// What a terminal shows of the bytes it was sent, and what it answers to their questions.
final class Screen {
  let columns: Int
  let rows: Int
  private let terminal: OpaquePointer
  private let screen: OpaquePointer

  init(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { preconditionFailure("libvterm has no memory") }
    (self.terminal, self.screen, self.columns, self.rows) = (terminal, screen, columns, rows)
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(terminal) }

  func take(_ bytes: some Collection<UInt8>) {
    let characters = bytes.map { CChar(bitPattern: $0) }
    _ = vterm_input_write(terminal, characters, characters.count)
  }

  /// What the terminal would send back by now: where its cursor really is, what kind it is.
  func answers() -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(terminal, &bytes, bytes.count)
    return bytes.prefix(count).map { UInt8(bitPattern: $0) }
  }

  func row(_ row: Int) -> String {
    var text = ""
    var column = 0
    while column < columns {
      let cell = terminal_cell_at(screen, Int32(row), Int32(column))
      withUnsafeBytes(of: cell.scalars) { bytes in
        for scalar in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
          if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
        }
      }
      if cell.scalars.0 == 0 { text += " " }
      column += max(1, Int(cell.width))
    }
    return text
  }

  /// The rows that show something.
  var text: String {
    (0..<rows).map(row).filter { $0.contains { $0 != " " } }.joined(separator: "\n")
  }

  func shows(_ words: String) -> Bool { (0..<rows).contains { row($0).contains(words) } }
}
