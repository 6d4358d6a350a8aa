extension Array {
  /// The element at an index, if there is one: rows may be shorter than the heading.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
