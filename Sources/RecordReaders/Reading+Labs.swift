import ClinicalRecord

/// Laboratory results (basis B6), converted into the canonical unit of their test.
extension Reading {
  mutating func labs(_ index: Int?) -> [LabResult] {
    guard let index, isList(index, "labs") else { return [] }
    let section = vocabulary[.labs]
    var results: [LabResult] = []
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      guard isObject(element, "laboratory result"), let result = lab(at: element, section) else { continue }
      results.append(result)
    }
    return results
  }

  private mutating func lab(at index: Int, _ section: Vocabulary.Section) -> LabResult? {
    var seen = Seen(section.table)
    var parts: [String: (value: ItemValue, at: Int)] = [:]
    var definition: LabDefinition?
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      guard let position = position(of: key, in: section.table, &seen, unknown: .unknownField(.labs)) else { continue }
      let entry = section.entries[position]
      if entry.name == "labId" {
        definition = test(at: key + 1)
      } else if entry.name == "labDate" {
        parts[entry.name] = pastDay(at: key + 1, entry.name).map { (.day($0), key + 1) }
      } else if let value = value(at: key + 1, of: entry) {
        parts[entry.name] = (value, key + 1)
      }
    }
    for name in ["labId", "labValue"] where !seen.contains(section.table.position(of: name)) {
      missing(.missingMember(name, of: "a laboratory result"), at: index)
    }
    guard let definition, let (value, at) = parts["labValue"] else { return nil }
    let unit = unit(
      parts["labUnit"], of: definition, isWritten: seen.contains(section.table.position(of: "labUnit")), value, at)
    guard let (canonical, written) = result(value, at, unit, definition) else { return nil }

    var result = LabResult(id: definition.id, value: canonical, written: written, date: nil, place: place(index))
    if case .day(let day)? = parts["labDate"]?.value { result.date = day }
    switch parts["labFasting"]?.value {
    case .code(let code)?, .unanswered(let code)?: result.fasting = code
    default: break
    }
    result.referenceLow = reference(parts["labRefLow"], unit, definition)
    result.referenceHigh = reference(parts["labRefHigh"], unit, definition)
    if let low = result.referenceLow, let high = result.referenceHigh, low > high, let at = parts["labRefLow"]?.at {
      fault(.referenceOrder, at: at)
    }
    return result
  }

  private mutating func test(at index: Int) -> LabDefinition? {
    guard expect(.string, at: index, "labId", .code) else { return nil }
    guard let position = position(of: tokens[index], in: vocabulary.labs) else {
      fault(.unknownLab, at: index)
      return nil
    }
    return vocabulary.dictionary.labs[position]
  }

  /// The unit as written when it is one of the test's; a number without one is an error, for nobody can tell what it means.
  private mutating func unit(
    _ part: (value: ItemValue, at: Int)?, of test: LabDefinition, isWritten: Bool, _ value: ItemValue, _ at: Int
  ) -> String? {
    let accepted = [test.unit] + test.conversions.map(\.unit)
    guard let part, case .text(let unit) = part.value else {
      if case .number = value, !isWritten {
        faults.add(.missingUnit(lab: test.id.name, accepted: accepted), at: tokens[at].range)
      }
      return nil
    }
    guard test.canonical(1, unit: unit) != nil else {
      fault(.unknownUnit(lab: test.id.name, accepted: accepted), at: part.at)
      return nil
    }
    return unit
  }

  private mutating func result(
    _ value: ItemValue, _ index: Int, _ unit: String?, _ test: LabDefinition
  ) -> (LabResult.Value, String)? {
    switch value {
    case .number(let number, let written):
      guard let unit, let canonical = test.canonical(number, unit: unit) else { return nil }
      if let plausible = test.plausible, !plausible.contains(canonical) {
        fault(.implausible("labValue", plausible, unit: test.unit), at: index)
      }
      return (.number(canonical), "\(written) \(unit)")
    case .code(let code):
      guard test.qualitative else {
        fault(.needsNumber(lab: test.id.name), at: index)
        return nil
      }
      return (.positive(code == "positive"), code)
    default: return nil
    }
  }

  private func reference(
    _ part: (value: ItemValue, at: Int)?, _ unit: String?, _ test: LabDefinition
  ) -> Double? {
    guard case .number(let number, _)? = part?.value else { return nil }
    // Limits beside a "positive" without a unit are in the test's own.
    return unit.map { test.canonical(number, unit: $0) } ?? number
  }
}
