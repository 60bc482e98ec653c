public import Diagnostics

/// A template that fits a shape, ready to render; only ``TemplateChecker`` makes one.
///
/// All partials are placed in it, names are positions, and every text has its escaping: rendering looks up nothing by name.
public struct CheckedTemplate: Sendable {
  /// The full name of the root template.
  public let name: String
  /// What the template writes.
  public let dialect: Dialect
  /// The shape of the records it can render.
  public let shape: RecordShape
  /// What looks wrong in the template although it can be used.
  public let warnings: [Diagnostic]

  /// Nil when the checker's instructions do not fit the shape, which is a defect of the checker.
  private let program: Program?
  private let outputLimit: Int
  private let tagLimit: Int

  init(
    name: String, dialect: Dialect, shape: RecordShape, warnings: [Diagnostic], emitter: Emitter, limits: TemplateLimits
  ) {
    self.name = name
    self.dialect = dialect
    self.shape = shape
    self.warnings = warnings
    program = try? ProgramBuilder.program(
      emitter.code, literals: emitter.literals, paths: emitter.paths, shape: shape)
    outputLimit = limits.outputBytes
    tagLimit = limits.renderedTags
    assert(program != nil, "an instruction does not fit the shape")
  }

  /// The rendered bytes, UTF-8.
  ///
  /// - Throws: ``RenderError`` when the record has another shape than the one the template was checked against, or when it passes
  ///   one of the ``TemplateLimits`` on rendering.
  public func render(_ root: Record) throws(RenderError) -> [UInt8] {
    var output: [UInt8] = []
    try render(root, into: &output)
    return output
  }

  /// Appends the rendered bytes to `output`, which stays as it is when an error is thrown.
  ///
  /// - Throws: ``RenderError`` when the record has another shape than the one the template was checked against, or when it passes
  ///   one of the ``TemplateLimits`` on rendering.
  public func render(_ root: Record, into output: inout [UInt8]) throws(RenderError) {
    guard root.shape == shape else {
      throw RenderError(template: name, reason: .wrongShape(expected: shape.name, found: root.shape.name))
    }
    guard let program else { throw RenderError(template: name, reason: .unsound) }
    // Most reports print most of their record once, and their literals a few times.
    let expected = 2 * program.literals.count + min(root.storage.textBytes, 1 << 20) / 4 * 5 + 1024
    var buffer = OutputBuffer(capacity: min(expected, 1 << 20), limit: outputLimit)
    guard Renderer.run(program, root, tags: tagLimit, into: &buffer) else {
      throw RenderError(
        template: name, reason: buffer.isFull ? .outputTooLong(limit: outputLimit) : .tooManyTags(limit: tagLimit))
    }
    output.append(contentsOf: buffer.bytes)
  }
}
