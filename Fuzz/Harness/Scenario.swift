import TemplateEngine

/// A record with texts that a patient could have written, made once for all inputs.
struct Scenario: Sendable {
  let record: Record
  /// The texts of the fields, one after the other and again from the first.
  private let texts: [FuzzText]

  init(_ form: FuzzReport.Form, _ texts: [FuzzText]) throws {
    self.texts = texts
    record = try FuzzReport.datum(form) { texts[$0 % texts.count].text }.record()
  }

  func text(_ field: Int) -> FuzzText { texts[field % texts.count] }

  func seen(_ field: Int) -> [UInt8] { text(field).seen }

  /// Whether a text is nothing but white space.
  var hasBlank: Bool { texts.contains { HTMLText.folded($0.seen).isEmpty } }

  /// Every attack.
  static let attackTexts = FuzzTexts.attacks.map { FuzzText($0) }

  /// For each form: every attack in all fields, then different ones side by side; for the smaller forms fewer.
  static let attacks: [FuzzReport.Form: [Scenario]] = {
    var byForm: [FuzzReport.Form: [Scenario]] = [:]
    for (number, form) in FuzzReport.Form.all.enumerated() {
      var all = (FuzzTexts.sizes.map { FuzzText($0) } + attackTexts).map { [$0] }
      for step in [1, 5, 11] {
        all.append(attackTexts.indices.map { attackTexts[$0 * step % attackTexts.count] })
      }
      let few = all.indices.filter { form == .full || $0 % 3 == number % 3 }
      byForm[form] = few.compactMap { try? Scenario(form, all[$0]) }
    }
    return byForm
  }()
}
