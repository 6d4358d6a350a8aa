import WallChartStore
import WallChartWords

extension State {
  /// The screen for this state.
  /// - Parameter last: the screen before it; what did not change is taken from there.
  func view(after last: Frame? = nil) -> Frame {
    CellWidth.measuring(ambiguous: setting.ambiguous) { drawn(after: last) }
  }

  private func drawn(after last: Frame?) -> Frame {
    var frame = Frame(size: size)
    frame.theme = shownTheme
    if layout.isTooSmall {
      drawTooSmall(&frame)
    } else {
      switch onTop {
      case .chart:
        drawHead(&frame, after: last)
        drawBody(&frame, after: last)
        drawDetails(&frame)
        drawLegend(&frame, after: last)
        drawFoot(&frame, after: last)
      case .task(let scroll):
        drawTaskView(&frame, scroll: scroll)
        drawFoot(&frame)
      case .ranking(let selected): drawRanking(&frame, selected: selected)
      case .since(let selected): drawSince(&frame, selected: selected)
      case .lookBack(let selected): drawLookBack(&frame, selected: selected)
      case .help(let scroll): drawHelp(&frame, scroll: scroll)
      case .projector: drawProjector(&frame)
      case .meeting: drawMeeting(&frame)
      }
      if case .menu(let menu) = mode {
        drawMenu(menu, &frame)
        (frame.headLook, frame.bodyLook, frame.hintsLook) = (nil, nil, nil)
      }
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

  /// Signs at the right edge of rows that more lies above or below.
  func drawMore(
    _ rows: Range<Int>, above: Int, below: Int, at column: Int? = nil, _ frame: inout Frame
  ) {
    let column = column ?? size.columns - 1
    if above > 0 { frame.write(setting.glyphs.moreUp, at: column, rows.lowerBound, .head) }
    if below > 0 { frame.write(setting.glyphs.moreDown, at: column, rows.upperBound - 1, .head) }
  }

  func cut(_ text: String, _ width: Int) -> String {
    CellWidth.cut(text, to: width, ellipsis: setting.glyphs.ellipsis)
  }
}
