internal import Diagnostics

/// A template that is rendered without a shape, exactly as the Mustache specification says: a missing name prints nothing, `{{x}}` escapes for HTML wherever it
/// stands, and sections decide by the data what they are.
///
/// It exists for conformance with the specification and for data that has no shape. What must not go wrong silently is rendered by a ``CheckedTemplate``:
/// here a misspelt name is an empty space on the page. Nothing that matters should rest on it.
///
/// Implemented are the modules comments, delimiters, interpolation, inverted, partials, sections and inheritance of https://github.com/mustache/spec;
/// lambdas and dynamic names are not. Where the specification leaves the choice: lists and objects print nothing as variables; `null`, `false`, the empty list,
/// the empty text and zero are false for a section.
public struct UntypedTemplate: Sendable {
  /// The full name of the root template.
  public let name: String
  /// How much a rendering may take.
  public let limits: TemplateLimits
  let program: UntypedProgram

  /// The template of that full name with all partials and parents that it reaches.
  ///
  /// `{{> name}}` is the template `name` with the ending of the root template's name: all of it from the first dot on. A partial or parent that is not there
  /// prints nothing.
  ///
  /// - Throws: ``TemplateFaults`` with every fault of syntax, in the order of file and line.
  public init(_ name: String, in set: TemplateSet, limits: TemplateLimits = TemplateLimits()) throws(TemplateFaults) {
    self.name = name
    self.limits = limits
    guard let source = set[name] else {
      throw TemplateFaults([Finding.diagnostic(for: .unknownTemplate(name, known: set.names))])
    }
    var loader = UntypedLoader(set: set, ending: String(name.drop { $0 != "." }), limits: limits)
    let templates = loader.load(source)
    guard loader.findings.isEmpty else { throw TemplateFaults(loader.sortedDiagnostics) }
    program = UntypedProgram(templates)
  }

  /// The rendered bytes, UTF-8.
  ///
  /// - Throws: ``UntypedLimitError`` when the data or the output is beyond the limits.
  public func render(_ value: UntypedValue) throws(UntypedLimitError) -> [UInt8] {
    try render(UntypedData(value, limits: limits))
  }

  /// The rendered bytes, UTF-8.
  ///
  /// - Throws: ``UntypedLimitError`` when the output is beyond the limits.
  public func render(_ data: UntypedData) throws(UntypedLimitError) -> [UInt8] {
    var output = OutputBuffer(capacity: program.text.count + data.text.count, limit: limits.outputBytes)
    if let limit = UntypedRenderer.run(program, data, limits, into: &output) {
      throw UntypedLimitError(limit, template: name)
    }
    return Array(output.bytes)
  }
}

/// Reads the templates that a root reaches.
private struct UntypedLoader {
  let set: TemplateSet
  let ending: String
  let limits: TemplateLimits
  private(set) var findings: [Finding] = []

  init(set: TemplateSet, ending: String, limits: TemplateLimits) {
    self.set = set
    self.ending = ending
    self.limits = limits
  }

  var sortedDiagnostics: [Diagnostic] {
    findings.map(\.diagnostic).sorted { a, b in
      guard let first = a.location, let second = b.location, first != second else { return a.id < b.id }
      return first < second
    }
  }

  /// - Returns: the root first; the others with the names by which tags refer to them.
  mutating func load(_ root: TemplateSource) -> [UntypedProgram.Source] {
    var loaded: [UntypedProgram.Source] = []
    var known: Set<String> = [root.name]
    var waiting = [root]
    var bytes = 0
    while let source = waiting.popLast() {
      let parsed = Parser.parse(source, limits: limits)
      findings += parsed.findings.filter { !$0.fault.isWarning }.prefix(max(0, limits.faults - findings.count))
      bytes += source.text.bytes.count
      guard bytes <= limits.placedBytes else {
        findings.append(Finding(.tooMuchPlaced(limits.placedBytes), at: Place(text: source.text, span: 0..<0)))
        return []
      }
      loaded.append((String(source.name.dropLast(ending.count)), parsed))
      for node in parsed.nodes where node.kind == .partial || node.kind == .parent {
        let name = parsed.text(node.name) + ending
        if let other = set[name], known.insert(name).inserted { waiting.append(other) }
      }
    }
    return loaded
  }
}
