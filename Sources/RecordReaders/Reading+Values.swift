import ClinicalRecord

/// Values by the kind of their field.
extension Reading {
  /// The value at `index` as `entry` declares it; nil, and a fault, when it is none.
  ///
  /// - Parameter isAnswer: true in answers and history, where "unsure" and its like may stand for any kind of value (basis 0.2).
  mutating func value(at index: Int, of entry: Entry, isAnswer: Bool = false) -> ItemValue? {
    let name = entry.name
    if isAnswer, let unanswered = unanswered(at: index, of: entry) { return unanswered }
    switch entry.field.kind {
    case .enumeration: return code(at: index, of: entry, expecting: .code)
    case .bool3: return code(at: index, of: entry, expecting: .answer)
    case .set: return codes(at: index, of: entry)
    case .integer:
      guard let number = number(at: index, of: entry, expecting: .whole) else { return nil }
      guard number == number.rounded() else {
        fault(.notWhole(name), at: index)
        return nil
      }
      return checked(number, at: index, of: entry)
    case .number:
      guard let number = number(at: index, of: entry, expecting: .number) else { return nil }
      return checked(number, at: index, of: entry)
    case .day, .dayOrDateTime: return day(at: index, of: entry).map { .day($0) }
    case .time:
      guard expect(.string, at: index, name, .time) else { return nil }
      guard let minutes = Scalars.time(tokens[index].content, in: bytes) else {
        fault(.impossibleTime(name), at: index)
        return nil
      }
      return .time(minutes)
    case .text(let limit): return text(at: index, name, limit: limit).map { .text($0) }
    case .joints(let sites, let sides): return joints(at: index, name, sites: sites, sides: sides)
    case .profile(let count): return profile(at: index, of: entry, count: count)
    case .subscales(let names): return subscales(at: index, of: entry, names: names)
    case .numberOrResult:
      if tokens[index].kind == .string { return code(at: index, of: entry, expecting: .numberOrResult) }
      guard let number = number(at: index, of: entry, expecting: .numberOrResult) else { return nil }
      return checked(number, at: index, of: entry)
    }
  }

  // MARK: Codes

  /// The value of a code of an enumeration or three-valued question.
  private mutating func code(
    at index: Int, of entry: Entry, expecting expectation: RecordFault.Expectation
  ) -> ItemValue? {
    let token = tokens[index]
    if token.kind == .true || token.kind == .false, case .bool3 = entry.field.kind {
      fault(.booleanAnswer(entry.name), at: index)
      return nil
    }
    guard expect(.string, at: index, entry.name, expectation) else { return nil }
    guard let position = position(of: token, in: entry.codes) else {
      fault(.outsideSet(entry.name, allowed: entry.offered), at: index)
      return nil
    }
    return entry.values[position]
  }

  func position(of token: Token, in table: ByteTable?) -> Int? {
    guard let table else { return nil }
    if token.hasEscapes { return table.position(of: JSONText.string(token, in: bytes)) }
    return table.position(of: token.content, in: bytes)
  }

  private func unanswered(at index: Int, of entry: Entry) -> ItemValue? {
    guard tokens[index].kind == .string else { return nil }
    switch entry.field.kind {
    // A text says what it says, and codes know their own unanswered ones.
    case .text, .enumeration, .bool3: return nil
    default:
      return position(of: tokens[index], in: Vocabulary.unanswered).map { .unanswered(Vocabulary.unanswered.names[$0]) }
    }
  }

  mutating func codes(at index: Int, of entry: Entry) -> ItemValue? {
    guard expect(.arrayStart, at: index, entry.name, .codes) else { return nil }
    var codes: [String] = []
    var isSound = true
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      switch code(at: element, of: entry, expecting: .codes) {
      case .code(let code)?:
        if codes.contains(code) { fault(.repeated(entry.name), at: element) } else { codes.append(code) }
      default: isSound = false
      }
    }
    if codes.count > 1, codes.contains("none") { fault(.noneBesideOthers(entry.name), at: index) }
    return isSound ? .codes(codes) : nil
  }

  // MARK: Numbers

  mutating func number(at index: Int, of entry: Entry, expecting: RecordFault.Expectation) -> Double? {
    guard expect(.number, at: index, entry.name, expecting) else { return nil }
    guard let number = Scalars.number(tokens[index].range, in: bytes) else {
      fault(.numberTooLarge(entry.name), at: index)
      return nil
    }
    return number
  }

  private mutating func checked(_ number: Double, at index: Int, of entry: Entry) -> ItemValue? {
    guard isPossible(number, at: index, of: entry) else { return nil }
    return .number(number, written: written(index))
  }

  /// The number's text as it stands in the file.
  func written(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

  /// False, and an error, outside the possible range; a warning outside the plausible one.
  mutating func isPossible(_ number: Double, at index: Int, of entry: Entry) -> Bool {
    if let possible = entry.field.possible, !possible.contains(number) {
      fault(.impossible(entry.name, possible, unit: entry.field.unit), at: index)
      return false
    }
    if let plausible = entry.field.plausible, !plausible.contains(number) {
      fault(.implausible(entry.name, plausible, unit: entry.field.unit), at: index)
    }
    return true
  }

  // MARK: Days and text

  mutating func day(at index: Int, of entry: Entry) -> Day? {
    if case .dayOrDateTime = entry.field.kind { return day(at: index, entry.name, withTime: true) }
    return day(at: index, entry.name)
  }

  mutating func day(at index: Int, _ name: String, withTime: Bool = false) -> Day? {
    guard expect(.string, at: index, name, withTime ? .dayOrTime : .day) else { return nil }
    let content = tokens[index].content
    guard let day = withTime ? Scalars.dayOrDateTime(content, in: bytes) : Scalars.day(content, in: bytes) else {
      fault(.impossibleDay(name), at: index)
      return nil
    }
    return day
  }

  /// A text within its limit; nil without an error when it is blank, which is the same as leaving it out.
  mutating func text(at index: Int, _ name: String, limit: Int) -> String? {
    guard expect(.string, at: index, name, .text) else { return nil }
    let token = tokens[index]
    // No character takes more than 12 bytes, written as two escapes: a text of megabytes is refused without decoding it.
    guard token.content.count <= limit * 12 else {
      tooLong(index, name, limit)
      return nil
    }
    let content = token.hasEscapes ? JSONText.unescaped(bytes[token.content])[...] : bytes[token.content]
    let survey = JSONText.Survey(content)
    if survey.characters > limit { tooLong(index, name, limit) }
    if survey.hasControl { fault(.controlCharacter(name), at: index) }
    if survey.hasDirectionMark { fault(.directionMark(name), at: index) }
    if survey.characters > limit || survey.hasControl { return nil }
    if survey.isBlank {
      fault(.emptyText(name), at: index)
      return nil
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func tooLong(_ index: Int, _ name: String, _ limit: Int) {
    let start = tokens[index].start
    faults.add(.textTooLong(name, limit: limit), at: start..<start + 1)
  }
}
