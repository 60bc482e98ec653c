import Glibc
import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// Where reports go, and what happens when they cannot.
@Suite struct OutputTests {
  @Test func filesAreCalledAfterTheRecord() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    try folder.put(Repository.record(), at: "record.json")
    let named = Run.legbrief("report", "anna.json", "--format", "md,json", "--output", "a", in: folder.path)
    #expect(named.status == .success)
    #expect(folder.names(in: "a") == ["anna.md", "anna.verdicts.json"])
    let alone = Run.legbrief("report", "record.json", "--format", "md,html,json", "--output", "b", in: folder.path)
    #expect(alone.error == "wrote b/report.md\nwrote b/report.html\nwrote b/verdicts.json\n")
    #expect(folder.names(in: "b") == ["report.html", "report.md", "verdicts.json"])
  }

  /// Names of files, words of a template and what was typed are shown, never obeyed by the terminal.
  @Test func nothingMovesTheCursor() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put(Repository.record(), at: "an\u{1B}[31mna.json")
    try folder.put("{{age\u{1B}[31mz}}{{\u{0}}}{{#\u{1B}c}}{{/\u{1B}d}}", at: "own/vi\u{1B}[2Jsit.md.mustache")
    for arguments in [
      ["report", "an\u{1B}[31mna.json"], ["check", "an\u{1B}[31mna.json"], ["explain", "\u{1B}c.json"],
      ["template", "check", "own"], ["template", "list", "--templates", "own"],
      ["report", "an\u{1B}[31mna.json", "--templates", "own", "--template", "vi\u{1B}[2Jsit"],
      ["template", "diff", "builtin", "own", "--records", "."],
      ["template", "new", "a", "--from", "\u{1B}c", "--output", "own"], ["report", "--\u{1B}c"], ["\u{1B}c"],
    ] {
      let run = Run.run(arguments, files: Disk(root: folder.path))
      #expect(!(run.output + run.error).isEmpty, "\(arguments)")
      #expect(!(run.output + run.error).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(arguments)")
    }
  }

  @Test func namesNeverCollide() {
    func stems(_ paths: String...) -> [String?] {
      let names = OutputNames(for: paths)
      return paths.indices.map { names[$0].stem }
    }
    #expect(stems("x/record.json") == [nil])
    #expect(stems("x/record.json", "y/record.json") == ["x", "y"])
    #expect(stems("a/x/record.json", "b/x/record.json", "x.json") == ["x", "x-2", "x-3"])
    #expect(stems("a.json", "b/a.json", "a-2.json") == ["a", "a-2", "a-2-2"])
    #expect(
      stems("./record.json", "../record.json", ".hidden", "v1.2.json") == ["record", "record-2", ".hidden", "v1.2"])
  }

  @Test func aRecordIsNeverOverwritten() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    try folder.put(Repository.record(), at: "anna.verdicts.json")
    let run = Run.legbrief(
      "report", "anna.json", "anna.verdicts.json", "--format", "json", "--diagnostics", "json", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(run.ids == ["output-unwritable"])
    #expect(folder.text("anna.verdicts.json") == Repository.record())
    #expect(folder.names() == ["anna.json", "anna.verdicts.json", "anna.verdicts.verdicts.json"])
  }

  @Test(arguments: ["missing/out", "file/out", "file", "/proc", "/proc/legbrief"])
  func anUnusableFolderStartsNothing(output: String) throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    try folder.put("older", at: "file")
    let run = Run.legbrief("report", "anna.json", "--output", output, "--diagnostics", "json", in: folder.path)
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ["output-folder"])
    #expect(folder.text("file") == "older")
    #expect(folder.names() == ["anna.json", "file"])
  }

  @Test func aFullDiskLeavesTheOlderReport() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    try folder.put("older", at: "anna.md")
    let run = Run.run(["report", "anna.json", "--diagnostics", "json"], files: FullDisk(disk: Disk(root: folder.path)))
    #expect(run.status == .recordsFailed)
    #expect(run.ids == ["output-unwritable"])
    #expect(folder.text("anna.md") == "older")
  }

  /// The second of two files cannot be put in place (a folder stands there): what was written beside is gone again.
  @Test func nothingUnfinishedStaysBehind() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    folder.makeFolder("anna.html")
    let run = Run.legbrief("report", "anna.json", in: folder.path)
    #expect(run.status == .recordsFailed)
    #expect(folder.names() == ["anna.html", "anna.json", "anna.md"])
  }

  @Test func aFullStreamIsAnErrorAndAClosedOneIsNot() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    let arguments = ["report", "anna.json", "--format", "md", "--output", "-", "--diagnostics", "json"]
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let failed = Run.run(arguments, files: Disk(root: folder.path)) { (bytes) throws(FileError) in
      try Disk.write(bytes, to: full, named: "to standard output")
    }
    #expect(failed.status == .recordsFailed)
    #expect(failed.ids == ["output-unwritable"])
    let closed = Run.run(arguments, files: Disk(root: folder.path)) { (_) throws(FileError) in
      throw FileError(.write, "to standard output", code: EPIPE)
    }
    #expect(closed.status == .success)
    #expect(closed.error.isEmpty)
  }

  @Test func oneReportGoesToTheStream() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    let page = Run.legbrief("report", "anna.json", "--format", "html", "--output", "-", in: folder.path)
    #expect(page.status == .success)
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(folder.names() == ["anna.json"])
    let two = Run.legbrief("report", "anna.json", "--output", "-", in: folder.path)
    #expect(two.status == .nothingStarted)
    #expect(two.error.contains("this run makes 2 for each record"))
  }
}

/// A disk that takes no byte more.
private struct FullDisk: FileSystem {
  let disk: Disk

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { try disk.read(path, limit: limit) }
  func fileNames(in folder: String) throws(FileError) -> [String] { try disk.fileNames(in: folder) }
  func otherNames(in folder: String) throws(FileError) -> [String] { try disk.otherNames(in: folder) }
  func folderNames(in folder: String) throws(FileError) -> [String] { try disk.folderNames(in: folder) }
  func prepare(folder: String) throws(FileError) { try disk.prepare(folder: folder) }
  func identity(of path: String) -> FileIdentity? { disk.identity(of: path) }

  func replace(_ files: [OutputFile]) throws(FileError) {
    throw FileError(.write, files.first?.path ?? "", code: ENOSPC)
  }

  func create(_ files: [OutputFile]) throws(FileError) { try replace(files) }
}
