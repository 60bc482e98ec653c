public import Diagnostics

/// The check of all templates of a set in one run: every root with what it reaches, and the syntax of what no root reaches.
///
/// Beyond the faults of each root it warns of partials that nothing includes and of values that a root never shows.
public struct TemplateSetReview: Sendable {
  /// A template that is rendered by itself, and what it is checked against.
  public struct Root: Sendable {
    /// The full name.
    public let name: String
    /// Shape, requirements and limits.
    public let checker: TemplateChecker
    /// The values that it need not show, such as `labs.unit`; nil when it need not show any.
    public let mayLeaveOut: Set<String>?

    /// A root.
    public init(_ name: String, _ checker: TemplateChecker, mayLeaveOut: Set<String>? = []) {
      self.name = name
      self.checker = checker
      self.mayLeaveOut = mayLeaveOut
    }
  }

  /// What a template is to the set.
  public enum Role: String, Sendable, Hashable {
    /// Rendered by itself.
    case root
    /// Reached from a root.
    case partial
    /// Reached from no root.
    case unused
  }

  /// One template with the number of its faults.
  public struct Entry: Sendable, Hashable {
    /// The full name.
    public let name: String
    /// What it is to the set.
    public let role: Role
    /// How many errors stand in its text; those of a partial count once, whichever roots reach it.
    public let errors: Int
    /// How many warnings stand in its text.
    public let warnings: Int
  }

  /// All templates of the set by name.
  public let entries: [Entry]
  /// All faults: those without a place first, then by file, line and column.
  public let diagnostics: [Diagnostic]

  /// Reviews a set.
  ///
  /// - Parameters:
  ///   - set: the templates.
  ///   - roots: those that are rendered by themselves.
  ///   - expectsUse: whether the template of that full name should be reached by a root; a template that comes with a program may be left out on purpose.
  public init(_ set: TemplateSet, roots: [Root], expectsUse: (String) -> Bool = { _ in true }) {
    var diagnostics: [Diagnostic] = []
    var reached: Set<String> = []
    for root in roots {
      let outcome = root.checker.outcome(of: root.name, in: set)
      diagnostics += outcome.diagnostics
      reached.formUnion(outcome.reached)
      reached.formUnion(set.reached(from: root.name))
      if let mayLeaveOut = root.mayLeaveOut, let source = set[root.name] {
        let unshown = outcome.neverShown.filter { !mayLeaveOut.contains($0) }
        let start = Place(text: source.text, span: 0..<0)
        if !unshown.isEmpty { diagnostics.append(Finding(.neverShown(unshown), at: start).diagnostic) }
      }
    }
    let rootNames = Set(roots.map(\.name))
    let limits = roots.first?.checker.limits ?? TemplateLimits()
    for name in set.names where !reached.contains(name) && !rootNames.contains(name) && expectsUse(name) {
      guard let source = set[name] else { continue }
      diagnostics += Parser.parse(source, limits: limits).findings.map(\.diagnostic)
      let partial = Dialect(templateName: name).map { String(name.dropLast($0.suffix.count)) } ?? name
      let start = Place(text: source.text, span: 0..<0)
      diagnostics.append(Finding(.unusedPartial(partial), at: start).diagnostic)
    }
    let sorted = TemplateSetReview.sortedWithoutRepetition(diagnostics)
    self.diagnostics = sorted
    entries = set.names.map { name in
      let file = set[name]?.text.file
      let own = sorted.filter { $0.location?.file == file }
      return Entry(
        name: name, role: rootNames.contains(name) ? .root : reached.contains(name) ? .partial : .unused,
        errors: own.count { $0.severity == .error }, warnings: own.count { $0.severity == .warning })
    }
  }

  /// The same fault of a partial that two roots reach is listed once, with the way from the first.
  private static func sortedWithoutRepetition(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    struct Key: Hashable {
      var location: SourceLocation?
      var id: String
      var message: String
    }
    var seen: Set<Key> = []
    let unique = diagnostics.filter { seen.insert(Key(location: $0.location, id: $0.id, message: $0.message)).inserted }
    return unique.enumerated().sorted { a, b in
      guard let first = a.element.location else { return b.element.location != nil || a.offset < b.offset }
      guard let second = b.element.location else { return false }
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }
}

extension TemplateChecker {
  /// The values that the template of that full name never prints, asks about or goes into, such as `labs.unit`; nothing when it has faults.
  public func neverShown(by name: String, in set: TemplateSet) -> [String] { outcome(of: name, in: set).neverShown }
}

extension TemplateSet {
  /// The full names of the templates that the template of that name includes itself, as partials or as parents, in alphabetical order.
  ///
  /// A misspelt name counts for the one that was most likely meant; names that the set does not have are left out.
  public func included(by name: String) -> [String] {
    guard let source = self[name], let dialect = Dialect(templateName: name) else { return [] }
    let template = Parser.parse(source, limits: TemplateLimits())
    let names = template.nodes.filter { $0.kind.includesTemplate }.map { template.text($0.name) }
    return Set(names.compactMap { included($0, dialect: dialect).source?.name }).sorted()
  }

  /// The full names of the templates that the template of that name includes, itself or through others.
  func reached(from name: String) -> Set<String> {
    var reached: Set<String> = []
    var waiting = included(by: name)
    while let next = waiting.popLast() {
      if reached.insert(next).inserted { waiting += included(by: next) }
    }
    return reached
  }

  /// The template that a tag with that name includes, or the nearest one.
  func included(_ name: String, dialect: Dialect) -> (source: TemplateSource?, isExact: Bool) {
    if let source = self[name + dialect.suffix] { return (source, true) }
    let near = NearestNames.to(name, among: includable(dialect), limit: 1).first
    return (near.flatMap { self[$0 + dialect.suffix] }, false)
  }

  /// The names that a tag in a template of the dialect may include.
  func includable(_ dialect: Dialect) -> [String] {
    names.filter { $0.hasSuffix(dialect.suffix) }.map { String($0.dropLast(dialect.suffix.count)) }
  }
}

extension Node.Kind {
  /// Whether the tag places another template.
  fileprivate var includesTemplate: Bool { self == .partial || self == .parent }
}
