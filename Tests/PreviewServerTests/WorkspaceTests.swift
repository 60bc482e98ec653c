import ClinicalRecord
import Diagnostics
import FileAccess
import TestFolders
import Testing

@testable import PreviewServer

/// What is shown of records and templates as they change.
@Suite struct WorkspaceTests {
  private func workspace(_ folder: TestFolder, told: Told) throws -> Workspace {
    try Workspace(
      TestSource(folder: folder.path), records: .path(folder.path), asOf: nil, files: Disk(), tell: told.add)
  }

  @Test func anErrorStandsOverTheLastGoodReportInTheTerminalsWords() async throws {
    let (folder, told) = (try TestFolder(), Told())
    try folder.write("a:", to: "a.t")
    try folder.write("b:", to: "b.t")
    try folder.write("one", to: "one.json")
    let workspace = try workspace(folder, told: told)
    let view = Workspace.View(record: 1, template: "a")
    let good = try #require(await workspace.shown(view))
    #expect(good.errors.isEmpty && good.report?.text == Array("a:one".utf8))
    try folder.write("line\nof BAD:", to: "a.t")
    #expect(await workspace.refresh(templates: true, records: true))
    let bad = try #require(await workspace.shown(view))
    #expect(bad.report == good.report && bad.version != good.version)
    #expect(bad.errors == "a.t:2:4: error: this is bad [bad]\n  2 | of BAD:\n    |    ^~~\n  help: take it out\n")
    #expect(told.text == bad.errors)
    // The terminal is told of what nobody looks at as well, and nothing twice.
    try await Task.sleep(for: .milliseconds(400))
    #expect(told.text == bad.errors)
    // Another template is not affected.
    #expect(await workspace.shown(.init(record: 1, template: "b"))?.errors.isEmpty == true)
    try folder.write("mended:", to: "a.t")
    #expect(await workspace.refresh(templates: true, records: true))
    let mended = try #require(await workspace.shown(view))
    #expect(mended.errors.isEmpty && mended.report?.text == Array("mended:one".utf8))
    for _ in 0..<500 where !told.text.hasSuffix("templates: no errors left\n") {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(told.text.hasSuffix("templates: no errors left\n"))
  }

  @Test func aFaultyRecordLeavesTheOthersAlone() async throws {
    let (folder, told) = (try TestFolder(), Told())
    try folder.write("one", to: "one.json")
    try folder.write("BAD", to: "two.json")
    let workspace = try workspace(folder, told: told)
    #expect(await workspace.shown(.init(record: 1, template: "plain"))?.errors.isEmpty == true)
    let bad = try #require(await workspace.shown(.init(record: 2, template: "plain")))
    #expect(bad.report == nil && bad.errors == told.text && !bad.errors.isEmpty)
    // Said once, however often it is looked at.
    _ = await workspace.shown(.init(record: 2, template: "plain"))
    #expect(told.text == bad.errors)
  }

  @Test func recordsKeepTheirAddressesWhileOthersComeAndGo() async throws {
    let (folder, told) = (try TestFolder(), Told())
    try folder.write("b", to: "b.json")
    let workspace = try workspace(folder, told: told)
    try folder.write("a", to: "a.json")
    folder.makeFolder("c")
    try folder.write("c", to: "c/record.json")
    #expect(await workspace.refresh(templates: false, records: true))
    #expect(await workspace.records.map(\.name) == ["a.json", "b.json", "c/record.json"])
    #expect(await workspace.record(1)?.name == "b.json")
    folder.remove("b.json")
    #expect(await workspace.refresh(templates: false, records: true))
    #expect(await workspace.record(1) == nil)
    #expect(await workspace.shown(.init(record: 1, template: "plain")) == nil)
    #expect(await !workspace.refresh(templates: true, records: true, byContent: true))
  }

  @Test func linesOfNDJSONAreRecords() async throws {
    let (folder, told) = (try TestFolder(), Told())
    try folder.write("first\n\n  \nsecond\r\nthird", to: "all.ndjson")
    let workspace = try Workspace(
      TestSource(), records: .path("\(folder.path)/all.ndjson"), asOf: nil, files: Disk(), tell: told.add)
    #expect(await workspace.records.map(\.name) == ["all.ndjson:1", "all.ndjson:4", "all.ndjson:5"])
    #expect(await workspace.text(of: 3)?.bytes == Array("third".utf8))
    #expect(await workspace.text(of: 3)?.line == 5)
    try folder.write("first\n", to: "all.ndjson")
    #expect(await workspace.refresh(templates: false, records: true))
    #expect(await workspace.records.count == 1)
  }

  @Test func onlyTheLastViewsAreKept() async throws {
    let many = (0..<100).map { (name: "r\($0).json", bytes: Array("record \($0)".utf8)) }
    let workspace = try Workspace(
      TestSource(), records: .builtin(many), asOf: nil, files: Disk(), tell: { _ in })
    for number in 1...100 { _ = await workspace.shown(.init(record: number, template: "plain")) }
    #expect(await workspace.keptViews <= Workspace.mostKept)
  }

  @Test func aFolderThatGoesAwayIsSaidAndComesBack() async throws {
    let (folder, told) = (try TestFolder(), Told())
    folder.makeFolder("in")
    try folder.write("a", to: "in/a.json")
    let workspace = try Workspace(
      TestSource(), records: .path("\(folder.path)/in"), asOf: nil, files: Disk(), tell: told.add)
    folder.remove("in/a.json")
    #expect(await workspace.refresh(templates: false, records: true))
    #expect(await workspace.records.isEmpty)
    #expect(throws: FileError.self) {
      try Workspace(
        TestSource(), records: .path("\(folder.path)/none"), asOf: nil, files: Disk(), tell: told.add)
    }
  }

  @Test(arguments: [
    ("/srv/records", true), ("/srv", true), ("/srvx", false), ("/var/a", false), ("/", false), ("/mnt/fuse/x", true),
    ("/srv/local/x", false),
  ])
  func networkFoldersAreKnown(path: String, isRemote: Bool) {
    let mounts = """
      /dev/sda1 / ext4 rw 0 0
      server:/x /srv nfs4 rw 0 0
      tmpfs /srv/local tmpfs rw 0 0
      sshfs /mnt/fuse fuse.sshfs rw 0 0
      """
    #expect(RemoteFolder.isRemote(path, mounts: mounts) == isRemote)
  }
}
