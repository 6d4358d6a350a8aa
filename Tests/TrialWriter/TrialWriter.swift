import Glibc
import WallChartStore

/// A program that does to a chart what clerks do, one act after another, and says on stdout what
/// it was told is saved: the trials kill it, starve it and let its calls fail, and then compare.
@main
struct TrialWriter {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func word(_ index: Int) -> String { index < arguments.count ? arguments[index] : "" }
    func number(_ index: Int) -> Int { Int(word(index)) ?? 0 }
    do {
      switch word(0) {
      case "act":
        var desk = try Desk(chart: word(1), state: word(2))
        try desk.act(times: number(3), seed: UInt64(number(4)))
      case "mark":
        var desk = try Desk(chart: word(1), state: word(2))
        try desk.mark(from: number(3), count: number(4))
      case "session":
        var desk = try Desk(chart: word(1), state: word(2))
        try desk.session()
      case "weigh":
        var desk = try Desk(chart: word(1), state: word(2))
        try desk.weigh(count: number(3), beside: word(4))
      case "fill":
        var desk = try Desk(chart: word(1), state: word(2))
        try desk.fill()
      case "follow":
        var reader = try Reader(chart: word(1))
        reader.follow()
      default:
        Line.say("failed", "64 unknown mode")
        exit(64)
      }
    } catch {
      Line.say(failure: error)
      exit(Line.exitCode(for: error))
    }
  }
}
