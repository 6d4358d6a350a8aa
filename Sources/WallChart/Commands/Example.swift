import CEmbedded
import WallChartStore

/// The built-in example: the Dalian campaign of 2020, carried in the binary.
enum Example {
  static func plan() throws -> Chart {
    try ChartReader.read(bytes(of: embedded_example_chart()), file: "chart.json")
  }

  /// Writes a private copy of it. All copies keep its id, as those of two offices do: it is one
  /// campaign, and whoever looks at two of them finds its events in a calendar once. Throws
  /// ``StoreError``.
  static func unpack(to path: String) throws {
    let plan = try plan()
    let ledger = bytes(of: embedded_example_ledger())
    // The ledger first: a folder counts as a chart only from its plan on.
    let line = Array(ledger.prefix { $0 != 10 })
    let writer = try Entry(line: line, file: "ledger", number: 1).writer
    try PosixFile.makeFolder(path + "/ledger")
    try PosixFile.replace("\(path)/ledger/\(writer).jsonl", with: ledger)
    try ChartFolder.create(at: path, plan: plan, state: Console.folders.state)
  }

  private static func bytes(of file: embedded_file) -> [UInt8] {
    // Constants of the binary: they live as long as the program.
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
