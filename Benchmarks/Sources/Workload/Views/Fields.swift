/// One object of the workload, read field by field.
struct Fields {
  let object: [String: JSONValue]
  let wording: Wording

  /// A text of the program, or a number in digits.
  func text(_ name: String) throws(WorkloadError) -> String {
    switch object[name] {
    case .text(let text): return wording.ofProgram(text)
    case .number(let number): return String(number)
    default: throw WorkloadError("a view has no text \"\(name)\"")
    }
  }

  /// The words of a patient.
  func patientText(_ name: String) throws(WorkloadError) -> String {
    guard case .text(let text) = object[name] else { throw WorkloadError("a view has no text \"\(name)\"") }
    return wording.ofPatient(text)
  }

  /// Markdown that the program made.
  func markup(_ name: String) throws(WorkloadError) -> String {
    guard case .text(let text) = object[name] else { throw WorkloadError("a view has no text \"\(name)\"") }
    return text
  }

  func flag(_ name: String) throws(WorkloadError) -> Bool {
    guard case .flag(let flag) = object[name] else { throw WorkloadError("a view has no flag \"\(name)\"") }
    return flag
  }

  func fields(_ name: String) throws(WorkloadError) -> Fields {
    guard case .object(let object) = object[name] else { throw WorkloadError("a view has no object \"\(name)\"") }
    return Fields(object: object, wording: wording)
  }

  func list<Item>(
    _ name: String, _ read: (Fields) throws(WorkloadError) -> Item
  ) throws(WorkloadError) -> [Item] {
    guard case .list(let values) = object[name] else { throw WorkloadError("a view has no list \"\(name)\"") }
    var items: [Item] = []
    items.reserveCapacity(values.count)
    for value in values {
      guard case .object(let object) = value else { throw WorkloadError("the list \"\(name)\" holds other things") }
      items.append(try read(Fields(object: object, wording: wording)))
    }
    return items
  }
}
