import Foundation
import Glibc
import Testing

@testable import FileAccess

/// What is taken for a record below a folder.
@Suite struct RecordSearchTests {
  @Test func recordsAreFoundInTheOrderOfTheirPaths() throws {
    var name = Array((FileManager.default.temporaryDirectory.path + "/legbrief-test-XXXXXX").utf8CString)
    let folder = String(cString: try #require(mkdtemp(&name)))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let disk = Disk(root: folder)
    mkdir("\(folder)/a", 0o777)
    for file in [
      "b.json", "a/record.json", ".hidden.json", "b.verdicts.json", "verdicts.json", "x.schema.json", "n.txt",
    ] {
      try disk.replace([OutputFile(path: file, bytes: [])])
    }
    #expect(try RecordSearch.records(below: ".", disk) == ["./a/record.json", "./b.json"])
    #expect(try RecordSearch.records(below: "b.json", disk) == ["b.json"])
    #expect(throws: FileError(.readRecords, "none", code: ENOENT)) { try RecordSearch.records(below: "none", disk) }
  }
}
