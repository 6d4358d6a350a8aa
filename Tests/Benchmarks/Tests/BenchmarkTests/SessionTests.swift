import Testing

@testable import wallchart_benchmark

@Suite("A program on a terminal")
struct SessionTests {
  private func session(_ script: String) throws -> Session {
    try Session(
      Child.Launch(
        arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"], folder: "/"),
      columns: 40, rows: 10)
  }

  @Test("The time of the first picture is that of its bytes, not that of silence")
  func firstPicture() throws {
    let session = try session("printf one; sleep 0.2; printf ' two'; sleep 0.2; printf ' three'")
    session.await { $0.shows("two") }
    let reply = session.settle(gap: 400, patience: 2000)
    session.draw()
    let (shown, last) = (try #require(session.shownAt), try #require(reply.last))
    #expect(last - shown > 100)
    #expect(reply.bytes == "one two three".utf8.count)
    session.child.wait()
  }

  @Test("It answers where the cursor stands")
  func cursor() throws {
    let session = try session(
      #"stty raw -echo; printf '\033[4;7H\033[6n'; head -c 6 | tail -c +2; sleep 1"#)
    let start = session.settle(gap: 300, patience: 2000)
    session.draw()
    #expect(start.bytes > 0)
    #expect(session.screen.shows("[4;7R"))
    session.child.wait()
  }

  @Test("What a program costs is counted")
  func cost() throws {
    let session = try session(
      "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; echo done; sleep 1")
    _ = session.settle(gap: 300, patience: 5000)
    #expect(session.child.cost.processor > 1)
    #expect(session.child.cost.memory > 0.1)
    session.child.wait()
  }
}
