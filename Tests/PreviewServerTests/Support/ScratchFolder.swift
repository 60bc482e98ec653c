import Foundation
import Glibc

/// A folder of one test's own, gone when the test ends.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/legbrief-preview-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes in place.
  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  /// Writes beside the file and renames, as vim and others save.
  func rename(_ text: String, to name: String) throws {
    try write(text, to: name + "~")
    _ = Glibc.rename("\(path)/\(name)~", "\(path)/\(name)")
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o777) }

  /// Everything below, with sizes: what a run that writes nothing leaves as it was.
  var listing: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted().map { name in
      let size = (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.size] as? Int) ?? -1
      return "\(name) \(size)"
    }
  }
}
