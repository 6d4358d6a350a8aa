import WallChartStore
import WallChartWords

extension State {
  /// The screen for this state.
  func view() -> Frame {
    var frame = Frame(size: size)
    if layout.isTooSmall {
      drawTooSmall(&frame)
    } else if case .help(let scroll) = mode {
      drawHelp(&frame, scroll: scroll)
    } else if mode == .projector {
      drawProjector(&frame)
    } else {
      drawHead(&frame)
      drawBody(&frame)
      drawFoot(&frame)
    }
    if setting.glyphs == .ascii { frame.reduceToASCII(all: setting.isASCIIOnly) }
    return frame
  }

  private func drawTooSmall(_ frame: inout Frame) {
    let text = words(.tooSmall, ["columns": "\(size.columns)", "rows": "\(size.rows)"])
    for (row, line) in CellWidth.wrap(text, to: max(1, size.columns)).enumerated() {
      frame.write(line, at: 0, row)
    }
  }

  func cut(_ text: String, _ width: Int) -> String {
    CellWidth.cut(text, to: width, ellipsis: setting.glyphs.ellipsis)
  }
}
