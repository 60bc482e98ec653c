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

  let code: [Instruction]
  let literals: [UInt8]
  let paths: [UInt16]

  /// The rendered bytes, UTF-8.
  ///
  /// - Throws: ``RenderError`` when the record has another shape than the one the template was checked against.
  public func render(_ root: Record) throws(RenderError) -> [UInt8] {
    var output: [UInt8] = []
    try render(root, into: &output)
    return output
  }

  /// Appends the rendered bytes to `output`, which stays as it is when an error is thrown.
  ///
  /// - Throws: ``RenderError`` when the record has another shape than the one the template was checked against.
  public func render(_ root: Record, into output: inout [UInt8]) throws(RenderError) {
    guard root.shape == shape else { throw RenderError(template: name, expected: shape.name, found: root.shape.name) }
    var buffer = OutputBuffer(capacity: 2 * literals.count + 1024)
    var renderer = Renderer(template: self, root: root)
    renderer.run(into: &buffer)
    output.append(contentsOf: buffer.bytes)
  }
}

/// A record that was given to a template of another shape: a mistake in the program, never in a template.
public struct RenderError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The template that was to be rendered.
  public let template: String
  /// The name of the shape that the template was checked against.
  public let expected: String
  /// The name of the record's shape.
  public let found: String

  /// The error in one sentence.
  public var description: String { "template \"\(template)\" renders a record \"\(expected)\", not \"\(found)\"" }
}
