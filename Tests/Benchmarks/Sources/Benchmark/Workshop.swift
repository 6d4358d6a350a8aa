import Foundation

/// Where the programs and their data lie, and the work is done.
struct Workshop {
  let binaries: Binaries
  let folder: String

  init() throws {
    // …/Tests/Benchmarks/.build/<machine>/release: beside this program stand the others of this
    // package, and below the clone what the clone has built.
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let built = own.deletingLastPathComponent()
    let clone = (0..<5).reduce(built) { path, _ in path.deletingLastPathComponent() }
    let programs = clone.path + "/.build/release"
    let path = ProcessInfo.processInfo.environment["PATH"]
    binaries = Binaries(
      wallchart: programs + "/wallchart", importer: programs + "/wallchart-import",
      floor: built.path + "/floor", hello: built.path + "/hello", path: path ?? "/usr/bin:/bin")
    for program in [binaries.wallchart, binaries.importer, binaries.floor, binaries.hello]
    where Child.path(of: program) == nil {
      throw Child.Failure(description: "\(program) is not built: start Tests/Benchmarks/run")
    }
    folder = built.path + "/data"
  }

  func data(tasks: Int) throws -> ChartData {
    Console.note("chart of \(tasks) tasks")
    return try ChartData(tasks: tasks, below: folder)
  }

  func place(_ data: ChartData, _ size: ScreenSize) -> Place {
    Place(data: data, size: size, work: folder + "/work", binaries: binaries)
  }

  /// Those that are here and are asked for.
  func programs(on place: Place, only names: Set<String>?) -> [Program] {
    Program.all(rows: place.size.rows).filter { program in
      guard place.data.tasks <= program.mostTasks, names?.contains(program.name) ?? true else {
        return false
      }
      return program.isHere(at: place)
    }
  }
}
