extension RecordFault {
  /// The stable name of the kind of fault.
  var id: String {
    switch self {
    case .syntax(let fault): fault.id
    case .fileTooBig: "file-too-big"
    case .notAnObject: "not-a-record"
    case .unsupportedVersion: "unsupported-version"
    case .noAsOf: "no-as-of"
    case .unknownSection: "unknown-section"
    case .unknownField, .unknownMember: "unknown-field"
    case .duplicateKey: "duplicate-key"
    case .duplicateEntry: "duplicate-entry"
    case .missingMember, .missingSymptom, .missingMedicine: "missing-field"
    case .wrongKind, .booleanAnswer: "wrong-kind"
    case .nullValue: "null-value"
    case .emptyText: "empty-text"
    case .outsideSet: "outside-set"
    case .impossible: "out-of-range"
    case .implausible: "implausible-value"
    case .notWhole: "not-whole"
    case .numberTooLarge: "number-too-large"
    case .impossibleDay: "impossible-date"
    case .impossibleTime: "impossible-time"
    case .textTooLong: "text-too-long"
    case .controlCharacter: "control-character"
    case .directionMark: "direction-mark"
    case .repeated: "repeated-code"
    case .noneBesideOthers: "none-beside-others"
    case .wrongCount: "wrong-count"
    case .wrongRespondent: "wrong-respondent"
    case .afterAsOf: "after-as-of"
    case .inTheFuture: "future-date"
    case .recordedBeforeEntry: "recorded-before-entry"
    case .stopBeforeStart: "stop-before-start"
    case .changeBeforeStart: "change-before-start"
    case .symptomOnFreeDay: "symptom-on-free-day"
    case .ageDisagrees: "age-disagrees"
    case .pressureOrder: "pressure-order"
    case .unknownLab: "unknown-lab"
    case .unknownUnit: "unknown-unit"
    case .missingUnit: "missing-unit"
    case .needsNumber: "needs-number"
    case .referenceOrder: "reference-order"
    }
  }
}

extension TokenTape.Fault.Kind {
  /// The stable name of the kind of fault.
  var id: String {
    switch self {
    case .empty: "empty-file"
    case .unexpectedEnd: "truncated"
    case .unclosedString: "unclosed-string"
    case .expectedValue: "expected-value"
    case .expectedKey: "expected-key"
    case .expectedColon: "expected-colon"
    case .expectedComma: "expected-comma"
    case .trailingComma: "trailing-comma"
    case .wrongBracket: "wrong-bracket"
    case .trailingContent: "trailing-content"
    case .secondDocument: "second-document"
    case .badNumber: "bad-number"
    case .badLiteral: "bad-literal"
    case .badEscape: "bad-escape"
    case .loneSurrogate: "lone-surrogate"
    case .controlCharacter: "raw-control-character"
    case .invalidUTF8: "invalid-utf8"
    case .tooDeep: "too-deep"
    case .outOfMemory: "out-of-memory"
    }
  }
}
