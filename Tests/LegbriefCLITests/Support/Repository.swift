@testable import FileAccess
@testable import LegbriefCLI

/// The repository that the tests stand in, found through this file's path.
enum Repository {
  static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

  static func bytes(_ path: String) throws -> [UInt8] { try Disk(root: root).read(path, limit: 1 << 26) }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// The least that is a record, with what a test wants to add.
  static func record(_ sections: String = "") -> String {
    #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}"# + (sections.isEmpty ? "" : ", " + sections) + "}\n"
  }
}
