// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "overdue-letters",
  dependencies: [
    // The name is given because a checkout may stand in a folder of any name.
    .package(name: "legbrief", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "OverdueLetters",
      dependencies: [.product(name: "TemplateEngine", package: "legbrief")])
  ]
)
