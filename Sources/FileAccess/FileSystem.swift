/// What the commands ask of the outside world of files; tests hand in one that fails or that keeps everything in memory.
package protocol FileSystem {
  /// The whole file, or its first `limit` bytes.
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]

  /// The names of the files in a folder, sorted; folders inside it are left out.
  func fileNames(in folder: String) throws(FileError) -> [String]

  /// The names of everything in a folder that is no file, sorted, without hidden ones: folders, links that lead nowhere, devices.
  func otherNames(in folder: String) throws(FileError) -> [String]

  /// The names of the folders in a folder, sorted, without hidden ones.
  func folderNames(in folder: String) throws(FileError) -> [String]

  /// Makes sure that files can be put into `folder`; creates it when its parent exists. Existing files stay as they are.
  func prepare(folder: String) throws(FileError)

  /// Puts all of the files in place, or none: each is written beside its place and synced before the first is renamed.
  func replace(_ files: [OutputFile]) throws(FileError)

  /// Puts new files in place, and none that exists: whoever is quicker keeps the name. All of the files, or none.
  func create(_ files: [OutputFile]) throws(FileError)

  /// What tells whether two paths are one file; nil where there is no file.
  func identity(of path: String) -> FileIdentity?
}

/// A finished file and where it belongs.
package struct OutputFile: Hashable, Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Device and number of a file.
package struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var number: UInt64
}
