import Foundation
import Glibc
import Testing
import WallChartStore

@testable import TrialWriter

/// File systems of a trial's own: small ones and such that cannot be written. Mounting them wants
/// a user namespace, which not every machine grants.
enum Namespace {
  /// Why there is none; nil when there is one.
  static let obstacle: String? = {
    guard let trial = try? Trial(),
      let child = try? Child(
        "/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "none", trial.folder],
        output: trial.path("said")),
      let ending = try? child.wait()
    else { return "no unshare(1) here" }
    return ending == .exit(0) ? nil : "no mounts in a user namespace here: \(child.text)"
  }()

  /// Runs a shell script with mounts of its own; its words are `$0` and on.
  static func start(_ script: String, _ words: [String], output: String) throws -> Child {
    try Child("/usr/bin/unshare", ["-rm", "sh", "-euc", script] + words, output: output)
  }
}

@Suite(.enabled("user namespaces and mounts are needed") { Namespace.obstacle == nil })
struct NamespaceTrials {
  @Test
  func `A full disk of 64 KiB keeps what was acknowledged, and a retry saves when there is room`()
    throws
  {
    let trial = try Trial()
    let chart = try trial.makeChart("chart", tasks: 2, nodes: 2)
    #expect(mkdir(trial.path("small"), 0o700) == 0)
    // The ballast goes when the writer has met the full disk three times, and it is told so.
    let child = try Namespace.start(
      """
      mount -t tmpfs -o size=64k,mode=700 none "$0/small"
      cp -r "$0/chart" "$0/small/chart"
      dd if=/dev/zero of="$0/small/ballast" bs=4096 count=2 2>/dev/null
      mkfifo "$0/room"
      "$1" fill "$0/small/chart" "$0/small/state" <"$0/room" >"$0/said" 2>&1 &
      exec 3>"$0/room"
      until [ "$(grep -c ^failed "$0/said")" -ge 3 ]; do sleep 0.05; done
      cp -r "$0/small/chart" "$0/full"
      rm "$0/small/ballast"
      echo room >&3
      wait $!
      cp -r "$0/small/chart" "$0/freed"
      """, [trial.folder, trial.writer], output: trial.path("script"))
    #expect(try child.wait() == .exit(0), "\(child.text)")
    #expect(FileManager.default.fileExists(atPath: chart))

    let saved = trial.lines(of: "saved", in: ["said"])
    let failures = trial.lines(of: "failed", in: ["said"])
    #expect(failures.count == 3)
    for failure in failures {
      #expect(failure.hasPrefix("74 ") && failure.contains("No space left on device"), "\(failure)")
    }
    // The last two were saved when there was room again: the one refused three times, and one more.
    let full = try Inspection(trial.path("full"))
    #expect(full.lost(saved.dropLast(2)) == [])
    #expect(full.entries == saved.count - 2)
    let freed = try Inspection(trial.path("freed"))
    #expect(freed.lost(saved) == [])
    #expect(freed.entries == saved.count)
    #expect(full.damage + freed.damage == [])
    #expect(freed.duplicates == [])
    Trial.report(
      "64 KiB disk: \(saved.count - 2) acknowledged and \(full.entries) present when it was "
        + "full, \(freed.entries) after two more were saved; it said: \(failures.first ?? "")")
  }

