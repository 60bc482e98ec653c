// swift-tools-version: 6.2
import PackageDescription

// The module graph, level by level: what a module may import is exactly what stands in its row (ARCHITECTURE.md, "Modules").
// CI builds with `--explicit-target-dependency-import-check error`, so an import that is not in the row does not compile.
struct Module {
  var name: String
  var imports: [Target.Dependency]
  /// What the tests of the module import besides the module itself.
  var testImports: [Target.Dependency] = []
  /// Folders of files that the tests read in place.
  var testFixtures: [String] = []
  /// Files that are built into the program.
  var embedded: [String] = []
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let commaSeparated = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let sockets = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let modules: [Module] = [
  // level 1
  Module(name: "Diagnostics", imports: []),
  Module(name: "ClinicalRecord", imports: []),
  Module(name: "SeededNumbers", imports: []),
  // level 2
  Module(name: "TemplateEngine", imports: ["Diagnostics"], testImports: ["Diagnostics", "CCmark", "SeededNumbers"]),
  Module(name: "MarkdownHTML", imports: ["CCmark"], testFixtures: ["Fixtures"]),
  Module(name: "RuleEngine", imports: ["ClinicalRecord"], testImports: ["ClinicalRecord"]),
  Module(
    name: "RecordReaders", imports: ["ClinicalRecord", "Diagnostics", "CSimdjson"],
    testImports: ["ClinicalRecord", "ClinicalRules", "Diagnostics", "SeededNumbers"]),
  Module(
    name: "RecordWriters", imports: ["ClinicalRecord"],
    testImports: ["ClinicalRecord", "ClinicalRules", "Diagnostics", "RecordReaders", "SyntheticCohort"]),
  Module(name: "FileAccess", imports: ["Diagnostics"], testImports: ["Diagnostics"]),
  // level 3
  Module(
    name: "SyntheticCohort", imports: ["ClinicalRecord", "SeededNumbers"],
    testImports: ["ClinicalRecord", "ClinicalRules", "RuleEngine"]),
  Module(
    name: "ClinicalRules", imports: ["RuleEngine", "ClinicalRecord"],
    testImports: ["RuleCases", "RuleEngine", "ClinicalRecord", "RecordReaders", "Diagnostics"],
    testFixtures: [
      "Bone", "Circulation", "DataQuality", "HormoneTherapy", "Joints", "Muscle", "Nerve", "RedFlags", "RestlessLegs",
      "SelfManagement", "Tendon",
    ]),
  Module(
    name: "ReportBuilder",
    imports: ["TemplateEngine", "MarkdownHTML", "RuleEngine", "ClinicalRecord", "Diagnostics"],
    testImports: [
      "TemplateEngine", "MarkdownHTML", "RuleEngine", "ClinicalRecord", "ClinicalRules", "RecordReaders", "Diagnostics",
      "BuiltinTemplates", "SeededNumbers", "SyntheticCohort",
    ], testFixtures: ["Page/Records"]),
  // level 4
  Module(
    name: "BatchReports",
    imports: [
      "ReportBuilder", "TemplateEngine", "MarkdownHTML", "RuleEngine", "RecordReaders", "FileAccess", "ClinicalRecord",
      "Diagnostics", "CSyncfs", "CZlib", crypto, sqlite, commaSeparated,
    ],
    testImports: [
      "ReportBuilder", "ClinicalRules", "RuleEngine", "RecordReaders", "RecordWriters", "SyntheticCohort",
      "BuiltinTemplates", "FileAccess", "ClinicalRecord", "Diagnostics", "TestFolders",
    ]),
  Module(
    name: "PreviewServer",
    imports: ["FileAccess", "ClinicalRecord", "Diagnostics", sockets, crypto],
    testImports: ["FileAccess", "ClinicalRecord", "Diagnostics", "TestFolders"],
    embedded: ["index.html", "view.html", "index.js", "view.js", "preview.css"].map { "Assets/" + $0 }),
  // level 5
  Module(
    name: "LegbriefCLI",
    imports: [
      "BatchReports", "PreviewServer", "FileAccess", "ReportBuilder", "ClinicalRules", "TemplateEngine", "MarkdownHTML",
      "RuleEngine",
      "RecordReaders",
      "RecordWriters", "SyntheticCohort", "Diagnostics", "ClinicalRecord", "BuiltinTemplates", argumentParser, crypto,
    ],
    testImports: [
      "ClinicalRules", "ClinicalRecord", "Diagnostics", "ReportBuilder", "RuleEngine", "RecordReaders",
      "TemplateEngine", "BuiltinTemplates", "BatchReports", "PreviewServer", "FileAccess", "TestFolders",
    ]),
]

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "legbrief",
  products: [
    .executable(name: "legbrief", targets: ["legbrief"]),
    // Diagnostics with it: faults and templates are made of its types.
    .library(name: "TemplateEngine", targets: ["TemplateEngine", "Diagnostics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: modules.flatMap { module -> [Target] in
    [
      .target(
        name: module.name, dependencies: module.imports, resources: module.embedded.map { .embedInCode($0) },
        swiftSettings: strict),
      .testTarget(
        name: module.name + "Tests", dependencies: [.byName(name: module.name)] + module.testImports,
        exclude: module.testFixtures, swiftSettings: strict),
    ]
  } + [
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CSyncfs"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(
      name: "BuiltinTemplates", path: "Templates", exclude: ["README.md"],
      sources: ["BuiltinTemplates.swift"],
      resources: [
        "appendix.md.mustache",
        "appointment.md.mustache",
        "area.md.mustache",
        "brief.md.mustache",
        "continued.md.mustache",
        "figure_body.html.mustache",
        "figure_body.md.mustache",
        "figure_calendar.html.mustache",
        "figure_calendar.md.mustache",
        "figure_hours.html.mustache",
        "figure_hours.md.mustache",
        "figure_results.html.mustache",
        "figure_results.md.mustache",
        "figure_timeline.html.mustache",
        "figure_timeline.md.mustache",
        "figures_more.md.mustache",
        "figures_numbers.md.mustache",
        "figures_page1.md.mustache",
        "fired.md.mustache",
        "letterhead.md.mustache",
        "note.txt.mustache",
        "page.css",
        "page.html.mustache",
        "page_one.md.mustache",
        "patient.md.mustache",
        "provenance.md.mustache",
        "red_flags.md.mustache",
        "referral.md.mustache",
        "section_changes.md.mustache",
        "section_figures.md.mustache",
        "section_fired.md.mustache",
        "section_overview.md.mustache",
        "section_to_ask.md.mustache",
        "section_to_test.md.mustache",
        "section_words.md.mustache",
        "triage.txt.mustache",
      ].map { .embedInCode($0) },
      swiftSettings: strict),
    // What the fuzzer verifies, and the same for the seeds in every test run; Scripts/fuzz compiles it with libFuzzer.
    .target(
      name: "TemplateFuzz", dependencies: ["TemplateEngine", "MarkdownHTML", "Diagnostics"], path: "Fuzz/Harness",
      swiftSettings: strict),
    .testTarget(name: "TemplateFuzzTests", dependencies: ["TemplateFuzz"], path: "Fuzz/Tests", swiftSettings: strict),
    // A folder of a test's own.
    .target(name: "TestFolders", dependencies: ["FileAccess"], path: "Tests/TestFolders", swiftSettings: strict),
    // Reads the case tables, for the tests and for the two below.
    .target(
      name: "RuleCases", dependencies: ["ClinicalRules", "RuleEngine", "ClinicalRecord"], swiftSettings: strict),
    // What the case tables show of the rules: leaves seen, flips noticed (make rule-coverage, make mutation).
    .target(
      name: "RuleAssurance", dependencies: ["RuleCases", "RuleEngine", "ClinicalRecord"], swiftSettings: strict),
    .executableTarget(
      name: "rule-assurance",
      dependencies: ["RuleAssurance", "RuleCases", "SyntheticCohort", "ClinicalRules", "RuleEngine", "ClinicalRecord"],
      swiftSettings: strict),
    .testTarget(
      name: "RuleAssuranceTests",
      dependencies: ["RuleAssurance", "RuleCases", "ClinicalRules", "RuleEngine", "ClinicalRecord"],
      exclude: ["Reasons"], swiftSettings: strict),
    // make bench-rules: here rather than in the package of Benchmarks/, because no product offers these modules.
    .executableTarget(
      name: "bench-rules",
      dependencies: [
        "ClinicalRules", "SyntheticCohort", "ReportBuilder", "BuiltinTemplates", "MarkdownHTML", "RuleEngine",
        "RecordReaders", "RecordWriters", "Diagnostics", "ClinicalRecord", "CCmark",
      ],
      path: "Benchmarks/RuleJudging", swiftSettings: strict),
    .executableTarget(name: "legbrief", dependencies: ["LegbriefCLI"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
