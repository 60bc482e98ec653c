internal import Diagnostics

/// Runs the steps of a program over some data.
///
/// It keeps its own stacks: partials may be recursive, and neither template nor data can exhaust the program's.
struct UntypedRenderer {
  private typealias Step = UntypedProgram.Step

  /// What is rendered at the moment: steps of one template, and what happens to the starts of its lines.
  private struct Frame {
    var next = 0
    var end: Int
    var template: Int
    var indentation = Indentation.none
    var isIndented = false
    /// The next start of a line continues a line; see `Indentation.FirstLine`.
    var continuesLine = false
    /// How many blocks were replaced when it was entered.
    var replaced = 0
    /// How many replacements do not count while it is rendered.
    var hidden = 0
  }

  /// What replaces a block: a step, its template, and how many blocks were replaced where the parent tag stands that gives it.
  private struct Replacement {
    var step: Int
    var template: Int
    var replaced: Int
  }

  /// A section over one value or over the values of a list.
  private struct Loop {
    var body: Int
    var end: UInt32
  }

  private let program: UntypedProgram
  private let limits: TemplateLimits
  private let steps: UnsafeBufferPointer<Step>
  private let literals: UnsafeBufferPointer<UInt8>
  private let texts: UnsafeBufferPointer<UInt8>
  private var scopes: UntypedScopes
  private var frame: Frame
  private var frames: [Frame] = []
  private var loops: [Loop] = []
  /// What replaces each block; the outermost parent comes first and stays.
  private var replacements: [Replacement?]
  /// The blocks that are replaced, in the order in which they were.
  private var replaced: [Int] = []
  /// Replacements that do not count at the moment: the content of a block sees those of the template in whose text it stands.
  private var hidden: [(block: Int, replacement: Replacement?)] = []
  private var visited = 0

  /// Appends what the data gives to `output`.
  ///
  /// - Returns: the limit that ended it early; nil when all was rendered.
  static func run(
    _ program: UntypedProgram, _ data: UntypedData, _ limits: TemplateLimits, into output: inout OutputBuffer
  ) -> UntypedLimitError.Limit? {
    program.steps.withUnsafeBufferPointer { steps in
      program.text.withUnsafeBufferPointer { literals in
        data.text.withUnsafeBufferPointer { texts in
          data.entries.withUnsafeBufferPointer { entries in
            var renderer = UntypedRenderer(
              program: program, limits: limits, steps: steps, literals: literals, texts: texts,
              scopes: UntypedScopes(program, data, entries: entries))
            return renderer.run(into: &output)
          }
        }
      }
    }
  }

  private init(
    program: UntypedProgram, limits: TemplateLimits, steps: UnsafeBufferPointer<Step>,
    literals: UnsafeBufferPointer<UInt8>, texts: UnsafeBufferPointer<UInt8>, scopes: UntypedScopes
  ) {
    self.program = program
    self.limits = limits
    self.steps = steps
    self.literals = literals
    self.texts = texts
    self.scopes = scopes
    replacements = Array(repeating: nil, count: program.blocks.count)
    frame = Frame(end: program.templates.first?.steps.upperBound ?? 0, template: 0)
    frames.reserveCapacity(16)
    loops.reserveCapacity(16)
  }

  private mutating func run(into output: inout OutputBuffer) -> UntypedLimitError.Limit? {
    while true {
      guard !output.isFull else { return .output(bytes: limits.outputBytes) }
      guard frame.next < frame.end else {
        guard leave() else { return nil }
        continue
      }
      visited += 1
      guard visited + scopes.visited <= limits.renderedTags else { return .steps(limits.renderedTags) }
      let index = frame.next
      let step = steps[index]
      frame.next = index + 1
      if frame.isIndented, step.startsLine, step.code != .literal { indent(&output) }
      switch step.code {
      case .literal:
        if frame.isIndented {
          appendLines(index, to: &output)
        } else {
          append(literals, step.operand, count: step.target - step.operand, to: &output)
        }
      case .variable: print(step.operand, isRaw: false, to: &output)
      case .rawVariable: print(step.operand, isRaw: true, to: &output)
      case .section: enterSection(step)
      case .inverted:
        if let value = scopes.find(step.operand), scopes[value].isTruthy { frame.next = Int(step.target) + 1 }
      case .endSection: endSection()
      case .partial:
        if step.operand != .max, let limit = place(template: Int(step.operand), step, index) { return limit }
      case .parent:
        frame.next = Int(step.target) + 1
        let parent = program.parents[Int(step.operand)]
        guard parent.template != .max else { continue }
        let replaced = replaced.count
        replace(parent)
        if let limit = place(template: Int(parent.template), step, index) { return limit }
        frame.replaced = replaced
      case .block:
        guard let replacement = replacements[Int(step.operand)] else { continue }
        frame.next = Int(step.target) + 1
        if let limit = place(replacement, for: index, &output) { return limit }
      case .nothing: break
      }
    }
  }

  // MARK: Values

  @inline(__always)
  private mutating func print(_ name: UInt32, isRaw: Bool, to output: inout OutputBuffer) {
    guard let value = scopes.find(name) else { return }
    let entry = scopes[value]
    guard entry.kind == .text else { return }
    if isRaw || !entry.needsEscape {
      append(texts, entry.start, count: entry.count, to: &output)
    } else {
      let text = UnsafeBufferPointer(rebasing: texts[Int(entry.start)..<Int(entry.start + entry.count)])
      HTMLText.append(text, to: &output)
    }
  }

