import Glibc
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// The commands of every example make the files that are committed beside it, byte for byte: the report and the verdicts, and the other documents.
///
/// `RECORD_GOLDEN=1 swift test --filter GoldenTests` writes them anew and fails, so that nobody records without reading.
@Suite struct GoldenTests {
  static let examples: [String] = {
    guard let stream = opendir(Repository.root + "/Examples") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if (try? Repository.text("Examples/\(name)/command.txt")) != nil { names.append(name) }
    }
    return names.sorted()
  }()

  @Test func thereAreEnoughExamples() { #expect(Self.examples.count >= 8) }

  @Test(arguments: examples) func theCommandMakesTheCommittedFiles(example: String) throws {
    try check(example, "command.txt", ["report.md", "report.html", "verdicts.json"])
  }

  @Test(arguments: examples) func theOtherDocumentsAreTheCommittedFiles(example: String) throws {
    try check(
      example, "documents.txt",
      [
        "brief.md", "brief.html", "referral.md", "referral.html", "note.txt", "patient.md", "patient.html",
        "triage.txt",
      ])
  }

  private func check(_ example: String, _ command: String, _ files: [String]) throws {
    let words = try Repository.text("Examples/\(example)/\(command)").split(whereSeparator: \.isWhitespace)
    #expect(words.first == "legbrief")
    let made = MadeFiles()
    let run = Run.run(
      words.dropFirst().map(String.init), files: Recording(disk: Disk(root: Repository.root), made: made))
    #expect(run.status == .success, "\(run.error)")
    #expect(made.files.map(\.path) == files.map { "Examples/\(example)/\($0)" })
    if getenv("RECORD_GOLDEN") != nil {
      try Disk(root: Repository.root).replace(made.files)
      Issue.record("recorded: read the difference, then run without RECORD_GOLDEN")
      return
    }
    for file in made.files {
      // Not `==` inside the expectation: a failure would print both files.
      let isSame = (try? Repository.bytes(file.path)) == file.bytes
      #expect(isSame, "\(file.path) is not what the command makes; make it anew and read the difference")
    }
  }

  private final class MadeFiles {
    var files: [OutputFile] = []
  }

  /// Reads from the disk and keeps what is written.
  private struct Recording: FileSystem {
    let disk: Disk
    let made: MadeFiles

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { try disk.read(path, limit: limit) }
    func fileNames(in folder: String) throws(FileError) -> [String] { try disk.fileNames(in: folder) }
    func otherNames(in folder: String) throws(FileError) -> [String] { try disk.otherNames(in: folder) }
    func folderNames(in folder: String) throws(FileError) -> [String] { try disk.folderNames(in: folder) }
    func prepare(folder: String) throws(FileError) {}
    func create(_ files: [OutputFile]) throws(FileError) { made.files += files }
    func identity(of path: String) -> FileIdentity? { disk.identity(of: path) }
    func replace(_ files: [OutputFile]) throws(FileError) { made.files += files }
  }
}
