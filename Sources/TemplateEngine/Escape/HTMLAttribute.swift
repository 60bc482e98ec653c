/// What an attribute of HTML or SVG holds, and so what a value in it may be.
///
/// Sources: https://html.spec.whatwg.org/multipage/indices.html#attributes-3, https://www.w3.org/TR/SVG2/attindex.html,
/// https://www.w3.org/TR/SVG2/propidx.html
enum HTMLAttribute {
  enum Content: Sendable, Equatable {
    case text
    case address
    /// The value of a `<meta>`, which can be an instruction to load another page.
    case metaContent
    case refused(Misplacement)
  }

  /// - Parameters:
  ///   - name: the name of the attribute, lower case.
  ///   - tag: the name of the element, lower case.
  static func content(of name: [UInt8], in tag: [UInt8]) -> Content {
    let name = String(decoding: name, as: UTF8.self)
    if name.hasPrefix("on") || name == "srcdoc" { return .refused(.htmlScriptAttribute) }
    if name == "style" { return .refused(.htmlStyleAttribute) }
    if lists.contains(name) { return .refused(.htmlAddressList) }
    if addresses.contains(name) {
      let tag = String(decoding: tag, as: UTF8.self)
      return loaders.contains(tag) ? .refused(.htmlLoader(tag)) : .address
    }
    if bases.contains(name) { return .refused(.htmlLoader(name)) }
    if name == "content", tag.elementsEqual("meta".utf8) { return .metaContent }
    if powers.contains(name) { return .refused(.htmlPower(name)) }
    if name.hasPrefix("mask-") || name.hasPrefix("marker-") || paints.contains(name) {
      return .refused(.svgPaint(name))
    }
    return animations.contains(name) ? .refused(.svgAnimation(name)) : .text
  }

  /// Hold one address.
  private static let addresses: Set<String> = [
    "action", "background", "cite", "data", "dynsrc", "formaction", "href", "icon", "longdesc", "lowsrc", "manifest",
    "poster", "profile", "src", "usemap", "xlink:href",
  ]

  /// Elements whose address decides what runs on the page or where all other addresses lead.
  private static let loaders: Set<String> = ["base", "embed", "link", "object", "script"]

  /// Change what other addresses mean.
  private static let bases: Set<String> = ["classid", "codebase", "xml:base"]

  /// Hold several addresses.
  private static let lists: Set<String> = ["archive", "attributionsrc", "imagesrcset", "ping", "srcset"]

  /// Decide what the page may do.
  private static let powers: Set<String> = ["allow", "http-equiv", "rel", "sandbox"]

  /// Properties that are attributes in SVG and can load something with `url(…)`.
  private static let paints: Set<String> = [
    "clip-path", "color-profile", "cursor", "fill", "filter", "font", "marker", "mask", "stroke",
  ]

  /// Attributes of SVG's animations, which can write an address or a script into another attribute.
  private static let animations: Set<String> = ["attributename", "begin", "by", "end", "from", "to", "values"]
}
