/// The text of a list, and how it was put into bytes: as it says itself, as a person says, or else
/// UTF-8 or, when it reads as Chinese, GB18030. Never a guess beyond these.
struct ListText: Sendable {
  /// UTF-8, up to the first byte that does not fit.
  private(set) var bytes: [UInt8]
  private(set) var encoding: TextEncoding
  /// What keeps it from being read, at the end of ``bytes`` or in them.
  private(set) var finding: ImportFinding?

  /// - Parameter told: the encoding a person names; nothing else is tried then.
  init(of file: [UInt8], _ told: TextEncoding? = nil) {
    let mark = TextEncoding.marks.first { file.starts(with: $0.bytes) }
    if let mark, let told, !mark.encoding.name.hasPrefix(told.name) {
      let problem = ImportFinding.Problem.otherEncoding(
        marked: mark.encoding.name, named: told.name)
      self.init(refusing: problem, after: [], .utf8)
    } else if let known = mark?.encoding ?? told {
      self.init(file, known, from: mark?.bytes.count ?? 0)
    } else if let wide = Self.unmarkedEncoding(of: file) {
      self.init(refusing: .noByteOrderMark(wide.name), after: [], .utf8)
    } else {
      self.init(unmarked: file)
    }
    if finding == nil, let place = bytes.firstIndex(of: 0) {
      finding = ImportFinding(place: place, problem: .nullCharacter)
    }
  }

  /// A file in an encoding that is known.
  private init(_ file: [UInt8], _ encoding: TextEncoding, from start: Int) {
    if encoding == .utf8 {
      guard let fault = Self.firstFault(in: file) else {
        self.init(file, encoding)
        return
      }
      self.init(
        refusing: Self.badBytes(file, at: fault, encoding), after: Array(file[..<fault]), encoding)
    } else {
      let (text, stop) = encoding.text(of: file[start...])
      if let stop {
        self.init(refusing: Self.badBytes(file, at: stop, encoding), after: text, encoding)
      } else {
        self.init(text, encoding)
      }
    }
  }

  /// A file that does not say what it is.
  private init(unmarked file: [UInt8]) {
    guard let fault = Self.firstFault(in: file) else {
      self.init(file, .utf8)
      return
    }
    let start = Array(file[..<fault])
    if Self.isDamaged(file) {
      self.init(refusing: Self.badBytes(file, at: fault, .utf8), after: start, .utf8)
      return
    }
    let (text, stop) = TextEncoding.gb18030.text(of: file[...])
    if !ChineseText.isLikely(text) {
      let hex = Self.hexadecimal(file[fault...].prefix(2))
      self.init(refusing: .unknownEncoding(hex: hex), after: start, .utf8)
    } else if let stop {
      self.init(refusing: Self.badBytes(file, at: stop, .gb18030), after: text, .gb18030)
    } else {
      self.init(text, .gb18030)
    }
  }

  private init(_ text: [UInt8], _ encoding: TextEncoding) {
    bytes = text
    self.encoding = encoding
  }

  private init(
    refusing problem: ImportFinding.Problem, after text: [UInt8], _ encoding: TextEncoding
  ) {
    self.init(text, encoding)
    finding = ImportFinding(place: text.count, problem: problem)
  }

  // MARK: Looking at bytes

  private static func badBytes(
    _ file: [UInt8], at place: Int, _ encoding: TextEncoding
  ) -> ImportFinding.Problem {
    .badBytes(hex: hexadecimal(file[place...].prefix(2)), encoding: encoding.name)
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }

  /// The first byte that is not UTF-8.
  private static func firstFault(in file: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: file.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether a file that is not UTF-8 was meant to be: nearly all that is not ASCII fits. In
  /// GB18030 hardly a tenth does by accident.
  private static func isDamaged(_ file: [UInt8]) -> Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = file.makeIterator()
    var (fitting, faults) = (0, 0)
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): if scalar.count > 1 { fitting += 1 }
      case .error: faults += 1
      case .emptyInput: return fitting >= 8 * faults
      }
    }
  }

  /// UTF-16 without a byte order mark: the bytes of its commas and line ends are every other one
  /// zero.
  private static func unmarkedEncoding(of file: [UInt8]) -> TextEncoding? {
    guard file.count.isMultiple(of: 2), file.contains(0) else { return nil }
    var zeros = [0, 0]
    for (place, byte) in file.enumerated() where byte == 0 { zeros[place & 1] += 1 }
    guard zeros[0] + zeros[1] >= file.count / 100 else { return nil }
    if zeros[1] > 3 * zeros[0] { return .utf16LE }
    return zeros[0] > 3 * zeros[1] ? .utf16BE : nil
  }
}
