import Diagnostics
import TemplateEngine

/// Which report templates `legbrief template diff` compares, and which it cannot.
struct TemplatePairs {
  /// A template of each side, without endings.
  struct Pair: Hashable {
    var old: String
    var new: String

    var isRenamed: Bool { old != new }
  }

  /// A template that the other side does not have.
  struct Single {
    var name: String
    /// Where it is.
    var place: String
    /// The command that compares it with the template that it was probably copied from.
    var command: String
  }

  var pairs: [Pair] = []
  /// Nobody asked for these by name.
  var singles: [Single] = []

  /// The report that ships, which those of a practice are copied from.
  private static let shipped = "appointment"

  /// - Parameters:
  ///   - template: the report's template, where the user named one.
  ///   - records: the folder of records as the user wrote it, for commands to repeat.
  init(
    _ old: TemplateSide, _ new: TemplateSide, template: String?, records: String
  ) throws(TemplateSide.Failure) {
    switch (old.report, new.report) {
    case (let first?, let second?): pairs = [Pair(old: first, new: second)]
    case (let first?, nil): pairs = [Pair(old: first, new: template ?? new.nearest(to: first, or: Self.shipped))]
    case (nil, let second?): pairs = [Pair(old: template ?? old.nearest(to: second, or: Self.shipped), new: second)]
    case (nil, nil):
      guard let template else {
        compareAll(old, new, records: records)
        return
      }
      guard old.has(template) || new.has(template) else {
        throw TemplateSide.Failure(
          diagnostics: [TemplateFault.unknown(template, among: Set(old.reports + new.reports).sorted())])
      }
      pairs = [
        Pair(
          old: old.nearest(to: template, or: Self.shipped), new: new.nearest(to: template, or: Self.shipped))
      ]
    }
  }

  /// Every report that both sides have; of a part of reports, those that use it.
  private mutating func compareAll(_ old: TemplateSide, _ new: TemplateSide, records: String) {
    let users = [old, new].compactMap(\.users).joined()
    let names = Set(old.users == nil && new.users == nil ? old.reports + new.reports : Array(users)).sorted()
    for name in names {
      switch (old.has(name), new.has(name)) {
      case (true, true): pairs.append(Pair(old: name, new: name))
      case (true, false):
        singles.append(
          Single(
            name: name, place: old.place,
            command: Self.command(
              old.path(of: name), new.written == TemplateSide.builtin ? Self.shipped : new.written, records)))
      case (false, _):
        singles.append(
          Single(
            name: name, place: new.place,
            command: Self.command(
              old.written == TemplateSide.builtin ? Self.shipped : old.written, new.path(of: name), records)))
      }
    }
  }

  private static func command(_ old: String, _ new: String, _ records: String) -> String {
    "legbrief template diff \(ShellWord.quoted(old)) \(ShellWord.quoted(new)) --records \(ShellWord.quoted(records))"
  }
}
