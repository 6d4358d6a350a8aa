// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody builds it who only builds or tests the programs.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "wallchart-benchmarks",
  dependencies: [
    .package(name: "wallchart", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "floor", path: "Sources/Floor", linkerSettings: [.linkedLibrary("ncursesw")]),
    .executableTarget(name: "hello", path: "Sources/Hello"),
    .systemLibrary(name: "CVterm"),
    .executableTarget(
      name: "wallchart-benchmark",
      dependencies: [
        "CVterm",
        .product(name: "WallChartStore", package: "wallchart"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Benchmark", swiftSettings: strict),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: [
        "wallchart-benchmark", .product(name: "WallChartStore", package: "wallchart"),
      ],
      swiftSettings: strict),
  ]
)
