/// What the texts of a view are made into when it is read, so that every engine starts with the values it would be given in earnest.
enum Wording {
  /// As the workload has them: a patient's words carry the backslashes that the program which made the workload put there.
  case asGiven
  /// A patient's words without those backslashes, as the patient wrote them: the engine is to escape them.
  case asSpoken
  /// Program texts with HTML escaping done beforehand: the engine is to copy them.
  case escaped

  /// A text of the program, which the workload's templates print with HTML escaping.
  func ofProgram(_ text: String) -> String {
    self == .escaped ? String(decoding: HTMLText.escaped(text), as: UTF8.self) : text
  }

  /// The words of a patient, which the workload's templates print as they are.
  func ofPatient(_ text: String) -> String {
    guard self == .asSpoken else { return text }
    var spoken: [UInt8] = []
    var isAfterBackslash = false
    for byte in text.utf8 {
      isAfterBackslash = byte == UInt8(ascii: "\\") && !isAfterBackslash
      if !isAfterBackslash { spoken.append(byte) }
    }
    return String(decoding: spoken, as: UTF8.self)
  }
}
