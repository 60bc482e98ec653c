import Dispatch
import Glibc

/// One TCP connection by hand: what no well-behaved client would send.
final class RawClient: Sendable {
  private let descriptor: Int32

  init?(port: UInt16, patience: Int = 900) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var time = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  @discardableResult
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// What comes next; empty when the other side has closed, or keeps silent.
  func receive() async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [descriptor] in
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        continuation.resume(returning: String(decoding: buffer.prefix(max(0, count)), as: UTF8.self))
      }
    }
  }

  /// Everything until the other side closes, or ``receive()`` gives up.
  func all() async -> String {
    var text = ""
    while true {
      let piece = await receive()
      if piece.isEmpty { return text }
      text += piece
    }
  }
}

/// One request and all that comes back.
func exchange(_ request: String, port: UInt16) async -> String {
  guard let client = RawClient(port: port) else { return "no connection" }
  client.send(request)
  return await client.all()
}

/// The number of an answer's status line; nil without one.
func status(_ answer: String) -> Int? {
  let parts = answer.prefix { $0 != "\r\n" }.split(separator: " ")
  return parts.count > 1 && parts[0] == "HTTP/1.1" ? Int(parts[1]) : nil
}
