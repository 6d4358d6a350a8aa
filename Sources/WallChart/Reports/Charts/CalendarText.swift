/// Lines of iCalendar (RFC 5545): folded at 75 bytes, ended as there.
struct CalendarText {
  private(set) var text = ""

  private static let longest = 75

  /// A line that needs no escaping.
  mutating func line(_ line: String) {
    var length = 0
    for scalar in line.unicodeScalars {
      let bytes = Unicode.UTF8.width(scalar)
      if length + bytes > Self.longest {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(scalar)
      length += bytes
    }
    text += "\r\n"
  }

  /// A property whose value is a text of people.
  mutating func property(_ name: String, _ text: String) {
    line(name + ":" + Self.escaped(text))
  }

  /// A property with several texts; left out when there is none.
  mutating func property(_ name: String, list: [String]) {
    guard !list.isEmpty else { return }
    line(name + ":" + list.map(Self.escaped).joined(separator: ","))
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n":
        result.append("\\")
        result.append("n")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
