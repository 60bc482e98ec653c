import FlyingSocks
import Foundation
import Glibc

/// HTTP/1.1 on 127.0.0.1 for GET and HEAD, over FlyingFox's sockets.
///
/// FlyingFox's `HTTPServer` has no limit for the size of a head, none for the time that a client takes and none for the number of
/// clients, and it takes the last of two Host headers; so the 150 lines that read a head and write an answer are ours.
struct LoopbackServer: Sendable {
  private let listener: Socket
  let port: UInt16
  private let connections: OpenConnections
  private let answer: @Sendable (RequestHead, UInt16) async -> Response

  /// Listens at once, so that the address can be told before anything is served.
  ///
  /// - Parameter port: 0 for one that is free.
  init(
    port: UInt16, limits: OpenConnections.Limits = OpenConnections.Limits(),
    answer: @escaping @Sendable (_ request: RequestHead, _ port: UInt16) async -> Response
  ) throws {
    listener = try Socket(domain: AF_INET, type: .stream)
    do {
      _ = fcntl(listener.file.rawValue, F_SETFD, FD_CLOEXEC)
      try listener.setValue(true, for: .localAddressReuse)
      try listener.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try listener.listen()
      guard case .ip4(_, let bound) = try listener.sockname() else { throw SocketError.unsupportedAddress }
      self.port = bound
    } catch {
      try? listener.close()
      throw error
    }
    connections = OpenConnections(limits: limits)
    self.answer = answer
  }

  /// Serves until the task is cancelled.
  func run() async {
    let pool = SocketPool<ePoll>.ePoll(maxEvents: 64)
    await withDiscardingTaskGroup { group in
      do {
        try await pool.prepare()
        let socket = try AsyncSocket(socket: listener, pool: pool)
        group.addTask { try? await pool.run() }
        group.addTask {
          while !Task.isCancelled {
            connections.sweep()
            try? await Task.sleep(for: .milliseconds(200))
          }
        }
        while !Task.isCancelled {
          do {
            let client = try await socket.accept()
            guard let number = connections.add(client.socket) else {
              try? client.socket.close()
              continue
            }
            _ = fcntl(client.socket.file.rawValue, F_SETFD, FD_CLOEXEC)
            var isImmediate: Int32 = 1
            setsockopt(
              client.socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isImmediate,
              socklen_t(MemoryLayout<Int32>.size))
            group.addTask { await serve(client, number) }
          } catch is CancellationError {
            break
          } catch {
            // Such as no file number left: those that are late give theirs back soon.
            try? await Task.sleep(for: .milliseconds(50))
          }
        }
      } catch {
        // Without a pool nothing can be served; the caller sees the run end.
      }
      connections.end()
      try? listener.close()
      group.cancelAll()
    }
  }

  private func serve(_ client: AsyncSocket, _ number: Int) async {
    defer { connections.close(number) }
    var waiting: [UInt8] = []
    do {
      while !Task.isCancelled {
        let request: RequestHead
        do throws(ReadFault) {
          guard let head = try await nextHead(client, number, &waiting) else { return }
          request = head
        } catch {
          guard case .refused(let fault) = error else { return }
          try await send(.refusal(fault.status), to: client, number, isHead: false, keepsAlive: false)
          return linger(client)
        }
        connections.enter(.serving, number)
        let response = await answer(request, port)
        // Who is refused does not keep a place that others may want.
        let keepsAlive = request.keepsAlive && response.status == 200
        try await send(response, to: client, number, isHead: request.method == "HEAD", keepsAlive: keepsAlive)
        guard keepsAlive, case .bytes = response.body else { return }
        connections.enter(waiting.isEmpty ? .idle : .head, number)
      }
    } catch {
      // The browser has gone, or was too slow.
    }
  }

  /// The refusal must arrive although more was sent than was read.
  private func linger(_ client: AsyncSocket) {
    shutdown(client.socket.file.rawValue, Int32(SHUT_WR))
    for _ in 0..<64 where (try? client.socket.read(atMost: 4096)) == nil { break }
  }

  private enum ReadFault: Error {
    case refused(RequestHead.Fault)
    case gone
  }

  /// The next head; nil when the other side has no more to ask.
  private func nextHead(
    _ client: AsyncSocket, _ number: Int, _ waiting: inout [UInt8]
  ) async throws(ReadFault) -> RequestHead? {
    let end = Array("\r\n\r\n".utf8)
    var searched = 0
    while true {
      if let position = firstIndex(of: end, in: waiting, from: max(0, searched - 3)) {
        guard position <= RequestHead.mostBytes else { throw .refused(.tooLarge) }
        let head = waiting[..<position]
        waiting = Array(waiting[(position + end.count)...])
        do throws(RequestHead.Fault) {
          return try RequestHead(head)
        } catch {
          throw .refused(error)
        }
      }
      guard waiting.count <= RequestHead.mostBytes else { throw .refused(.tooLarge) }
      searched = waiting.count
      do {
        let piece = try await client.read(atMost: 4096)
        if waiting.isEmpty { connections.enter(.head, number) }
        waiting += piece
      } catch {
        if waiting.isEmpty { return nil }
        throw .gone
      }
    }
  }

  private func firstIndex(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count - start >= wanted.count else { return nil }
    return (start...bytes.count - wanted.count).first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
  }

  private func send(
    _ response: Response, to client: AsyncSocket, _ number: Int, isHead: Bool, keepsAlive: Bool
  ) async throws {
    let isStream = if case .events = response.body { true } else { false }
    var bytes = response.head(keepsAlive: keepsAlive && !isStream)
    if case .bytes(let body) = response.body, !isHead { bytes += body }
    try await write(bytes, to: client, number)
    guard case .events(let events) = response.body, !isHead else { return }
    for await event in events { try await write(Array(event.utf8), to: client, number) }
  }

  /// In pieces, each with a deadline: a slow line is served, one that stands still is not.
  private func write(_ bytes: [UInt8], to client: AsyncSocket, _ number: Int) async throws {
    for start in stride(from: 0, to: bytes.count, by: 64 << 10) {
      connections.enter(.write, number)
      try await client.write(Data(bytes[start..<min(start + (64 << 10), bytes.count)]))
    }
    connections.enter(.serving, number)
  }
}
