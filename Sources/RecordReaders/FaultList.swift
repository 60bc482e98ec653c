import Diagnostics

/// The faults of one file as they are found, in no order; they become sentences only when they are printed.
struct FaultList: Sendable {
  private struct Found {
    var fault: RecordFault
    var range: Range<Int>
    var note: (NoteKind, Range<Int>)?
  }

  /// What a note says about the other place that it names.
  enum NoteKind: String, Sendable {
    case openedHere = "opened here"
    case firstHere = "first written here"
    case otherPlace = "the other stands here"
  }

  /// A hostile file can hold millions of faults: of each severity so many are kept, the rest is counted.
  private static let kept = 2_000

  private var errors: [Found] = []
  private var warnings: [Found] = []
  private var errorCount = 0
  private var warningCount = 0

  var hasErrors: Bool { errorCount > 0 }

  mutating func add(_ fault: RecordFault, at range: Range<Int>, noting note: (NoteKind, Range<Int>)? = nil) {
    let found = Found(fault: fault, range: range, note: note)
    if fault.severity == .error {
      errorCount += 1
      if errors.count < FaultList.kept { errors.append(found) }
    } else {
      warningCount += 1
      if warnings.count < FaultList.kept { warnings.append(found) }
    }
  }

  /// At most `limit` faults in the order of their places, errors taking precedence over warnings, and a line that counts the rest.
  func diagnostics(in context: FaultContext, limit: Int) -> [Diagnostic] {
    let byPlace: (Found, Found) -> Bool = {
      ($0.range.lowerBound, $0.fault.id) < ($1.range.lowerBound, $1.fault.id)
    }
    let printedErrors = errors.sorted(by: byPlace).prefix(limit)
    let printedWarnings = warnings.sorted(by: byPlace).prefix(limit - printedErrors.count)
    let printed = (printedErrors + printedWarnings).sorted(by: byPlace)
    var result = printed.map { found in
      let notes = found.note.map { kind, range in
        [
          Diagnostic.Note(
            kind.rawValue, at: context.source.location(at: range.lowerBound), excerpt: context.excerpt(marking: range))
        ]
      }
      let words = found.fault.words(at: found.range, in: context)
      var diagnostic = Diagnostic(
        found.fault.severity, id: found.fault.id, words.message,
        at: context.source.location(at: found.range.lowerBound),
        excerpt: found.fault.hasPlace ? context.excerpt(marking: found.range) : nil, remedy: words.remedy,
        notes: notes ?? [])
      diagnostic.field = context.field(at: found.range.lowerBound)
      return diagnostic
    }
    let moreErrors = errorCount - printedErrors.count
    let moreWarnings = warningCount - printedWarnings.count
    if moreErrors + moreWarnings > 0 {
      let parts = [(moreErrors, "error"), (moreWarnings, "warning")].filter { $0.0 > 0 }
        .map { "\($0.0) more \($0.1)\($0.0 == 1 ? "" : "s")" }
      result.append(
        Diagnostic(
          moreErrors > 0 ? .error : .warning, id: "more-faults",
          "and \(parts.joined(separator: " and ")) that are not printed"))
    }
    return result
  }
}
