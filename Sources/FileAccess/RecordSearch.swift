import Glibc

/// Finds the records below a folder.
package enum RecordSearch {
  /// Folders deeper than this are not looked into.
  private static let depth = 32

  /// All files that end with `.json` below the folder, in the order of their paths, without the schema and the verdicts that
  /// this program writes; a path that is a file stands for itself.
  package static func records(below path: String, _ files: any FileSystem) throws(FileError) -> [String] {
    do throws(FileError) {
      var seen: Set<FileIdentity> = []
      return try records(in: path, depth: depth, &seen, files).sorted()
    } catch {
      if error.path == path, error.code == ENOTDIR { return [path] }
      throw FileError(.readRecords, error.path, code: error.code)
    }
  }

  private static func records(
    in folder: String, depth: Int, _ seen: inout Set<FileIdentity>, _ files: any FileSystem
  ) throws(FileError) -> [String] {
    // A link may lead back to a folder above.
    if let identity = files.identity(of: folder), !seen.insert(identity).inserted { return [] }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    var found = try files.fileNames(in: folder).filter(isRecord).map { start + $0 }
    guard depth > 0 else { return found }
    for name in try files.folderNames(in: folder) {
      found += try records(in: start + name, depth: depth - 1, &seen, files)
    }
    return found
  }

  private static func isRecord(_ name: String) -> Bool {
    name.hasSuffix(".json") && !name.hasPrefix(".") && name != "verdicts.json" && !name.hasSuffix(".verdicts.json")
      && !name.hasSuffix(".schema.json")
  }
}
