internal import Diagnostics

/// One run of the checker: walks the root template and its partials in the order of the output, checks every node and emits its instructions.
///
/// Partials are placed where they stand, so that every tag is checked in the scopes and at the place of the output in which it will be rendered. The walk
/// keeps its own stacks: no template can exhaust the program's.
struct TemplateCompiler {
  /// A template, or the content of a block, that is being walked.
  struct Frame {
    var template: ParsedTemplate
    /// The indices of the nodes that are walked.
    var nodes: Range<Int>
    /// The index of the next node.
    var position: Int
    /// What happens to the start of every line.
    var indentation = Indentation.none
    /// Whether the first line goes on on a line that was begun before, so that it is not indented.
    var continuesLine = false
    /// The tag that led here, and what it does; nil for the root template.
    var entry: (role: Finding.Related.Role, place: Place)?
    /// What replaces the blocks of the template, by their names.
    var replacements: Replacements = [:]
    /// The frame in whose text the tag stands that led here: for the content of a block the frame that defines it.
    var definer: Int?
    /// The sections and blocks of the template that are open, as indices of nodes.
    var open: [Int] = []
  }

  /// A section that is being walked.
  struct OpenSection {
    var name: String
    var place: Place
    /// Where the output was when the section began.
    var start: PlaceTracker
    /// The index of the jump over the section.
    var jump: Int?
    /// How the section ends.
    var end: End
    /// The flag or list that it asks about; nil for other kinds of value.
    var asked: FieldPath?
    var isInverted = false
    /// The scope that a section over a list opens, and whether anything in it refers to that.
    var level: Int?
    var usesElement = false
    /// How many literal bytes were emitted before it.
    var literals: Int

    enum End { case nothing, leave, next }
  }

  /// A tag that prints a text.
  struct PlacedText {
    var name: String
    var place: Place
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
  /// What a marking check has marked.
  var marks = PlaceMarks()
  /// The values that a tag prints, asks about or goes into, by the fields that lead there from the root record.
  var used: Set<[Int]> = []
  /// The texts that were placed, so that what follows can show one to be misplaced.
  var texts: [PlacedText] = []
  /// The files whose literal text was placed, so that what follows can find fault with a place in it.
  private var sources: [SourceText] = []
  /// Which replacements of blocks were met by a block, and all that were given.
  var replacements = ReplacementLog()
  private var parsed: [String: ParsedTemplate] = [:]
  private var fallbacks: [FallbackKey: Set<String>] = [:]
  /// What was visited, each as often as it is placed.
  var placedNodes = 0
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
    for fault in scopes.repeatedFields { diagnostics.append(Finding.diagnostic(for: fault)) }
    enter(source, indentation: .none, entry: nil)
    while let frame = frames.last {
      guard frame.position < frame.nodes.upperBound else {
        frames.removeLast()
        continue
      }
      guard !isFull else { return }
      placedNodes += 1
      guard placedNodes <= checker.limits.placedTags else {
        return report(.tooManyPlaced(checker.limits.placedTags), frame.template.nodes[frame.position].span)
      }
      guard emitter.literals.count <= checker.limits.placedBytes else {
        return report(.tooMuchPlaced(checker.limits.placedBytes), frame.template.nodes[frame.position].span)
      }
      frames[frames.count - 1].position += 1
      visit(frame.template.nodes[frame.position], at: frame.position)
    }
    place.end()
    reportBroken()
    for finding in replacements.findings(in: set, dialect: dialect) { report(finding) }
    // Of a template that was not looked at to its end nobody knows what it places.
    guard !isIncomplete else { return }
    let start = Place(text: source.text, span: 0..<0)
    for finding in requirements.findings(checker.requirements, shape: checker.shape, start: start) { report(finding) }
  }

  private mutating func visit(_ node: Node, at index: Int) {
    if node.startsLine, node.kind != .literal { beginLine() }
    switch node.kind {
    case .literal: visitLiteral(node, at: index)
    case .variable, .rawVariable: visitVariable(node)
    case .section, .inverted: visitSection(node)
    case .close: visitClose(node)
    case .partial: visitPartial(node)
    case .parent: visitParent(node, at: index)
    case .block: visitBlock(node, at: index)
    }
  }

  /// Reports the texts of which what follows has shown that they cannot stand where they do.
  private mutating func reportBroken() {
    for text in place.takeBroken() where texts.indices.contains(text.id) {
      report(Finding(.misplaced(texts[text.id].name, text.misplacement), at: texts[text.id].place))
    }
    for warning in place.takeWarnings() {
      switch warning.site {
      case .text(let id):
        if texts.indices.contains(id) { report(Finding(.unlikely(warning.kind), at: texts[id].place)) }
      case .literal(let site):
        guard sources.indices.contains(site.source) else { continue }
        let place = Place(text: sources[site.source], span: site.offset..<site.offset + 1)
        report(Finding(.unlikely(warning.kind), at: place))
      }
    }
  }

  /// The number of the file that is being walked.
  private mutating func currentSource() -> Int {
    let text = frames.last?.template.source.text ?? SourceText(file: "", bytes: [])
    if let index = sources.firstIndex(where: { $0.file == text.file }) { return index }
    sources.append(text)
    return sources.count - 1
  }

  // MARK: Literals

  /// A tag begins a line.
  private mutating func beginLine() {
    if frames[frames.count - 1].continuesLine {
      frames[frames.count - 1].continuesLine = false
    } else {
      indent()
    }
  }

