import CSyncfs
import FileAccess
import Glibc

/// The output folder of a batch: files are written beside their places, made durable together, and renamed.
struct BatchFolder: Sendable {
  /// What the batch keeps for itself.
  static let own = ".legbrief"

  let path: String
  private let lock: Int32

  /// - Throws: `FileError` where the folder cannot be made, written to, or another batch works in it.
  init(_ path: String) throws(FileError) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    try Disk().prepare(folder: path)
    let own = "\(self.path)/\(BatchFolder.own)"
    if mkdir(own, 0o777) != 0, errno != EEXIST { throw FileError(.useFolder, path, code: errno) }
    lock = open("\(own)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw FileError(.useFolder, path, code: errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(lock)
      throw FileError(.useFolder, path, code: code == EWOULDBLOCK ? EBUSY : code)
    }
    // What a killed run left behind was never in place.
    BatchFolder.empty(staging)
    if mkdir(staging, 0o777) != 0, errno != EEXIST { throw FileError(.useFolder, path, code: errno) }
  }

  /// For a look at what is there: nothing is made, nothing is locked.
  init(looking path: String) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
    lock = -1
  }

  /// Gives the folder back; a process that ends gives it back by itself.
  func release() {
    BatchFolder.empty(staging)
    close(lock)
  }

  private var staging: String { "\(path)/\(BatchFolder.own)/staging" }

  var store: String { "\(path)/\(BatchFolder.own)/reports.sqlite" }

  /// Writes a whole file that nobody sees yet; ``place(_:)`` puts it where it belongs.
  func stage(_ bytes: [UInt8], number: Int, part: Int) throws(FileError) -> String {
    let staged = "\(staging)/\(number)-\(part)"
    let file = open(staged, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(.write, path, code: errno) }
    do throws(FileError) {
      try Disk.write(bytes, to: file, named: path)
      // Some file systems tell only now that there was no room.
      guard close(file) == 0 else { throw FileError(.write, path, code: errno) }
    } catch {
      unlink(staged)
      throw error
    }
    return staged
  }

  /// Makes everything that was staged last through a loss of power: one call for many files.
  func sync() throws(FileError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw FileError(.useFolder, path, code: errno) }
    defer { close(folder) }
    guard syncfs(folder) == 0 else { throw FileError(.write, path, code: errno) }
  }

  /// Puts a staged file in its place inside the folder; the folders on the way are made where they are missing.
  func place(_ staged: String, at name: String) throws(FileError) {
    let target = "\(path)/\(name)"
    if rename(staged, target) == 0 { return }
    guard errno == ENOENT, let slash = target.lastIndex(of: "/"), access(staged, F_OK) == 0 else {
      throw FileError(.write, target, code: errno)
    }
    if mkdir(String(target[..<slash]), 0o777) != 0, errno != EEXIST { throw FileError(.write, target, code: errno) }
    guard rename(staged, target) == 0 else { throw FileError(.write, target, code: errno) }
  }

  /// A file of the run itself, such as its index, written piece by piece and put in place whole.
  func write(_ name: String, _ pieces: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    let staged = "\(staging)/\(name)"
    let file = open(staged, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(.write, "\(path)/\(name)", code: errno) }
    do {
      defer { close(file) }
      var buffer: [UInt8] = []
      try pieces { bytes in
        buffer += bytes
        guard buffer.count > 1 << 16 else { return }
        try Disk.write(buffer, to: file, named: "\(path)/\(name)")
        buffer.removeAll(keepingCapacity: true)
      }
      try Disk.write(buffer, to: file, named: "\(path)/\(name)")
      guard fsync(file) == 0 else { throw FileError(.write, "\(path)/\(name)", code: errno) }
    } catch {
      unlink(staged)
      throw error
    }
    try place(staged, at: name)
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  /// What the file system says of a file: any writing to it, and any exchange of it, changes this; nil where there is none.
  func stamp(of name: String) -> (bytes: Int, text: String)? {
    var status = stat()
    guard lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (
      Int(status.st_size), "\(status.st_ino) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
    )
  }

  /// The digest of a file's content; nil where it cannot be read.
  func digest(of name: String) -> String? {
    (try? Disk().read("\(path)/\(name)", limit: .max)).map { Digest.hex($0) }
  }

  private static func empty(_ folder: String) {
    for name in (try? Disk().fileNames(in: folder)) ?? [] { unlink("\(folder)/\(name)") }
  }
}
