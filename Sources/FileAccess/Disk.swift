import Glibc

/// The real file system, by system calls: nothing of Foundation is started for a report.
package struct Disk: FileSystem {
  /// Where relative paths start; nil for the current folder of the process.
  private let root: String?

  package init(root: String? = nil) { self.root = root }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = open(resolved(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(.readRecord, path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(.readRecord, path, code: errno) }
    // One byte more than the file holds: its end is found without growing.
    var capacity = min(limit, max(Int(status.st_size) + 1, 4096))
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let found = Disk.retrying { Glibc.read(file, buffer.baseAddress, capacity) }
        if found < 0 { code = errno }
        count = max(0, found)
      }
      guard code == 0 else { throw FileError(.readRecord, path, code: code) }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      capacity = min(max(limit - bytes.count, 1), 1 << 16)
    }
    return bytes
  }

  package func fileNames(in folder: String) throws(FileError) -> [String] { try names(in: folder) { $0 == S_IFREG } }

  package func otherNames(in folder: String) throws(FileError) -> [String] {
    try names(in: folder) { $0 != S_IFREG }.filter { !$0.hasPrefix(".") }
  }

  package func folderNames(in folder: String) throws(FileError) -> [String] {
    try names(in: folder) { $0 == S_IFDIR }.filter { !$0.hasPrefix(".") }
  }

  /// - Parameter isWanted: whether names of a kind of file are wanted; nil for a link that leads nowhere.
  private func names(in folder: String, where isWanted: (mode_t?) -> Bool) throws(FileError) -> [String] {
    guard let stream = opendir(resolved(folder)) else { throw FileError(.readTemplates, folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = Glibc.readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      var status = stat()
      let isThere = stat(resolved(folder + "/" + name), &status) == 0
      if isWanted(isThere ? status.st_mode & S_IFMT : nil) { names.append(name) }
    }
    return names.sorted()
  }

  package func prepare(folder: String) throws(FileError) {
    let path = resolved(folder)
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(.useFolder, folder, code: errno) }
    // Permission bits do not tell the truth everywhere (the superuser, read-only mounts): a file tells.
    let (file, name) = try Disk.create(beside: path + "/probe", for: FileError(.useFolder, folder, code: 0))
    close(file)
    unlink(name)
  }

  package func replace(_ files: [OutputFile]) throws(FileError) {
    var staged: [(temporary: String, path: String)] = []
    var placed = 0
    defer { for file in staged.dropFirst(placed) { unlink(file.temporary) } }
    for file in files {
      let path = resolved(file.path)
      let (descriptor, temporary) = try Disk.create(beside: path, for: FileError(.write, file.path, code: 0))
      staged.append((temporary, path))
      do {
        defer { close(descriptor) }
        try Disk.write(file.bytes, to: descriptor, named: file.path)
        guard fsync(descriptor) == 0 else { throw FileError(.write, file.path, code: errno) }
      }
    }
    for (file, output) in zip(staged, files) {
      guard rename(file.temporary, file.path) == 0 else { throw FileError(.write, output.path, code: errno) }
      placed += 1
    }
    for folder in Set(staged.map { Disk.folder(of: $0.path) }) { Disk.sync(folder: folder) }
  }

  package func create(_ files: [OutputFile]) throws(FileError) {
    var placed: [String] = []
    do throws(FileError) {
      for file in files {
        let path = resolved(file.path)
        let (descriptor, temporary) = try Disk.create(beside: path, for: FileError(.create, file.path, code: 0))
        defer { unlink(temporary) }
        do {
          defer { close(descriptor) }
          do throws(FileError) {
            try Disk.write(file.bytes, to: descriptor, named: file.path)
          } catch {
            throw FileError(.create, file.path, code: error.code)
          }
          guard fsync(descriptor) == 0 else { throw FileError(.create, file.path, code: errno) }
        }
        // A rename would replace what stands there; a link does not.
        guard link(temporary, path) == 0 else { throw FileError(.create, file.path, code: errno) }
        placed.append(path)
      }
    } catch {
      for path in placed { unlink(path) }
      throw error
    }
    for folder in Set(placed.map(Disk.folder)) { Disk.sync(folder: folder) }
  }

  package func identity(of path: String) -> FileIdentity? {
    var status = stat()
    guard stat(resolved(path), &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }
}

extension Disk {
  /// All of the bytes, also where the system takes them in pieces.
  package static func write(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let written = retrying {
        bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start) }
      }
      guard written >= 0 else { throw FileError(.write, name, code: errno) }
      start += written
    }
  }

  /// A new, hidden file in the folder of `path`; a rename inside one folder is never a copy.
  private static func create(beside path: String, for error: FileError) throws(FileError) -> (Int32, String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for attempt in 0..<100 {
      let temporary = "\(folder(of: path))/.\(name).\(getpid())-\(attempt).legbrief"
      let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 { return (file, temporary) }
      guard errno == EEXIST else { throw FileError(error.task, error.path, code: errno) }
    }
    throw FileError(error.task, error.path, code: EIO)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the renames last; a file system that cannot do it for folders is not an error.
  private static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Repeats a call that a signal interrupted.
  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private func resolved(_ path: String) -> String {
    guard let root, !path.hasPrefix("/") else { return path }
    return root + "/" + path
  }
}
