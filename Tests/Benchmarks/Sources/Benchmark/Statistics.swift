/// What is made of figures that move from run to run.
enum Statistics {
  /// The value below which this share of the values lies, by the nearest rank.
  static func percentile(_ share: Double, of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let rank = Int((share * Double(values.count - 1)).rounded())
    return values.sorted()[min(values.count - 1, max(0, rank))]
  }

  /// The middle value; of an even number the mean of the two in the middle.
  static func median(of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The quotients of what stands at the same place of both: of figures of one round, so that what
  /// disturbs a round disturbs both. Where one is missing, or the divisor nothing, there is none.
  static func ratios(_ values: [Double?], to others: [Double?]) -> [Double] {
    zip(values, others).compactMap { value, other in
      guard let value, let other, other > 0 else { return nil }
      return value / other
    }
  }
}

/// A median with the smallest and largest of its values.
struct Spread {
  var median: Double
  var least: Double
  var most: Double

  /// Nil of nothing.
  init?(_ values: [Double]) {
    guard let median = Statistics.median(of: values), let least = values.min(),
      let most = values.max()
    else { return nil }
    (self.median, self.least, self.most) = (median, least, most)
  }
}