  /// Both the texts of the data and those of the templates end with padding.
  @inline(__always)
  private func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: UInt32, count: UInt32, to output: inout OutputBuffer
  ) {
    assert(Int(start) + Int(count) + Cell.padding <= bytes.count)
    guard let first = bytes.baseAddress else { return }
    output.append(padded: UnsafeRawPointer(first + Int(start)), count: Int(count))
  }

  @inline(__always)
  private mutating func enterSection(_ step: Step) {
    guard let value = scopes.find(step.operand), scopes[value].isTruthy else {
      frame.next = Int(step.target) + 1
      return
    }
    let entry = scopes[value]
    let isList = entry.kind == .list
    let first = isList ? entry.start : UInt32(value)
    scopes.push(first)
    loops.append(Loop(body: frame.next, end: isList ? entry.start + entry.count : first + 1))
  }

  @inline(__always)
  private mutating func endSection() {
    let loop = loops[loops.count - 1]
    if scopes.advance(to: loop.end) {
      frame.next = loop.body
    } else {
      scopes.pop()
      loops.removeLast()
    }
  }

  // MARK: Lines

  private mutating func indent(_ output: inout OutputBuffer) {
    if !frame.continuesLine { append(frame.indentation, to: &output) }
    frame.continuesLine = false
  }

  private func append(_ indentation: Indentation, to output: inout OutputBuffer) {
    indentation.added.withUnsafeBufferPointer { output.append(contentsOf: $0) }
  }

  private mutating func appendLines(_ index: Int, to output: inout OutputBuffer) {
    let template = program.templates[frame.template]
    let bytes = template.parsed.source.text.bytes
    let literal = template.parsed.nodes[index - template.steps.lowerBound]
    let startsLine = literal.startsLine && !frame.continuesLine
    for line in frame.indentation.lines(of: literal, in: bytes, startsLine: startsLine) {
      if line.isIndented { append(frame.indentation, to: &output) }
      bytes.withUnsafeBufferPointer { output.append(contentsOf: $0[line.text]) }
      guard !output.isFull else { return }
    }
    if literal.startsLine { frame.continuesLine = false }
  }

  // MARK: Frames

  /// Enters a template at a partial or parent tag.
  private mutating func place(template: Int, _ step: Step, _ index: Int) -> UntypedLimitError.Limit? {
    let steps = program.templates[template].steps
    var entered = Frame(next: steps.lowerBound, end: steps.upperBound, template: template, replaced: replaced.count)
    if step.isIndenting {
      let outer = program.templates[frame.template]
      let tag = outer.parsed.nodes[index - outer.steps.lowerBound]
      entered.indentation = frame.indentation.entering(tag, in: outer.parsed.source.text.bytes)
      entered.continuesLine = frame.continuesLine
      frame.continuesLine = false
    }
    return enter(entered)
  }

  /// Enters what replaces the block at `index`.
  private mutating func place(
    _ replacement: Replacement, for index: Int, _ output: inout OutputBuffer
  ) -> UntypedLimitError.Limit? {
    let outer = program.templates[frame.template]
    let block = outer.parsed.nodes[index - outer.steps.lowerBound]
    let inner = program.templates[replacement.template]
    let definition = inner.parsed.nodes[replacement.step - inner.steps.lowerBound]
    var entered = Frame(
      next: replacement.step + 1, end: inner.steps.lowerBound + definition.partner, template: replacement.template,
      replaced: replacement.replaced)
    entered.indentation = frame.indentation.replacing(block, in: outer.parsed.source.text.bytes, by: definition)
    switch Indentation.firstLine(replacing: block, by: definition) {
    case .asWritten: break
    case .indented: if entered.next < entered.end { append(entered.indentation, to: &output) }
    case .continued: entered.continuesLine = true
    }
    entered.hidden = replaced.count - replacement.replaced
    visited += entered.hidden
    for block in replaced[replacement.replaced...] {
      hidden.append((block, replacements[block]))
      replacements[block] = nil
    }
    replaced.removeSubrange(replacement.replaced...)
    return enter(entered)
  }

  private mutating func enter(_ entered: Frame) -> UntypedLimitError.Limit? {
    guard frames.count < limits.recursionDepth else { return .recursion(depth: limits.recursionDepth) }
    guard entered.indentation.added.count <= limits.indentationBytes else {
      return .indentation(bytes: limits.indentationBytes)
    }
    frames.append(frame)
    frame = entered
    frame.isIndented = entered.indentation != .none
    return nil
  }

  /// Goes back to where the frame was entered; false when it was the root.
  private mutating func leave() -> Bool {
    while replaced.count > frame.replaced { replacements[replaced.removeLast()] = nil }
    for (block, replacement) in hidden.suffix(frame.hidden) {
      replacements[block] = replacement
      replaced.append(block)
    }
    hidden.removeLast(frame.hidden)
    guard let outer = frames.popLast() else { return false }
    frame = outer
    return true
  }

  private mutating func replace(_ parent: UntypedProgram.Parent) {
    let given = replaced.count
    for (block, step) in parent.replacements where replacements[Int(block)] == nil {
      replacements[Int(block)] = Replacement(step: Int(step), template: frame.template, replaced: given)
      replaced.append(Int(block))
    }
  }
}
