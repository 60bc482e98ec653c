import Diagnostics
import FileAccess
import Glibc

/// What a preview shows: where records come from.
package enum RecordPlaces: Sendable {
  /// A record, a folder of records, or NDJSON.
  case path(String)
  /// Records that are built into the program, by name.
  case builtin([(name: String, bytes: [UInt8])])
}

/// Finds the records again, and what became of those that were known.
struct RecordScan {
  let places: RecordPlaces
  let files: any FileSystem & Sendable

  private static let lineEndings = [".ndjson", ".jsonl"]

  /// Whether a path is a file with one record a line.
  static func holdsLines(_ path: String) -> Bool { lineEndings.contains(where: path.hasSuffix) }

  /// The records in the order of the index, each with its source and stamp; nothing of a record is read but the lines of NDJSON.
  ///
  /// - Parameter file: the stamp of a file of lines when it was last looked through; nothing of it is read while it is the same.
  func entries(
    known: [RecordEntry], nextID: inout Int, file: inout FileStamp?
  ) throws(FileError) -> [RecordEntry] {
    let before = Dictionary(known.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [RecordEntry] = []
    func add(_ path: String, _ name: String, _ source: RecordEntry.Source, _ stamp: FileStamp) {
      var entry = RecordEntry(id: nextID, path: path, name: name, source: source, stamp: stamp)
      if let old = before[entry.key] {
        entry = RecordEntry(
          id: old.id, path: path, name: name, source: source, stamp: stamp,
          summary: old.stamp == stamp ? old.summary : nil)
      } else {
        nextID += 1
      }
      found.append(entry)
    }
    switch places {
    case .builtin(let records):
      for record in records { add(record.name, record.name, .builtin(record.bytes), ContentHash().stamp) }
    case .path(let path) where RecordScan.holdsLines(path):
      let stamp = FileStamp(of: path)
      if stamp != nil, stamp == file { return known }
      file = stamp
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try eachLine(of: path) { offset, count, number, stamp in
        add(path, "\(name):\(number)", .line(offset: offset, count: count, number: number), stamp)
      }
    case .path(let path):
      let start = path.hasSuffix("/") ? path : path + "/"
      for record in try RecordSearch.records(below: path, files) {
        // A file that goes away in this moment is gone in the next scan.
        guard let stamp = FileStamp(of: record) else { continue }
        add(record, record.hasPrefix(start) ? String(record.dropFirst(start.count)) : record, .file, stamp)
      }
    }
    return found
  }

  /// A folder's reports are shown to whoever has the address: a link in it does not open what lies elsewhere.
  func outside(_ entry: RecordEntry) -> Diagnostic? {
    guard case .path(let root) = places, case .file = entry.source, entry.path != root,
      let real = RecordScan.resolved(entry.path), let realRoot = RecordScan.resolved(root),
      !real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
    else { return nil }
    return Diagnostic(
      .error, id: "record-outside", "\(Excerpt.visible(entry.path)) is a link that leads out of the folder",
      remedy: "copy the record into the folder, or preview the folder that it lies in")
  }

  private static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// The folders in which a change of a record shows.
  func folders() -> [String] {
    guard case .path(let path) = places else { return [] }
    guard !RecordScan.holdsLines(path), isFolder(path) else { return [RecordScan.parent(of: path)] }
    var all: [String] = []
    collect(path, depth: 32, into: &all)
    return all
  }

  /// More folders are looked at by the slow poll alone.
  private static let mostFolders = 8192

  private func collect(_ folder: String, depth: Int, into all: inout [String]) {
    all.append(folder)
    guard depth > 0, all.count < RecordScan.mostFolders else { return }
    for name in (try? files.folderNames(in: folder)) ?? [] {
      collect(folder.hasSuffix("/") ? folder + name : folder + "/" + name, depth: depth - 1, into: &all)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The lines of a file that are not blank, read in pieces: a file of any size takes the memory of its list.
  private func eachLine(
    of path: String, _ use: (_ offset: Int, _ count: Int, _ number: Int, _ stamp: FileStamp) -> Void
  ) throws(FileError) {
    var (offset, start, number, isBlank) = (0, 0, 1, true)
    var hash = ContentHash()
    func end(at position: Int) {
      if !isBlank { use(start, position - start, number, hash.stamp) }
      (start, number, isBlank, hash) = (position + 1, number + 1, true, ContentHash())
    }
    while true {
      let piece = try FileStretch.read(path, offset: offset, count: 1 << 20)
      if piece.isEmpty { break }
      piece.withUnsafeBufferPointer { bytes in
        for (position, byte) in bytes.enumerated() {
          if byte == 0x0A {
            end(at: offset + position)
          } else {
            hash.add(byte)
            if byte != 0x20, byte != 0x09, byte != 0x0D { isBlank = false }
          }
        }
      }
      offset += piece.count
    }
    end(at: offset)
  }
}
