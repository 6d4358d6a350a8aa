import Testing
import WallChartStore

@testable import wallchart_benchmark

@Suite("Campaign")
struct CampaignTests {
  @Test("It is the same for the same seed, and the word to search stands in one title")
  func sameAgain() {
    let (one, two) = (Campaign(tasks: 200), Campaign(tasks: 200))
    #expect(one.plan == two.plan)
    #expect(one.plan != Campaign(tasks: 200, seed: 1).plan)
    #expect(one.entries.map(\.on) == two.entries.map(\.on))
    let found = one.plan.tasks.filter { $0.title["en"].contains(Campaign.needle) }
    #expect(found.map(\.id) == ["T000181"])
  }
}
