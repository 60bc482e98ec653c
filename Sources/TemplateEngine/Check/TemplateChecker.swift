public import Diagnostics

/// Checks templates against a shape, once, before any value is there; the only way to a ``CheckedTemplate``.
///
/// What is checked:
/// - every name exists; the first part of a dotted name is looked up from the innermost record outwards, the rest strictly inside;
/// - a tag fits the kind of its value. `{{x}}` prints texts and markup of the template's dialect; `{{{x}}}` and `{{&x}}` print only markup.
///   `{{#x}}` goes into a record, through a list, or asks about a flag;
/// - `{{#x}}` over an optional asks whether the value is there: inside, an optional record is the innermost scope, and anything else is used as if it were not
///   optional: for an optional flag, `{{#x}}{{#x}}yes{{/x}}{{^x}}no{{/x}}{{/x}}{{^x}}not known{{/x}}`. `{{^x}}` is printed when it is absent;
/// - an optional text is printed inside such a section, or next to an inverted section that says what is printed without it;
/// - every value stands where it can be made harmless;
/// - required fields are placed; see ``Requirement``.
///
/// Source of the syntax: https://mustache.github.io/mustache.5.html
public struct TemplateChecker: Sendable {
  /// What the root record holds.
  public let shape: RecordShape
  /// What every root template must place.
  public let requirements: [Requirement]
  /// How large a template may be.
  public let limits: TemplateLimits
  /// Whether templates print marks of their places; see ``PlaceMark``.
  var isMarking = false

  /// A checker for templates that render records of `shape`.
  public init(shape: RecordShape, requirements: [Requirement] = [], limits: TemplateLimits = TemplateLimits()) {
    self.shape = shape
    self.requirements = requirements
    self.limits = limits.addressable
  }

  /// Checks the template of that full name (such as `appointment.md.mustache`) with all partials that it reaches.
  ///
  /// A partial `{{> name}}` is the template `name` with the ending of the root template.
  ///
  /// - Throws: ``TemplateFaults`` with every fault that was found, in the order of file and line.
  public func check(_ name: String, in set: TemplateSet) throws(TemplateFaults) -> CheckedTemplate {
    let outcome = outcome(of: name, in: set)
    guard let template = outcome.template else { throw TemplateFaults(outcome.diagnostics) }
    return template
  }

  /// What came of one check.
  struct Outcome {
    /// Nil when there is at least one error.
    var template: CheckedTemplate?
    /// Errors and warnings by file, line and column.
    var diagnostics: [Diagnostic]
    /// The full names of the templates that the root reaches, itself among them.
    var reached: Set<String> = []
    /// The values that no tag prints or asks about, such as `labs.unit`.
    var neverShown: [String] = []
    /// What the marks of a marking check stand for.
    var places: [SourceLocation] = []
  }

  func outcome(of name: String, in set: TemplateSet) -> Outcome {
    guard let source = set[name] else {
      return Outcome(diagnostics: [Finding.diagnostic(for: .unknownTemplate(name, known: set.names))])
    }
    guard let dialect = Dialect(templateName: name) else {
      return Outcome(diagnostics: [Finding.diagnostic(for: .unknownDialect(name))])
    }
    var compiler = TemplateCompiler(checker: self, set: set, dialect: dialect)
    compiler.run(source)
    let diagnostics = compiler.sortedDiagnostics
    var template: CheckedTemplate?
    if !diagnostics.contains(where: { $0.severity == .error }) {
      template = CheckedTemplate(
        name: name, dialect: dialect, shape: shape, warnings: diagnostics, emitter: compiler.emitter, limits: limits)
    }
    return Outcome(
      template: template, diagnostics: diagnostics, reached: compiler.reached,
      neverShown: template == nil ? [] : compiler.neverShown, places: compiler.marks.places)
  }
}

/// Everything that is wrong with a template and its partials.
public struct TemplateFaults: Error, Sendable {
  /// At least one error, and the warnings; sorted by file, line and column.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

extension TemplateFaults: CustomStringConvertible {
  /// All diagnostics as ``/Diagnostics/DiagnosticPrinter`` writes them: what a program prints that does not handle the error.
  public var description: String { diagnostics.map(DiagnosticPrinter.text).joined(separator: "\n") }
}
