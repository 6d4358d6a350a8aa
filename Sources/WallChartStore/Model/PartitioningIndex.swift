extension RandomAccessCollection {
  /// Where the elements begin of which something is true: the end, where there are none. Halves what is
  /// left at every look, and so asks for a collection in which no such element stands before any other.
  @inlinable package func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var (start, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        start = index(after: middle)
        count -= half + 1
      }
    }
    return start
  }
}
