import FlyingSocks
import Glibc
import Synchronization

/// The connections that are open, with the moment by which each must have done what it is at.
///
/// FlyingFox's own server waits without end for a slow client and takes any number of them; here a connection that is late is shut
/// down, and when there are too many the one that has been at its first request longest makes room.
final class OpenConnections: Sendable {
  struct Limits: Sendable {
    var count = 512
    /// For the whole head of a request, and for the first one from the moment of connecting.
    var head = Duration.seconds(5)
    /// Between two requests.
    var idle = Duration.seconds(60)
    /// For one piece of an answer.
    var write = Duration.seconds(10)
  }

  private struct Open {
    let number: Int
    let socket: Socket
    var deadline: ContinuousClock.Instant?
    /// Whether it has ever sent a whole request.
    var isKnown = false
  }

  private struct State {
    var open: [Int: Open] = [:]
    var next = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  /// Takes a new connection in; nil when the server has ended, or every open connection is in good use.
  func add(_ socket: Socket) -> Int? {
    state.withLock { state in
      if state.isClosed { return nil }
      if state.open.count >= limits.count {
        guard let oldest = state.open.values.filter({ !$0.isKnown }).min(by: { $0.number < $1.number }) else {
          return nil
        }
        shutdown(oldest.socket.file.rawValue, Int32(SHUT_RDWR))
        // It is counted no more; its own task closes it.
        state.open[oldest.number]?.deadline = nil
        state.open[oldest.number]?.isKnown = true
      }
      state.next += 1
      state.open[state.next] = Open(number: state.next, socket: socket, deadline: .now + limits.head)
      return state.next
    }
  }

  enum Phase {
    case head, idle, write
    /// As long as it takes: the server itself is at work.
    case serving
  }

  func enter(_ phase: Phase, _ number: Int) {
    state.withLock { state in
      guard state.open[number] != nil else { return }
      switch phase {
      case .head: state.open[number]?.deadline = .now + limits.head
      case .idle: state.open[number]?.deadline = .now + limits.idle
      case .write: state.open[number]?.deadline = .now + limits.write
      case .serving:
        state.open[number]?.deadline = nil
        state.open[number]?.isKnown = true
      }
    }
  }

  /// Closes under the lock, so that the number of the socket cannot be another's by the time that ``sweep()`` shuts it down.
  func close(_ number: Int) {
    state.withLock { state in
      guard let open = state.open.removeValue(forKey: number) else { return }
      try? open.socket.close()
    }
  }

  /// Shuts down whoever is late: their tasks then end by themselves.
  func sweep() {
    let now = ContinuousClock.now
    state.withLock { state in
      for open in state.open.values {
        guard let deadline = open.deadline, deadline < now else { continue }
        shutdown(open.socket.file.rawValue, Int32(SHUT_RDWR))
        state.open[open.number]?.deadline = nil
      }
    }
  }

  /// No more connections; those that are open end.
  func end() {
    state.withLock { state in
      state.isClosed = true
      for open in state.open.values { shutdown(open.socket.file.rawValue, Int32(SHUT_RDWR)) }
    }
  }

  var count: Int { state.withLock { $0.open.count } }
}
