import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart submit TASK [CHART]`: hand in for verification.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: Console.words(.cliSubmit))

  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run { try step.write(asUnit: true) { _ in .submit } }
  }
}

/// `wallchart verify TASK [CHART]`: another unit confirms; the public notice begins.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Console.words(.cliVerify))

  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run {
      // Nobody could read a notice before it was entered, whatever day the verification bears.
      try step.write(asUnit: true) { asked in
        .verify(noticeUntil: asked.situation.day + asked.situation.chart.rules.noticeDays)
      }
    }
  }
}

/// `wallchart return TASK [CHART]`: back before it is crossed off.
struct ReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: Console.words(.cliReturn))

  @Option(help: Console.help(.cliOptionReason, "words")) var reason: String?
  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run {
      let reason = try Console.said(reason, orAsk: .refusedNeedsReason)
      try step.write { _ in .return(reason: reason) }
    }
  }
}

/// `wallchart cross-off TASK [CHART]`: when the public notice has run out.
struct CrossOffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cross-off", abstract: Console.words(.cliCrossOff))

  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run { try step.write(asUnit: true) { _ in .crossOff } }
  }
}

/// `wallchart reopen TASK [CHART]`: open again what was crossed off.
struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: Console.words(.cliReopen))

  @Option(help: Console.help(.cliOptionReason, "words")) var reason: String?
  @Flag(name: .customLong("false"), help: Console.help(.cliOptionFalse)) var isFalse = false
  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run {
      let reason = try Console.said(reason, orAsk: .refusedNeedsReason)
      try step.write { _ in .reopen(reason: reason, isFalse: isFalse) }
    }
  }
}

/// `wallchart supervise TASK [CHART]`: put under supervision.
struct SuperviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supervise", abstract: Console.words(.cliSupervise))

  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run { try step.write { _ in .supervise } }
  }
}

/// `wallchart release TASK [CHART]`: from supervision.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: Console.words(.cliRelease))

  @OptionGroup var step: StepArguments

  func run() throws {
    try Console.run { try step.write(asUnit: true) { _ in .release } }
  }
}
