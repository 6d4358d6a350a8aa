import Testing
import WallChartWords

@testable import WallChartImport

@Suite("The line that says how far a long import is")
struct ProgressTests {
  @Test("It says at once what may last, counts after half a second, and goes away")
  func line() {
    var shown: [String] = []
    var time = 0
    let progress = Progress(in: Words(.en), milliseconds: { time }) { shown.append($0) }
    progress.say(.importReading)
    progress.say(.importChecking, 256, of: 10_000)
    time = 501
    progress.say(.importChecking, 300, of: 10_000)
    progress.say(.importChecking, 512, of: 10_000)
    progress.say(.importWriting, 7)
    progress.end()
    progress.end()
    #expect(
      shown == [
        "\rReading the list ...\u{1B}[K", "\rChecking task 512 of 10000\u{1B}[K",
        "\rWriting 7 entries ...\u{1B}[K", "\r\u{1B}[K",
      ])
  }

  @Test("Where nobody sees it, nothing is said and no clock is read")
  func unseen() {
    var reads = 0
    let progress = Progress(
      in: Words(.en),
      milliseconds: {
        reads += 1
        return 1000 * reads
      }, put: nil)
    progress.say(.importReading)
    for done in 1...1000 { progress.say(.importChecking, done, of: 1000) }
    progress.end()
    #expect(reads == 1)
  }
}
