import Dispatch
import Glibc
import Synchronization

/// Whether somebody pressed Ctrl-C, or the system asks the program to end: the run stops at the next record instead of in the middle of one.
struct Interruption {
  /// What the threads of a run ask.
  final class Flag: Sendable {
    private let isSet = Atomic(false)

    var isRaised: Bool { isSet.load(ordering: .relaxed) }

    func raise() { isSet.store(true, ordering: .relaxed) }
  }

  let flag = Flag()
  private let sources: [any DispatchSourceSignal]

  init() {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [flag] in flag.raise() }
      source.resume()
    }
  }

  /// The signals end the program again.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
