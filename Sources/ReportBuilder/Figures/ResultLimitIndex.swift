import ClinicalRecord
package import RuleEngine
import Synchronization

/// The lines that the rules of one book draw at results, by test; walked through once for each locale pack, when a record of it first has results.
package final class ResultLimitIndex: Sendable {
  let book: RuleBook
  private let known = Mutex<[String?: [ItemID: [ResultLimit]]]>([:])

  package init(_ book: RuleBook) { self.book = book }

  func limits(for record: PatientRecord) -> [ItemID: [ResultLimit]] {
    let locale = book.locale(of: record)
    return known.withLock { known in
      if let limits = known[locale?.id] { return limits }
      let limits = Dictionary(grouping: book.resultLimits(for: locale), by: \.test)
      known[locale?.id] = limits
      return limits
    }
  }
}
