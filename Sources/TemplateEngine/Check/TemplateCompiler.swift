internal import Diagnostics

/// One run of the checker: walks the root template and its partials in the order of the output, checks every node and emits its instructions.
///
/// Partials are placed where they stand, so that every tag is checked in the scopes and at the place of the output in which it will be rendered. The walk
/// keeps its own stacks: no template can exhaust the program's.
struct TemplateCompiler {
  /// A template that is being walked.
  struct Frame {
    var template: ParsedTemplate
    /// The index of the next node.
    var position = 0
    /// What goes before every line, for a partial that stands indented.
    var indentation: [UInt8] = []
    /// The tag that led here, and what it does; nil for the root template.
    var entry: (role: Finding.Related.Role, place: Place)?
    /// The number of sections that were open when the template was entered.
    var sectionDepth: Int
  }

  /// A section that is being walked.
  struct OpenSection {
    var name: String
    /// The index of the node in its template.
    var node: Int
    var place: Place
    /// Where the output was when the section began.
    var start: PlaceTracker
    /// The index of the jump over the section.
    var jump: Int?
    /// How the section ends.
    var end: End

    enum End { case nothing, leave, next }
  }

  let checker: TemplateChecker
  let set: TemplateSet
  let dialect: Dialect
  var frames: [Frame] = []
  var sections: [OpenSection] = []
  var scopes: ScopeStack
  var place: PlaceTracker
  var requirements = RequirementTracker()
  var emitter = Emitter()
  /// The values that a tag prints, asks about or goes into, by the fields that lead there from the root record.
  var used: Set<[Int]> = []
  private var parsed: [String: ParsedTemplate] = [:]
  private var fallbacks: [FallbackKey: Set<String>] = [:]
  private var placedNodes = 0
  private var diagnostics: [Diagnostic] = []
  private var seen: Set<FaultKey> = []
  /// Which diagnostic says of a section that its closing tag has another name.
  private var mismatches: [PlaceKey: Int] = [:]
  /// Diagnostics that turned out to have another cause, which is reported.
  private var explained: Set<Int> = []
  /// Whether a part of the template was not looked at.
  private var isIncomplete = false

  private struct PlaceKey: Hashable {
    var file: String
    var offset: Int

    init(_ place: Place) { (file, offset) = (place.text.file, place.span.lowerBound) }
  }

  private struct FaultKey: Hashable {
    var place: PlaceKey
    var fault: Fault
  }

  private struct FallbackKey: Hashable {
    var template: String
    var section: Int
  }

  init(checker: TemplateChecker, set: TemplateSet, dialect: Dialect) {
    self.checker = checker
    self.set = set
    self.dialect = dialect
    scopes = ScopeStack(root: checker.shape)
    place = PlaceTracker(dialect)
  }

  /// All diagnostics by file, line and column.
  var sortedDiagnostics: [Diagnostic] {
    let kept = diagnostics.indices.filter { !explained.contains($0) }.map { diagnostics[$0] }
    return kept.sorted { a, b in
      guard let first = a.location, let second = b.location, first != second else { return a.id < b.id }
      return first < second
    }
  }

  mutating func run(_ source: TemplateSource) {
    enter(source, indentation: [], entry: nil)
    while let frame = frames.last {
      guard frame.position < frame.template.nodes.count else {
        frames.removeLast()
        continue
      }
      guard !isFull else { return }
      placedNodes += 1
      guard placedNodes <= checker.limits.placedTags, emitter.literals.count <= checker.limits.placedBytes else {
        report(.tooMuchPlaced, frame.template.nodes[frame.position].span)
        return
      }
      frames[frames.count - 1].position += 1
      visit(frame.template.nodes[frame.position], at: frame.position)
    }
    // Of a template that was not looked at to its end nobody knows what it places.
    guard !isIncomplete else { return }
    let start = Place(text: source.text, span: 0..<0)
    for finding in requirements.findings(checker.requirements, shape: checker.shape, start: start) { report(finding) }
  }

  private mutating func visit(_ node: Node, at index: Int) {
    if node.startsLine, node.kind != .literal { indent() }
    switch node.kind {
    case .literal: visitLiteral(node)
    case .variable, .rawVariable: visitVariable(node)
    case .section, .inverted: visitSection(node)
    case .close: visitClose()
    case .partial: visitPartial(node)
    case .parent, .block:
      if node.isNamed { report(.unsupportedTag(node.kind == .parent ? "<" : "$"), node.span) }
      frames[frames.count - 1].position = node.partner + 1
    }
  }

  // MARK: Literals

  private mutating func indent() {
    guard let indentation = frames.last?.indentation, !indentation.isEmpty else { return }
    _ = place.read(indentation[...])
    emitter.literal(indentation)
  }

