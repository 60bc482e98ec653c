extension RecordFault.Expectation {
  /// What the field must be, after "must be".
  var words: String {
    switch self {
    case .object: "an object"
    case .list: "a list"
    case .code: "one of its codes, in quotes"
    case .codes: "a list of codes"
    case .answer: #""yes", "no" or "unsure""#
    case .number: "a number"
    case .whole: "a whole number"
    case .day: "a day, written \"YYYY-MM-DD\""
    case .dayOrTime: "a day or a day with a time, written \"YYYY-MM-DD\" or \"YYYY-MM-DDTHH:MM\""
    case .time: "a clock time, written \"HH:MM\""
    case .text: "text in quotes"
    case .joints: "a list of objects with \"site\" and \"side\""
    case .joint: "made of objects with \"site\" and \"side\""
    case .numbers: "a list of numbers"
    case .subscales: "an object of named numbers"
    case .numberOrResult: "a number, \"positive\" or \"negative\""
    case .value: "a value, or an object with \"value\", \"date\" and \"by\""
    }
  }

  /// What to change, where the kind that was found suggests it.
  func remedy(isNumber: Bool) -> String? {
    switch self {
    case .number, .whole, .numbers: isNumber ? nil : "write the number without quotes, unit or thousands separator"
    case .text, .code: isNumber ? "put the value in quotes" : nil
    case .codes: #"write ["a", "b"], and [] for "asked, none""#
    case .joints, .joint: #"write [{"site": "knee", "side": "left"}]"#
    default: nil
    }
  }
}

extension TokenTape.Fault.Kind {
  var words: FaultWords {
    switch self {
    case .empty: FaultWords("the file is empty", #"the smallest record is {"legbrief": 1}"#)
    case .unexpectedEnd:
      FaultWords("the file ends before the record does", "was the file cut off? check the last bracket")
    case .unclosedString:
      FaultWords("the text that starts here has no closing quote", #"close it with ", and write a line break as \n"#)
    case .expectedValue: FaultWords("expected a value")
    case .expectedKey: FaultWords("expected a name in double quotes")
    case .expectedColon: FaultWords("expected \":\" after the name")
    case .expectedComma: FaultWords("expected \",\" before this")
    case .trailingComma: FaultWords("no comma may stand before a closing bracket", "remove the comma")
    case .wrongBracket: FaultWords("the bracket does not match the one that was opened")
    case .trailingContent: FaultWords("nothing may follow the record")
    case .secondDocument:
      FaultWords(
        "a second record starts here, and one file holds one patient",
        "write each patient into a file of its own")
    case .badNumber: FaultWords("this is not a number as JSON writes it", "write it like 12, -0.5 or 1e3")
    case .badLiteral: FaultWords("this is not a JSON value", "put text into double quotes")
    case .badEscape: FaultWords("unknown escape in a text", #"write a backslash as \\"#)
    case .loneSurrogate:
      FaultWords("half of a surrogate pair in a text", #"write both halves, or the character itself"#)
    case .controlCharacter: FaultWords("raw control character in a text", "remove it")
    case .invalidUTF8: FaultWords("the file is not UTF-8 from this byte on", "save the file as UTF-8")
    case .tooDeep: FaultWords("brackets are nested deeper than any record needs")
    case .outOfMemory: FaultWords("the file could not be read for lack of memory")
    }
  }
}
