import Foundation
import Glibc
import Testing

@testable import FileAccess
@testable import LegbriefCLI

/// A folder of one test's own, gone when the test ends.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    var name = Array((FileManager.default.temporaryDirectory.path + "/legbrief-test-XXXXXX").utf8CString)
    path = String(cString: try #require(mkdtemp(&name)))
  }

  deinit { TestFolder.remove(path) }

  func put(_ text: String, at name: String) throws { try put(Array(text.utf8), at: name) }

  func put(_ bytes: [UInt8], at name: String) throws {
    try Disk(root: path).replace([OutputFile(path: name, bytes: bytes)])
  }

  func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o777) }

  /// The file's text; nil when there is none.
  func text(_ name: String) -> String? {
    (try? Disk(root: path).read(name, limit: 1 << 26)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of everything in a folder, hidden files too.
  func names(in folder: String = ".") -> [String] {
    guard let stream = opendir("\(path)/\(folder)") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) { names.append(TestFolder.name(of: entry)) }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
    }
  }

  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = name(of: entry)
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(stream)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
