import Glibc

extension Console {
  /// The process's own streams. A reader that went away ends the output quietly.
  package static let standard = Console(
    output: { Console.write($0, to: 1) }, error: { _ = Console.write($0, to: 2) })

  /// Must run before the first write: a broken pipe is then a failed write and not a signal.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
      } else if errno == EPIPE {
        return true
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
