import Foundation
import Testing

@testable import WallChart

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

  @Test(arguments: [
    ["--help"], ["mark", "--help"], ["help", "show"], ["open", "--help"], ["help"],
    ["import", "--help"],
  ])
  func `Help in Chinese is Chinese, whole, and no wider than a window`(arguments: [String]) throws {
    let isImport = arguments.first == "import"
    let run = try Run(
      isImport ? "wallchart-import" : "wallchart",
      (isImport ? ["--help"] : arguments) + ["--lang", "zh"])
    #expect(run.code == 0 && run.errors == "")
    #expect(run.output.hasPrefix("说明："))
    #expect(run.output.contains("用法：wallchart") && run.output.contains("显示帮助。"))
    // Nothing of the parser's own English is left.
    #expect(!run.output.contains(/[A-Z]{4,}:|Show |\((default|values)/))
    for line in run.output.split(separator: "\n") {
      #expect(CellWidth.columns(of: line) <= 80, "\(line)")
    }
  }

  @Test func `Called for help before a command, the language is no option of another one`() throws {
    let run = try Run("wallchart", ["--lang", "en", "--help"])
    #expect(run.output == (try Run("wallchart", ["--help"]).output))
    #expect(run.output.contains("SUBCOMMANDS:"))
  }

  @Test(arguments: [
    (["--bogus"], "没有“--bogus”这个选项。"), (["show", "--standin", "x"], "是否指“--standing”？"),
    (["mark"], "缺少参数“<task> ...”。"), (["mark", "--on"], "“--on <day>”之后缺少内容。"),
    (["show", "--format", "x"], "“x”不能用于“--format <format>”，可用的有："),
    (["show", "a", "b"], "多出参数“b”。"), (["show", "a", "b", "c"], "2 个参数多余：“b', 'c”。"),
    (["show", "--quiet=1"], "选项“--quiet”不带内容，却写了“1”。"),
    (["show", "--width", "x"], "“x”不能用于“--width <columns>”。"),
    (["show", "--format", "x"], "可用的有：text、json、html、csv、ics。"),
    (["bulletin", "--format", "x"], "可用的有：md、html、csv、json。"),
    (["--theme", "x"], "可用的有：standard、dark、light、high-contrast、colour-blind、mono、printed-flags。"),
    (["--generate-completion-script", "x"], "没有用于“x”的补全脚本。"),
    (["--generate-completion-script", "x"], "请用--generate-completion-script=<shell>指定其一："),
  ])
  func `What is wrong with arguments is said in Chinese`(arguments: [String], says: String) throws {
    let run = try Run("wallchart", arguments + ["--lang=zh"])
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("错误："))
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.errors.contains("用法：wallchart"))
    #expect(!run.errors.contains(#/Error|Usage|Please|Can't|' or '|' and '/#))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `What shells show of the parser's own options is Chinese in Chinese`(shell: String) throws {
    let run = try Run("wallchart", ["--lang", "zh", "--generate-completion-script", shell])
    #expect(run.code == 0)
    #expect(!run.output.contains("Show "))
    #expect(run.output.contains("显示版本号。") == (shell != "bash"))
    let english = try Run("wallchart", ["--generate-completion-script", shell])
    #expect(english.output.contains("Show the version.") == (shell != "bash"))
  }
}
