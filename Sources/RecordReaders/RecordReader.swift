package import ClinicalRecord
package import Diagnostics

/// Reads one patient's file in record format 1, and reports everything that is wrong with it in one run.
package struct RecordReader: Sendable {
  /// What a file may ask of the reader.
  package struct Limits: Sendable {
    /// The largest file, in bytes.
    package var fileBytes = 64 << 20
    /// How many brackets may be open at once; the format itself needs five.
    package var depth = 64
    /// How many faults of one file are worth printing.
    package var diagnostics = 200

    package init() {}
  }

  /// What a file holds: a record, unless there are errors, and the faults in the order of their places.
  package struct Result: Sendable {
    /// Nil when at least one of the diagnostics is an error.
    package var record: PatientRecord?
    package var diagnostics: [Diagnostic]
  }

  private let vocabulary: Vocabulary
  private let limits: Limits

  package init(dictionary: FieldDictionary, limits: Limits = Limits()) {
    vocabulary = Vocabulary(dictionary)
    self.limits = limits
  }

  /// Reads the bytes of `source`.
  ///
  /// - Parameter asOf: the end of all windows; nil takes `person.reportDate` of the file.
  package func read(_ source: SourceText, asOf: Day?) -> Result {
    var faults = FaultList()
    guard source.bytes.count <= limits.fileBytes else {
      faults.add(.fileTooBig(limit: limits.fileBytes), at: 0..<0)
      return result(nil, faults, FaultContext(source: source, vocabulary: vocabulary, tokens: []))
    }
    let tape = TokenTape(parsing: source.bytes, maxDepth: limits.depth)
    // A file that is not UTF-8 from its first byte on (UTF-16, a compressed file) has nothing else to say.
    if let fault = tape.faults.first, fault.kind == .invalidUTF8, fault.range.lowerBound == 0 {
      faults.add(.syntax(fault.kind), at: fault.range)
      return result(nil, faults, FaultContext(source: source, vocabulary: vocabulary, tokens: []))
    }
    for fault in tape.faults {
      faults.add(.syntax(fault.kind), at: fault.range, noting: fault.related.map { (.openedHere, $0..<$0 + 1) })
    }
    var reading = Reading(source: source, tape: tape, vocabulary: vocabulary, faults: faults, asOf: asOf)
    let record = reading.document()
    return result(
      record, reading.faults, FaultContext(source: source, vocabulary: vocabulary, tokens: tape.tokens))
  }

  private func result(_ record: PatientRecord?, _ faults: FaultList, _ context: FaultContext) -> Result {
    Result(
      record: faults.hasErrors ? nil : record,
      diagnostics: faults.diagnostics(in: context, limit: limits.diagnostics))
  }
}
