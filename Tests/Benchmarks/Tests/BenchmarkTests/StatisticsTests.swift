import Testing

@testable import wallchart_benchmark

@Suite("Statistics")
struct StatisticsTests {
  @Test("The median is the middle one, or the mean of the two in the middle")
  func median() {
    #expect(Statistics.median(of: [3, 1, 2]) == 2)
    #expect(Statistics.median(of: [4, 1, 2, 3]) == 2.5)
    #expect(Statistics.median(of: []) == nil)
  }

  @Test("A percentile is one of the values")
  func percentile() {
    let values = (0...100).map { Double(100 - $0) }
    #expect(Statistics.percentile(0.95, of: values) == 95)
    #expect(Statistics.percentile(0.5, of: [7]) == 7)
    #expect(Statistics.percentile(1, of: [1, 9]) == 9)
  }

  @Test("Ratios are of the same round, and of none where one of the two failed")
  func ratios() {
    #expect(Statistics.ratios([2, 9, nil, 4], to: [1, 3, 5, nil]) == [2, 3])
    #expect(Statistics.ratios([1], to: [0]).isEmpty)
  }

  @Test(
    "Numbers have three digits",
    arguments: [
      (0.0, "0"), (0.0345, "0.035"), (1.5, "1.50"), (12.34, "12.3"), (123.4, "123"),
      (1_234_005, "1,234,005"), (16, "16"),
    ])
  func numbers(value: Double, text: String) { #expect(Number.text(value) == text) }
}
