import ClinicalRecord

/// The sections of single values: person, answers, history.
extension Reading {
  /// The values of one section by field.
  mutating func items(_ index: Int?, in section: RecordSection) -> [ItemID: RecordedItem] {
    guard let index, isObject(index, section.rawValue) else { return [:] }
    let vocabulary = vocabulary[section]
    var seen = Seen(vocabulary.table)
    var items: [ItemID: RecordedItem] = [:]
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      guard let position = position(of: key, in: vocabulary.table, &seen, unknown: .unknownField(section)) else {
        continue
      }
      let entry = vocabulary.entries[position]
      guard let item = item(key: key, of: entry, isAnswer: section != .person) else { continue }
      items[entry.field.id] = item
    }
    if section != .person { checkDays(items, index, vocabulary) }
    return items
  }

  /// A bare value, or an object with `value`, `date` and `by`.
  private mutating func item(key: Int, of entry: Entry, isAnswer: Bool) -> RecordedItem? {
    guard tokens[key + 1].kind == .objectStart else {
      return value(at: key + 1, of: entry, isAnswer: isAnswer).map { RecordedItem($0, place: place(key)) }
    }
    var seen = Seen(Vocabulary.wrapper)
    var item = RecordedItem(.codes([]), place: place(key))
    var found: ItemValue?
    var current = member(of: key + 1, after: nil)
    while let part = current {
      current = member(of: key + 1, after: part)
      let unknown = RecordFault.unknownMember(of: "\"\(entry.name)\"", allowed: Vocabulary.wrapper.names)
      switch position(of: part, in: Vocabulary.wrapper, &seen, unknown: unknown) {
      case 0?: found = value(at: part + 1, of: entry, isAnswer: isAnswer)
      case 1?: item.date = pastDay(at: part + 1, "date")
      case 2?:
        item.by = respondent(at: part + 1)
        check(item.by, mayGive: entry, at: part + 1)
      default: continue
      }
    }
    if !seen.contains(0) { missing(.missingMember("value", of: "\"\(entry.name)\""), at: key + 1) }
    guard let found else { return nil }
    item.value = found
    return item
  }

  /// A day that cannot be later than the end of the report.
  mutating func pastDay(at index: Int, _ name: String) -> Day? {
    guard let day = day(at: index, name) else { return nil }
    if let asOf, day > asOf { fault(.afterAsOf(name), at: index) }
    return day
  }

  mutating func respondent(at index: Int) -> Respondent? {
    guard expect(.string, at: index, "by", .code) else { return nil }
    guard let position = position(of: tokens[index], in: Vocabulary.respondents) else {
      fault(.outsideSet("by", allowed: Vocabulary.respondents.names), at: index)
      return nil
    }
    return Respondent.allCases[position]
  }

  /// An error when the field is not for this respondent to answer.
  mutating func check(_ respondent: Respondent?, mayGive entry: Entry, at index: Int) {
    guard let respondent, !entry.field.respondents.contains(respondent) else { return }
    let allowed = Respondent.allCases.filter(entry.field.respondents.contains).map(\.rawValue)
    fault(.wrongRespondent(entry.name, allowed: allowed), at: index)
  }

  /// Days of answers and history lie in the past: what is planned is no answer, but it may be written.
  private mutating func checkDays(_ items: [ItemID: RecordedItem], _ index: Int, _ vocabulary: Vocabulary.Section) {
    guard let asOf else { return }
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      guard let position = position(of: tokens[key], in: vocabulary.table) else { continue }
      let entry = vocabulary.entries[position]
      guard case .day = entry.field.kind, case .day(let day)? = items[entry.field.id]?.value, day > asOf else {
        continue
      }
      fault(.inTheFuture(entry.name), at: valueIndex(key))
    }
  }

  /// The value behind a key, inside its wrapper if it has one.
  private func valueIndex(_ key: Int) -> Int {
    guard tokens[key + 1].kind == .objectStart else { return key + 1 }
    var current = member(of: key + 1, after: nil)
    while let part = current {
      if position(of: tokens[part], in: Vocabulary.wrapper) == 0 { return part + 1 }
      current = member(of: key + 1, after: part)
    }
    return key + 1
  }

  /// What the values of the person say about each other.
  mutating func checkPerson(_ person: [ItemID: RecordedItem], _ index: Int?) {
    guard let index, let asOf, case .day(let birth)? = person["birthDate"]?.value,
      let key = key(named: "birthDate", in: index)
    else { return }
    if birth > asOf {
      fault(.afterAsOf("birthDate"), at: valueIndex(key))
    } else if case .number(let age, _)? = person["ageYears"]?.value,
      abs(Double(birth.completedYears(to: asOf)) - age) > 1, let ageKey = self.key(named: "ageYears", in: index)
    {
      faults.add(.ageDisagrees, at: tokens[ageKey].range, noting: (.otherPlace, tokens[key].range))
    }
  }

  private func key(named name: String, in object: Int) -> Int? {
    var current = member(of: object, after: nil)
    while let key = current {
      if JSONText.string(tokens[key], in: bytes) == name { return key }
      current = member(of: object, after: key)
    }
    return nil
  }
}
