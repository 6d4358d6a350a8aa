import Foundation
import Testing

/// What both built programs say of their arguments, without a terminal.
@Suite struct ArgumentTests {
  private struct Run {
    var output: String
    var errors: String
    var code: Int32

    init(_ program: String, _ arguments: [String]) throws {
      let process = Process()
      let (output, errors) = (Pipe(), Pipe())
      process.executableURL = URL(fileURLWithPath: Desk.program).deletingLastPathComponent()
        .appendingPathComponent(program)
      process.arguments = arguments
      process.environment = ["LC_ALL": "C.UTF-8", "HOME": "/nowhere"]
      (process.standardOutput, process.standardError) = (output, errors)
      try process.run()
      func text(_ pipe: Pipe) -> String {
        String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      }
      (self.output, self.errors) = (text(output), text(errors))
      process.waitUntilExit()
      code = process.terminationStatus
    }
  }

  private static let hostile = "\u{1B}[31mx\u{202E}\u{9B}2J\r"

  @Test(arguments: [
    ("wallchart", ["--" + hostile]), ("wallchart", ["show", "--" + hostile, "chart"]),
    ("wallchart", ["--color", hostile]), ("wallchart", ["show", "--width", hostile]),
    ("wallchart", ["show", "--lang", hostile]), ("wallchart", ["show", "chart", hostile]),
    ("wallchart", ["help", "show", "--" + hostile]),
    ("wallchart", ["--generate-completion-script", hostile]),
    ("wallchart-import", ["list", "--into", "/no", "--" + hostile]),
    ("wallchart-import", ["list", "--into", "/no", hostile]),
    ("wallchart-import", ["list", "--into", "/no", "--lang", hostile]),
    ("wallchart-import", ["list", "--into", "/no", "--as-of", hostile]),
    ("wallchart-import", ["list", "--into", "/no", "--dry-run=" + hostile]),
    ("wallchart-import", ["list", "--into", "/no", "-" + hostile]),
  ])
  func `Wrong arguments are said with their control characters written out`(
    program: String, arguments: [String]
  ) throws {
    let run = try Run(program, arguments)
    #expect(run.code == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("␛"))
    #expect(run.errors.hasSuffix("\n") && !run.errors.hasSuffix("\n\n"))
    let raw = run.errors.unicodeScalars.filter {
      $0 != "\n" && $0.properties.generalCategory == .control || $0 == "\u{202E}"
    }
    #expect(raw.isEmpty)
  }

  @Test(arguments: [
    ("wallchart --help", "USAGE: wallchart"), ("wallchart help mark", "USAGE: wallchart mark"),
    ("wallchart mark --help", "USAGE: wallchart mark"), ("wallchart --version", "0.1.0"),
    ("wallchart --generate-completion-script bash", "complete"),
    ("wallchart --generate-completion-script fish", "complete"),
    ("wallchart-import --help", "USAGE: wallchart-import"), ("wallchart-import --version", "0.1.0"),
    ("wallchart-import --generate-completion-script zsh", "#compdef wallchart-import"),
  ])
  func `Help, version and completions are data, on stdout`(line: String, says: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let run = try Run(words[0], Array(words.dropFirst()))
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.contains(says))
    #expect(!run.output.contains("␉"))
  }

  @Test(arguments: [
    ("wallchart", ["--bogus"]), ("wallchart-import", ["list", "--into", "chart", "--bogus"]),
  ])
  func `An option that does not exist is named, with the usage`(
    program: String, arguments: [String]
  ) throws {
    let run = try Run(program, arguments)
    #expect(run.code == 64)
    #expect(run.errors.contains("Unknown option '--bogus'"))
    #expect(run.errors.contains("Usage: \(program)"))
  }
}
