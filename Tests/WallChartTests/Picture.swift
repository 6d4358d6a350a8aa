import Foundation
import Testing

@testable import WallChart

/// Pictures of screens that are kept beside the tests. `RECORD_SCREENS=1 swift test` rewrites them;
/// a missing one is written and fails.
enum Picture {
  /// Holds what is drawn now against what is kept in a file of this folder.
  static func compare(_ drawn: String, with name: String) throws {
    let path = Seeds.root + "/Tests/WallChartTests/" + name
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil
    guard !isRecording, let kept = try? String(contentsOfFile: path, encoding: .utf8) else {
      try drawn.write(toFile: path, atomically: true, encoding: .utf8)
      if !isRecording { Issue.record("\(name) was missing; written, look at it") }
      return
    }
    #expect(drawn == kept, "\(name):\n\(drawn)")
  }

  /// A letter per cell for its role, upper case where it is selected, and where the cursor stands.
  static func roles(of frame: Frame) -> String {
    let rows = (0..<frame.size.rows).map { row in
      String(
        (0..<frame.size.columns).map { column -> Character in
          let cell = frame[column, row]
          let letter = cell.role == .plain ? "." : cell.role.letter
          return cell.isSelected ? Character(letter.uppercased()) : letter
        })
    }
    return String(repeating: "=", count: frame.size.columns) + "\n" + rows.joined(separator: "\n")
      + "\ncursor \(frame.cursor.column), \(frame.cursor.row)\n"
  }
}
