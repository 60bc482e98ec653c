// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds Legbrief fetches or compiles its rivals.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "legbrief-benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    // The name is given because a checkout may stand in a folder of any name.
    .package(name: "legbrief", path: ".."),
    // Without its interposers of malloc and of the runtime: allocations are counted by `CompareRenderers`, and times are undisturbed.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
  ],
  targets: [
    .target(
      name: "Workload",
      dependencies: [
        .product(name: "TemplateEngine", package: "legbrief"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Stencil", package: "Stencil"),
        "ShippedTemplates",
      ],
      swiftSettings: strict),
    // The two files of the report's shape are links into the main package, no product of which offers it.
    .target(
      name: "ShippedTemplates",
      dependencies: [.product(name: "TemplateEngine", package: "legbrief")],
      swiftSettings: strict),
    .target(name: "CMallocCounter"),
    .executableTarget(name: "CompareRenderers", dependencies: ["Workload", "CMallocCounter"], swiftSettings: strict),
    .executableTarget(
      name: "TemplateRendering",
      dependencies: ["Workload", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/TemplateRendering",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
