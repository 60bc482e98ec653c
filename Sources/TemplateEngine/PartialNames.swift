internal import Diagnostics

extension TemplateSource {
  /// The names in the template's partial tags `{{> name}}` and parent tags `{{< name}}`, each once in the order of the text.
  ///
  /// They are read from the tags alone, so that a template with faults has them too. A partial's full name is the name with the ending
  /// of the template's dialect.
  public var partialNames: [String] {
    guard text.bytes.count <= TemplateLimits().templateBytes else { return [] }
    var scanner = TagScanner(text.bytes, from: 0)
    var names: [String] = []
    while let tag = scanner.next() {
      switch tag.sigil {
      case UInt8(ascii: ">"), UInt8(ascii: "<"):
        let name = String(decoding: text.bytes[tag.content], as: UTF8.self)
        if tag.isClosed, !names.contains(name) { names.append(name) }
      case UInt8(ascii: "="): _ = scanner.setDelimiters(tag.content)
      default: break
      }
    }
    return names
  }
}
