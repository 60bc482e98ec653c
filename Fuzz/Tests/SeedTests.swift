import Foundation
import TemplateFuzz
import Testing

/// What the fuzzer verifies, for every template of `seeds/templates`; inputs that it found are kept there.
@Suite struct SeedTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../seeds/templates").standardizedFileURL

  static let seeds = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".mustache") }.sorted()

  @Test func thereAreSeeds() { #expect(SeedTests.seeds.count > 60) }

  @Test(arguments: seeds) func everyPropertyHolds(seed: String) throws {
    let bytes = try Data(contentsOf: SeedTests.folder.appending(path: seed))
    try EngineProperties.verify(FuzzInput(bytes))
  }
}
