/// Whole percents, halves rounded up; but only all is 100, and only none is 0.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0, part > 0 else { return "0" }
  let rounded = Int((Double(part) / Double(whole) * 100 + 0.5).rounded(.down))
  return "\(part < whole ? min(max(rounded, 1), 99) : max(rounded, 100))"
}
