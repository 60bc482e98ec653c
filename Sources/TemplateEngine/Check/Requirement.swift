/// A field that every root template must place where no condition can hide it, such as a safety section.
///
/// The name stands for a field of the root record. It counts as placed where the template, or a partial of it,
/// - prints it, or a part of it by a dotted name, where a reader sees it: not in an address or an attribute, or
/// - opens a section over it (not an inverted one) that prints anything, whatever other values are,
///
/// provided that this happens on every way through the template: outside of all sections that can be skipped, or in both of a pair
/// `{{#x}}…{{/x}}{{^x}}…{{/x}}` over the same name. What stands inside the required section itself may depend on its own parts, except ``parts``.
public struct Requirement: Sendable, Hashable {
  /// The name of a field of the root record.
  public let name: String
  /// The fields of the required record, or of each element of the required list, that must be printed whenever it is there; a dotted name such as
  /// `address.town` is a field of a record or list inside it.
  public let parts: [String]
  /// Why it must not be left out: the reason that a diagnostic gives, without a final period.
  public let reason: String
  /// Other parts that do as well, all of one list instead of all of ``parts``; a fault names what ``parts`` lacks.
  public let alternatives: [[String]]

  /// A required field.
  public init(
    _ name: String, printing parts: [String] = [], orPrinting alternatives: [[String]] = [], because reason: String
  ) {
    self.name = name
    self.parts = parts
    self.alternatives = alternatives
    self.reason = reason
  }

  /// The requirement with each list of parts that does, its own first.
  var ways: [Requirement] {
    [self] + alternatives.map { Requirement(name, printing: $0, because: reason) }
  }
}
