import WallChartWords

extension State {
  /// What the signs of the cells mean, in a row below them, as far as there is room.
  /// - Parameter last: the screen before, from which it is taken where the body looks the same.
  func drawLegend(_ frame: inout Frame, after last: Frame?) {
    guard let y = layout.legendRow else { return }
    if let last, let look = frame.bodyLook, last.bodyLook == look {
      frame.copy(y, of: last, to: y)
      return
    }
    var x = 1
    for (sign, word) in Legend.shortly {
      let (text, role) = sign.example(setting.glyphs, words)
      let meaning = words(word)
      let end = x + CellWidth.columns(of: text) + 1 + CellWidth.columns(of: meaning)
      guard end < size.columns else { break }
      x = frame.write(text, at: x, y, role)
      x = frame.write(meaning, at: x + 1, y, .hint) + 2
    }
  }
}
