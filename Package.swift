// swift-tools-version: 6.1
import PackageDescription

// One set of switches for every Swift target. Language mode 6 follows from the tools version.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// At a fixed address nothing is left to be moved when a program starts, which is a third of the time
// until it can do something. What the static libraries bring along would be moved as well.
let fixed: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "wallchart",
  products: [
    .executable(name: "wallchart", targets: ["WallChart"]),
    .executable(name: "wallchart-import", targets: ["WallChartImport"]),
    .library(name: "WallChartStore", targets: ["WallChartStore"]),
    // For the trials alone: loaded into a program under test, see Tests/TrialFaults.
    .library(name: "TrialFaults", type: .dynamic, targets: ["TrialFaults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CNettle"),
    .systemLibrary(name: "CXML"),
    .systemLibrary(name: "CZip"),
    .target(name: "CEmbedded"),
    .target(name: "WallChartStore", dependencies: ["CNettle"], swiftSettings: strict),
    .target(
      name: "WallChartWords", dependencies: ["CEmbedded", "WallChartStore"], swiftSettings: strict),
    .executableTarget(
      name: "WallChart",
      dependencies: [
        "CMalloc", "CNcurses", "CEmbedded", "WallChartStore", "WallChartWords", arguments, mustache,
      ],
      swiftSettings: strict, linkerSettings: fixed),
    .executableTarget(
      name: "WallChartImport",
      dependencies: ["CXML", "CZip", "WallChartStore", "WallChartWords", arguments],
      swiftSettings: strict, linkerSettings: fixed),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .target(name: "TrialFaults", path: "Tests/TrialFaults"),
    .executableTarget(
      name: "TrialWriter", dependencies: ["WallChartStore", "WallChartWords"],
      path: "Tests/TrialWriter", swiftSettings: strict),
    .testTarget(
      name: "WallChartStoreTests", dependencies: ["WallChart", "WallChartStore"],
      swiftSettings: strict),
    .testTarget(
      name: "WallChartTests", dependencies: ["WallChart", "WallChartStore", "WallChartWords"],
      exclude: ["Papers", "Screens", "Stories"],
      swiftSettings: strict),
    .testTarget(
      name: "WallChartImportTests",
      dependencies: [
        "WallChart", "WallChartImport", "WallChartStore", "WallChartWords", arguments,
      ],
      exclude: ["Workbooks"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CVterm", "WallChart", "WallChartImport", "WallChartStore", "WallChartWords"],
      exclude: ["naughty.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "TrialTests",
      dependencies: ["TrialWriter", "WallChart", "WallChartStore", "WallChartWords"],
      swiftSettings: strict),
  ],
  // #embed is of C23.
  cLanguageStandard: .c2x
)