  /// Writes what goes before every line of the innermost frame.
  mutating func indent() {
    guard let added = frames.last?.indentation.added, !added.isEmpty else { return }
    _ = place.read(added[...])
    emitter.literal(added)
  }

  private mutating func visitLiteral(_ node: Node, at index: Int) {
    guard let frame = frames.last, !node.span.isEmpty || node.startsLine else { return }
    if !place.isInScriptOrStyle { lookForTags(in: node, at: index) }
    let bytes = frame.template.source.text.bytes
    let startsLine = node.startsLine && !frame.continuesLine
    if node.startsLine { frames[frames.count - 1].continuesLine = false }
    for line in frame.indentation.lines(of: node, in: bytes, startsLine: startsLine) {
      if line.isIndented { indent() }
      if checker.isMarking { emitMarking(line.text, of: frame) } else { emit(bytes[line.text]) }
      // Lines of one literal can repeat an indentation of a megabyte: the walk stops before the next node, with a fault.
      guard emitter.literals.count <= checker.limits.placedBytes else {
        return report(.tooMuchPlaced(checker.limits.placedBytes), node.span)
      }
    }
  }

  /// The text, with the mark of its place at the end of each line that is a heading or words.
  private mutating func emitMarking(_ text: Range<Int>, of frame: Frame) {
    let source = frame.template.source.text
    var start = text.lowerBound
    while start < text.upperBound {
      let end = source.bytes[start..<text.upperBound].firstIndex(of: 0x0A) ?? text.upperBound
      emit(source.bytes[start..<end])
      let isLine = start == 0 || source.bytes[start - 1] == 0x0A
      if dialect == .markdown, isLine, end < text.upperBound, PlaceMarks.takesMark(source.bytes[start..<end]) {
        emitter.literal(marks.mark(source.location(at: start)))
      }
      if end < text.upperBound { emit(source.bytes[end...end]) }
      start = end + 1
    }
  }

  /// Text that was most likely meant as a tag: `{name}}` and `{name}`.
  private mutating func lookForTags(in literal: Node, at index: Int) {
    guard let template = frames.last?.template else { return }
    if let end = template.strayEnds[index] {
      report(.strayTagEnd(template.text(end)), end)
    }
    for word in template.wordsInBraces(of: literal) {
      let name = template.text(word.name)
      let isMeant =
        word.sigil == UInt8(ascii: ">") || word.sigil == UInt8(ascii: "<")
        ? set.included(name, dialect: dialect).isExact : (try? scopes.resolve(name).get()) != nil
      let tag = word.tag.lowerBound + 1..<word.tag.upperBound - 1
      if isMeant { report(.looksLikeTag(template.text(tag)), word.tag) }
    }
    if !isIncomplete, let tag = template.tagInText(of: literal) { report(.delimitersInText(template.text(tag)), tag) }
    if index > 0, let name = template.nameBeforeThirdBrace(literal, after: template.nodes[index - 1]) {
      report(.thirdBrace(name), literal.span.lowerBound..<literal.span.lowerBound + 1)
    }
  }

  private mutating func emit(_ literal: ArraySlice<UInt8>) {
    if let bracket = place.read(literal, from: currentSource()) { report(.bracketAfterText, bracket..<bracket + 1) }
    reportBroken()
    if literal.contains(where: { !TagScanner.isSpace($0) }) { requirements.print() }
    emitter.literal(literal)
  }

  /// Enters a template; the faults of its syntax are reported when it is met first.
  mutating func enter(
    _ source: TemplateSource, indentation: Indentation, entry: (role: Finding.Related.Role, place: Place)?,
    replacements: Replacements = [:]
  ) {
    let isFirst = parsed[source.name] == nil
    let template = parsed[source.name] ?? Parser.parse(source, limits: checker.limits)
    parsed[source.name] = template
    frames.append(
      Frame(
        template: template, nodes: template.nodes.indices, position: 0, indentation: indentation, entry: entry,
        replacements: replacements, definer: frames.indices.last))
    if isFirst { for finding in template.findings { report(knowing(finding)) } }
  }

  /// The parser knows no names: what may have been meant by one that is none is added here.
  private func knowing(_ finding: Finding) -> Finding {
    guard case .badName(let written, _) = finding.fault else { return finding }
    var finding = finding
    finding.fault = .badName(written, near: scopes.names(like: written))
    return finding
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

  /// Whether an inverted section over the same name stands beside the tag at the current position, in the same section or block of the same template.
  mutating func hasFallback(_ name: String) -> Bool {
    guard let frame = frames.last else { return false }
    let nodes = frame.template.nodes
    let enclosing = frame.open.last
    let key = FallbackKey(template: frame.template.source.name, section: enclosing ?? frame.nodes.lowerBound - 1)
    if let names = fallbacks[key] { return names.contains(name) }
    var names: Set<String> = []
    var index = enclosing.map { $0 + 1 } ?? frame.nodes.lowerBound
    let end = enclosing.map { nodes[$0].partner } ?? frame.nodes.upperBound
    while index < end {
      if nodes[index].kind == .inverted { names.insert(frame.template.text(nodes[index].name)) }
      index = nodes[index].partner > index ? nodes[index].partner + 1 : index + 1
    }
    fallbacks[key] = names
    return names.contains(name)
  }
}
