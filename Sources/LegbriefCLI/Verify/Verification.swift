import ClinicalRecord
import Diagnostics
import ReportBuilder

/// What of a report no longer agrees with what it says it was made from.
struct Verification {
  /// One thing that differs.
  struct Difference {
    enum Part: String {
      case record, rules, templates, program, asOf, options, report
    }

    var part: Part
    /// One sentence without a final full stop and without a patient's value.
    var message: String
    /// Ids of rules or names of files.
    var changed: [String] = []
    var added: [String] = []
    var removed: [String] = []
    /// The first line of the report that is not what the program makes.
    var line: Int?
  }

  private(set) var differences: [Difference] = []

  var matches: Bool { differences.isEmpty }

  mutating func add(_ difference: Difference) { differences.append(difference) }

  mutating func compare(program stated: String) {
    guard stated != LegbriefCommand.version else { return }
    add(
      Difference(
        part: .program,
        message: "made by version \(Excerpt.visible(stated)), and this program is \(LegbriefCommand.version)"))
  }

  mutating func compare(record stated: String, with found: String) {
    guard stated != found else { return }
    add(
      Difference(
        part: .record, message: "the file has SHA-256 \(found), the report states \(Excerpt.visible(stated))"))
  }

  mutating func compare(rules stated: StatedProvenance, with now: RuleSetFingerprint) {
    guard let rules = stated.rules else {
      if stated.ruleSet != now.combined {
        add(
          Difference(
            part: .rules,
            message: "the rules are not those of the report; its page (.html) would tell which of them changed"))
      }
      return
    }
    compare(
      .rules, "rule", rules.map { ($0.id, $0.fingerprint) }, now.rules.map { ($0.id, $0.fingerprint) },
      combined: stated.ruleSet, now.combined)
  }

  mutating func compare(templates stated: StatedProvenance, with now: TemplateFingerprint) {
    guard let files = stated.templateFiles else {
      if stated.templates != now.combined {
        add(
          Difference(
            part: .templates,
            message:
              "templates, style sheet or settings are not those of the report; its page (.html) would tell which of them changed"
          ))
      }
      return
    }
    compare(
      .templates, "file", files.map { ($0.name, $0.fingerprint) }, now.files.map { ($0.name, $0.fingerprint) },
      combined: stated.templates, now.combined)
  }

  /// What changed, was added and was removed from the report to now.
  private mutating func compare(
    _ part: Difference.Part, _ noun: String, _ old: [(String, String)], _ new: [(String, String)], combined: String,
    _ combinedNow: String
  ) {
    let before = Dictionary(old, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new, uniquingKeysWith: { first, _ in first })
    var difference = Difference(part: part, message: "")
    difference.changed = new.map(\.0).filter { before[$0] != nil && before[$0] != after[$0] }
    difference.added = new.map(\.0).filter { before[$0] == nil }
    difference.removed = old.map(\.0).filter { after[$0] == nil }.map(Excerpt.visible)
    let counts = [
      (difference.changed, "changed"), (difference.added, "added"), (difference.removed, "removed"),
    ].filter { !$0.0.isEmpty }
    if !counts.isEmpty {
      difference.message = counts.map { names, what in
        "\(names.count) \(noun)\(names.count == 1 ? "" : "s") \(what): \(names.joined(separator: ", "))"
      }.joined(separator: "; ")
      add(difference)
    } else if combined != combinedNow {
      difference.message = "no single \(noun) differs, but what the report states of all of them does: it was edited"
      add(difference)
    }
  }

  /// The report against the same report made again.
  ///
  /// - Parameter isNamedAfterFile: the record has no id of its own, so that a renamed file makes another report.
  mutating func compare(report: [UInt8], with again: [UInt8], isNamedAfterFile: Bool) {
    guard report != again else { return }
    let common = zip(report, again).prefix { $0 == $1 }.count
    let line = 1 + report.prefix(common).count { $0 == UInt8(ascii: "\n") }
    let words =
      common == report.count
      ? "it ends in line \(line), before its end"
      : common == again.count
        ? "it goes on in line \(line), where the report ends" : "line \(line) is not what the same inputs make"
    let reason = isNamedAfterFile ? "the report was edited, or the record's file renamed" : "the report was edited"
    add(Difference(part: .report, message: "\(reason): \(words)", line: line))
  }
}
