import Glibc

/// Why a file could not be read or written, in the system's words.
struct FileFault: Error, Sendable {
  let path: String
  let reason: String

  init(_ path: String, _ code: Int32) {
    self.path = path
    reason = String(cString: strerror(code))
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// The few file operations that the program needs, over the system's own calls: no Foundation has to start for them.
enum Files {
  /// The bytes of a regular file or pipe.
  static func read(_ path: String) throws(FileFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileFault(path, EISDIR) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[0..<count]
      } else if errno != EINTR {
        throw FileFault(path, errno)
      }
    }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(FileFault) -> [String] {
    guard let handle = opendir(folder) else { throw FileFault(folder, errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes the folder when its parent exists.
  static func makeFolder(_ path: String) throws(FileFault) {
    guard mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) else { throw FileFault(path, errno) }
  }

  /// Writes all files or none of them: beside, synced, renamed. What stood there before stays until all are written.
  static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileFault) {
    var written: [(temporary: String, path: String)] = []
    do throws(FileFault) {
      for file in files {
        let temporary = "\(file.path).partial-\(getpid())"
        written.append((temporary, file.path))
        try writeSynced(temporary, file.bytes, for: file.path)
        if isFolder(file.path) { throw FileFault(file.path, EISDIR) }
      }
      for file in written {
        guard rename(file.temporary, file.path) == 0 else { throw FileFault(file.path, errno) }
      }
    } catch {
      for file in written { unlink(file.temporary) }
      throw error
    }
    for folder in Set(files.map { parent(of: $0.path) }) { sync(folder: folder) }
  }

  private static func writeSynced(_ temporary: String, _ bytes: [UInt8], for path: String) throws(FileFault) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFault(path, errno) }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw FileFault(path, errno)
      }
    }
    guard fsync(descriptor) == 0 else { throw FileFault(path, errno) }
  }

  private static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The folder part of a path; `.` for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