  private mutating func visitLiteral(_ node: Node) {
    guard let frame = frames.last else { return }
    let bytes = frame.template.source.text.bytes
    guard !node.span.isEmpty else { return node.startsLine ? indent() : () }
    guard !frame.indentation.isEmpty else { return emit(bytes[node.span]) }
    var start = node.span.lowerBound
    var startsLine = node.startsLine
    while start < node.span.upperBound {
      let end = bytes[start..<node.span.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? node.span.upperBound
      if startsLine, bytes[start] != 0x0A, bytes[start] != 0x0D { indent() }
      emit(bytes[start..<end])
      startsLine = true
      start = end
    }
  }

  private mutating func emit(_ literal: ArraySlice<UInt8>) {
    if let bracket = place.read(literal) { report(.bracketAfterText, bracket..<bracket + 1) }
    if literal.contains(where: { !TagScanner.isSpace($0) }) { requirements.print() }
    emitter.literal(literal)
  }

  // MARK: Partials

  private mutating func visitPartial(_ node: Node) {
    guard let frame = frames.last else { return }
    let name = frame.template.text(node.name)
    let file = name + dialect.suffix
    let (source, isExact) = set.included(name, dialect: dialect)
    if !isExact { report(.unknownPartial(name, file: file, known: set.includable(dialect)), node.name) }
    // What the partial holds is worth checking when it is clear which one was meant.
    guard let source else { return }
    if let first = frames.firstIndex(where: { $0.template.source.name == source.name }) {
      let chain = frames[first...].map(\.template.source.name) + [source.name]
      return !isExact ? () : report(.partialCycle(chain), node.name)
    }
    guard frames.count <= checker.limits.partialDepth else {
      return report(.tooManyPartials(checker.limits.partialDepth), node.name)
    }
    let own = frame.template.source.text.bytes[node.indentation]
    enter(
      source, indentation: node.isStandalone ? frame.indentation + own : [],
      entry: (.includedBy(name), placeOf(node.span)))
  }

  private mutating func enter(
    _ source: TemplateSource, indentation: [UInt8], entry: (role: Finding.Related.Role, place: Place)?
  ) {
    let isFirst = parsed[source.name] == nil
    let template = parsed[source.name] ?? Parser.parse(source, limits: checker.limits)
    parsed[source.name] = template
    frames.append(
      Frame(
        template: template, indentation: indentation, entry: entry, sectionDepth: sections.count))
    if isFirst { for finding in template.findings { report(finding) } }
  }

  // MARK: Faults

  func placeOf(_ span: Range<Int>) -> Place {
    Place(text: frames.last?.template.source.text ?? SourceText(file: "", bytes: []), span: span)
  }

  mutating func report(_ fault: Fault, _ span: Range<Int>, related: [Finding.Related] = []) {
    report(Finding(fault, at: placeOf(span), related: related))
  }

  /// Takes a finding into the list, with the partial tags that lead to it; the same fault at the same place is listed once.
  mutating func report(_ finding: Finding) {
    let key = FaultKey(place: PlaceKey(finding.place), fault: finding.fault)
    guard !isFull, seen.insert(key).inserted else { return }
    if finding.fault.endsTheCheck { isIncomplete = true }
    if case .mismatchedSection = finding.fault, let opened = finding.related.first {
      mismatches[PlaceKey(opened.place)] = diagnostics.count
    }
    var diagnostic = finding.diagnostic
    for frame in frames.reversed() {
      guard let (role, place) = frame.entry else { continue }
      diagnostic.notes.append(Diagnostic.Note(role.message, at: place.location, excerpt: place.excerpt))
    }
    diagnostics.append(diagnostic)
    if isFull {
      diagnostics.append(Finding(.tooManyFaults(checker.limits.faults), at: finding.place).diagnostic)
      isIncomplete = true
    }
  }

  private var isFull: Bool { diagnostics.count >= checker.limits.faults }

  /// It was the beginning of the section that was at fault: its closing tag is as it should be.
  mutating func explainMismatch(of section: Node) {
    if let index = mismatches[PlaceKey(placeOf(section.span))] { explained.insert(index) }
  }

  // MARK: What the template reaches

  /// The full names of all templates that were entered.
  var reached: Set<String> { Set(parsed.keys) }

  /// The values that no tag uses, by their names from the root record; a record or list that is not used is named, not its fields.
  var neverShown: [String] {
    var names: [String] = []
    func visit(_ shape: RecordShape, _ path: [Int], _ prefix: String) {
      for (index, field) in shape.fields.enumerated() where field.name != "." {
        let inner = path + [index]
        guard used.contains(inner) else {
          names.append(prefix + field.name)
          continue
        }
        if let inside = field.shape.fieldsInside { visit(inside, inner, prefix + field.name + ".") }
      }
    }
    visit(checker.shape, [], "")
    return names
  }

  // MARK: Fallbacks

  /// Whether an inverted section over the same name stands beside the tag at the current position, in the same section of the same template.
  mutating func hasFallback(_ name: String) -> Bool {
    guard let frame = frames.last else { return false }
    let nodes = frame.template.nodes
    let isOutermost = sections.count == frame.sectionDepth
    let section = isOutermost ? -1 : sections[sections.count - 1].node
    let key = FallbackKey(template: frame.template.source.name, section: section)
    if let names = fallbacks[key] { return names.contains(name) }
    var names: Set<String> = []
    var index = section + 1
    let end = section < 0 ? nodes.count : nodes[section].partner
    while index < end {
      if nodes[index].kind == .inverted { names.insert(frame.template.text(nodes[index].name)) }
      index = nodes[index].partner > index ? nodes[index].partner + 1 : index + 1
    }
    fallbacks[key] = names
    return names.contains(name)
  }
}
