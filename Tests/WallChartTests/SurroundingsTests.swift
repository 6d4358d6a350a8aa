import Testing
import WallChartStore
import WallChartWords

@Suite("Who acts, by what the program is started in")
struct SurroundingsTests {
  private static let none = Config(environment: [:])

  @Test("Options come before the environment, that before what was said here before, $USER is last")
  func order() {
    let last = Author(name: "Zhao", unit: "epb")
    func author(_ name: String?, _ environment: [String: String], _ last: Author?) -> Author {
      Surroundings.author(
        name: name, unit: nil, in: environment, config: Self.none, remembered: last,
        otherwise: "user")
    }
    let both = ["WALLCHART_AS": "Wu", "USER": "root"]
    #expect(author("Lin", both, last) == Author(name: "Lin"))
    #expect(author(nil, both, last) == Author(name: "Wu"))
    #expect(author(nil, ["USER": "root"], last) == last)
    #expect(author(nil, ["USER": "root"], nil) == Author(name: "root"))
    #expect(author(nil, [:], nil) == Author(name: "user"))
    // The unit goes with the person who named it.
    #expect(author("Zhao", both, last) == last)
  }

  @Test("The system's name of the user is nobody's word")
  func declared() {
    func isDeclared(_ name: String?, _ environment: [String: String], _ last: Author?) -> Bool {
      Surroundings.isDeclared(name: name, in: environment, config: Self.none, remembered: last)
    }
    #expect(!isDeclared(nil, ["USER": "root"], nil))
    #expect(isDeclared("root", ["USER": "root"], nil))
    #expect(isDeclared(nil, ["WALLCHART_AS": "root"], nil))
    #expect(isDeclared(nil, ["USER": "root"], Author(name: "root")))
    #expect(!isDeclared("", ["USER": "root"], nil))
  }
}
