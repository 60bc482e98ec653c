import Glibc

/// Whether a folder lies on a file system to which other machines write: inotify hears nothing of what they do.
enum RemoteFolder {
  private static let kinds: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "glusterfs", "lustre", "virtiofs", "vboxsf",
  ]

  static func isRemote(_ path: String) -> Bool {
    guard let resolved = realpath(path, nil) else { return false }
    defer { free(resolved) }
    return isRemote(String(cString: resolved), mounts: mounts())
  }

  /// - Parameter mounts: the lines of `/proc/self/mounts`; the last of the longest places that hold the path counts.
  static func isRemote(_ path: String, mounts: String) -> Bool {
    var best: (place: Substring, kind: Substring) = ("", "")
    for line in mounts.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count >= 3, parts[1].count >= best.place.count else { continue }
      if parts[1] == "/" || path == parts[1] || path.hasPrefix(parts[1] + "/") { best = (parts[1], parts[2]) }
    }
    return kinds.contains(best.kind) || best.kind.hasPrefix("fuse")
  }

  private static func mounts() -> String {
    guard let file = fopen("/proc/self/mounts", "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }
}
