import Foundation
import Glibc
import TestFolders

extension TestFolder {
  /// Writes beside the file and renames, as vim and others save.
  func rename(_ text: String, to name: String) throws {
    try write(text, to: name + "~")
    _ = Glibc.rename("\(path)/\(name)~", "\(path)/\(name)")
  }

  /// Everything below, with sizes: what a run that writes nothing leaves as it was.
  var listing: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted().map { name in
      let size = (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.size] as? Int) ?? -1
      return "\(name) \(size)"
    }
  }
}