  @Test func `A folder that cannot be written is shown, and a mark is refused in words`() throws {
    let trial = try Trial()
    let chart = try trial.makeChart("chart", tasks: 2, nodes: 2)
    #expect(
      try trial.start("act", chart, trial.path("state"), "5", "1", output: "before").wait()
        == .exit(0))
    let child = try Namespace.start(
      """
      mount --bind "$0/chart" "$0/chart"
      mount -o remount,bind,ro "$0/chart"
      cd "$0"
      code=0; "$1" act chart state 1 2 >said 2>&1 || code=$?; echo "act $code" >>codes
      code=0; "$1" follow chart </dev/null >read 2>&1 || code=$?; echo "follow $code" >>codes
      code=0; "$2" show chart >shown 2>&1 || code=$?; echo "show $code" >>codes
      code=0; "$2" mark T1 chart >marked 2>&1 || code=$?; echo "mark $code" >>codes
      """,
      [trial.folder, trial.writer, Child.beside("wallchart")], output: trial.path("script"))
    #expect(try child.wait() == .exit(0), "\(child.text)")
    let codes = try String(contentsOfFile: trial.path("codes"), encoding: .utf8)
    #expect(codes.split(separator: "\n") == ["act 77", "follow 0", "show 0", "mark 77"])
    let failures = trial.lines(of: "failed", in: ["said"])
    #expect(failures.first?.contains("Read-only file system") == true, "\(failures)")
    #expect(trial.lines(of: "entries", in: ["read"]) == ["5"])
    let marked = try String(contentsOfFile: trial.path("marked"), encoding: .utf8)
    #expect(marked.contains("Read-only file system"), "\(marked)")
  }

  @Test func `A plan is not half replaced on a full disk`() throws {
    let trial = try Trial()
    _ = try trial.makeChart("chart", tasks: 40)
    #expect(mkdir(trial.path("small"), 0o700) == 0)
    let child = try Namespace.start(
      """
      mount -t tmpfs -o size=64k,mode=700 none "$0/small"
      cp -r "$0/chart" "$0/small/chart"
      dd if=/dev/zero of="$0/small/ballast" bs=1024 2>/dev/null || true
      truncate -s -8192 "$0/small/ballast"
      code=0; "$1" session "$0/small/chart" "$0/small/state" >"$0/said" 2>&1 || code=$?
      cp -r "$0/small/chart" "$0/full"
      rm "$0/small/ballast"
      "$1" session "$0/small/chart" "$0/small/state" >"$0/next" 2>&1
      cp -r "$0/small/chart" "$0/freed"
      """, [trial.folder, trial.writer], output: trial.path("script"))
    #expect(try child.wait() == .exit(0), "\(child.text)")
    #expect(trial.lines(of: "failed", in: ["said"]).allSatisfy { $0.contains("No space left") })
    #expect(!trial.lines(of: "failed", in: ["said"]).isEmpty)
    for (name, said) in [("full", ["said"]), ("freed", ["said", "next"])] {
      let inspection = try Inspection(trial.path(name))
      #expect(inspection.lost(trial.lines(of: "saved", in: said)) == [])
      #expect(inspection.damage == [])
      let plan = try ChartFolder(opening: trial.path(name), state: nil).chart
      #expect(plan.tasks.count == 40)
      let planned = trial.lines(of: "planned", in: said).last
      #expect(plan.title == Text(planned ?? "Trial"))
    }
  }

  @Test func `A new chart that an import cannot fill is not left behind`() throws {
    let trial = try Trial()
    #expect(mkdir(trial.path("small"), 0o700) == 0)
    let head = "id,battle,title_en,unit_en,deadline"
    let rows = (1...60).map { "T-\($0),Air,Close it,North,2020-10-31" }
    try Data(([head] + rows).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: trial.path("list.csv")))
    // With ever more room the chart gets further, until it fits; at last nothing can be made.
    let child = try Namespace.start(
      """
      mount -t tmpfs -o size=64k,mode=700 none "$0/small"
      export HOME="$0/home" XDG_STATE_HOME="$0/state"
      for room in 0 1 2 3 4 5 6 7 8 9 10 11 12 14; do
        dd if=/dev/zero of="$0/small/ballast" bs=1024 count=64 2>/dev/null || true
        truncate -s $((65536 - room * 4096)) "$0/small/ballast"
        code=0; "$1" "$0/list.csv" --into "$0/small/of/chart" --quiet 2>/dev/null || code=$?
        echo "room $room: $code $(ls -A "$0/small" | tr "\\n" " ")" >>"$0/said"
        rm -rf "$0/small/of"
      done
      mount -o remount,ro "$0/small"
      code=0; "$1" "$0/list.csv" --into "$0/small/of/chart" --quiet 2>/dev/null || code=$?
      echo "room none: $code $(ls -A "$0/small" | tr "\\n" " ")" >>"$0/said"
      """, [trial.folder, Child.beside("wallchart-import")], output: trial.path("script"))
    #expect(try child.wait() == .exit(0), "\(child.text)")
    let said = trial.lines(of: "room", in: ["said"])
    #expect(said.count == 15)
    for line in said where !line.hasSuffix(" 0 ballast of ") {
      #expect(line.hasSuffix(" 74 ballast ") || line.hasSuffix(" 77 ballast "), "\(line)")
    }
    #expect(said.count { $0.hasSuffix(" 74 ballast ") } > 3)
    #expect(said.contains { $0.hasSuffix(" 0 ballast of ") })
  }
}
