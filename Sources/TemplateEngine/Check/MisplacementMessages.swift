/// The words for a place where a value cannot stand; see `Fault.misplaced`.
extension Misplacement {
  /// Goes on after `"name" cannot stand`.
  var words: String {
    switch self {
    case .markdownCode: "inside code: nothing can be escaped there"
    case .markdownLink: "in the address of a link"
    case .markdownAngle: "after \"<\", inside a tag or an address"
    case .markdownRaw: "in raw HTML: a Markdown template cannot escape it there"
    case .markdownAfterBackslash: "directly after a backslash, which would undo its escaping"
    case .markdownAfterBracket: "directly after \"]\", where it could become the address of a link"
    case .htmlTag: "inside a tag outside the quotes of an attribute"
    case .htmlUnquoted: "in an attribute without quotes"
    case .htmlComment: "in a comment"
    case .htmlURL: "in an attribute that holds an address"
    case .htmlScriptAttribute: "in an attribute that holds a script"
    case .htmlStyleAttribute: "in a style attribute"
    case .htmlRawElement(let name): "inside <\(name)>: nothing can be escaped there"
    case .htmlMarkupInAttribute: "in an attribute: markup is for the text of an element"
    case .htmlMarkupInText(let name): "inside <\(name)>: only text can"
    }
  }

  func remedy(_ name: String) -> String? {
    switch self {
    case .htmlUnquoted: "put double quotes around {{\(name)}}"
    case .markdownAfterBackslash: "write \"\\\\\" for a backslash"
    case .markdownAfterBracket: "put a space before {{\(name)}}"
    case .markdownAngle: "write \"\\<\" for a plain \"<\""
    case .markdownCode: "write it outside of the backticks; \"\\`\" is a plain backtick"
    default: nil
    }
  }
}
