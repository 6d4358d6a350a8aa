import ArgumentParser
import Foundation

@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Tests/Benchmarks/run",
    abstract: "Measures wallchart beside other programs and beside the least that is possible.",
    subcommands: [Times.self, Keys.self, Instructions.self, Store.self],
    defaultSubcommand: Times.self)
}
