import Dispatch
import Synchronization

/// Work spread over threads, with results in the order of the elements whatever the number of threads.
enum Parallel {
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard jobs > 1, elements.count > 1 else { return elements.map(transform) }
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, elements.count)) { _ in
      while true {
        let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard position < elements.count else { return }
        let result = transform(elements[position])
        results.withLock { $0[position] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
