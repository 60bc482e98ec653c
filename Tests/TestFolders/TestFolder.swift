import FileAccess
import Foundation

/// A folder of one test's own, gone when the test ends. Names are paths below it.
package final class TestFolder: Sendable {
  package let path: String
  private let disk: Disk

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/legbrief-test-\(UUID().uuidString)"
    disk = Disk(root: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  // MARK: Writing

  /// Puts the file there as a whole, with the folders on the way to it.
  package func put(_ text: String, at name: String) throws { try put(Array(text.utf8), at: name) }

  package func put(_ bytes: [UInt8], at name: String) throws {
    try disk.replace([OutputFile(path: name, bytes: bytes)])
  }

  /// Writes in place, as some editors save.
  package func write(_ text: String, to name: String) throws {
    try text.write(toFile: full(name), atomically: false, encoding: .utf8)
  }

  package func makeFolder(_ name: String) {
    try? FileManager.default.createDirectory(atPath: full(name), withIntermediateDirectories: false)
  }

  /// Removes a file, or a folder with all that is in it.
  package func remove(_ name: String) { try? FileManager.default.removeItem(atPath: full(name)) }

  // MARK: Reading

  /// The file's bytes; nil when there is none.
  package func bytes(_ name: String) -> [UInt8]? { try? disk.read(name, limit: .max) }

  package func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The names of everything in a folder, hidden files too.
  package func names(in folder: String = ".") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: full(folder))) ?? []).sorted()
  }

  private func full(_ name: String) -> String { "\(path)/\(name)" }
}
