/// What can be wrong with a template: names and facts, no sentences. `FaultMessages` says it in words.
enum Fault: Sendable, Hashable {
  // The text
  case templateTooLong(Int)
  case notUTF8
  case unclosedTag(end: String)
  /// - Parameter near: names that may have been meant, found out when the names are known.
  case badName(String, near: [String] = [])
  case dynamicName(String)
  case badDelimiters
  case unclosedSection(String)
  case mismatchedSection(open: String, close: String)
  case straySectionEnd(String)
  case tooManySections(Int)
  case strayTagEnd(String)
  case looksLikeTag(String)
  case delimitersInText(String)
  case thirdBrace(String)
  case tagInComment

  // The set of templates
  case unknownTemplate(String, known: [String])
  case unknownDialect(String)
  case unknownPartial(String, file: String, known: [String])
  case partialCycle([String])
  case tooManyPartials(Int)
  case tooManyPlaced(Int)
  case tooMuchPlaced(Int)
  case unusedPartial(String)
  case tooManyFaults(Int)

  // Inheritance
  case ignoredInParent(String)
  case blockUnknown(String, parent: String, known: [String])
  case blockOverriddenTwice(String)
  case blockNeverReached(String, parent: String)

  // Names and kinds
  case unknownName(String, in: String, known: [String])
  case nameOutOfScope(String, in: String, elsewhere: FieldIndex.Place, near: [String])
  case nameNearOutOfScope(String, in: String, near: String, elsewhere: FieldIndex.Place)
  indirect case sectionMisnamed(String, closing: String, kind: Fault)
  case unknownImplicit
  case variableOfWrongKind(String, kind: String, advice: VariableAdvice)
  case sectionOfWrongKind(String, kind: String)
  case pathThrough(String, rest: String, kind: String, optional: Bool)
  case optionalWithoutFallback(String)
  case rawText(String)
  case wrongDialect(String, markup: Dialect, template: Dialect)
  case neverPrinted(String, kind: String)
  case neverPrintedInside(String, isInverted: Bool)
  case elementUnused(String)
  case neverShown([String])
  case repeatedField(String, in: String)

  // Where a value stands
  case misplaced(String, Misplacement)
  case bracketAfterText
  case unlikely(PlaceWarning.Kind)
  case sectionChangesPlace(String, Dialect)

  // What every template must place
  case requirementMissing(String, why: String)
  /// A mistake in the program: no template could place it.
  case requirementUnknown(String, in: String, known: [String])
  case requirementHidden(String, why: String)
  case requirementPartMissing(String, of: String, why: String)

  /// Whether what follows the fault is not looked at.
  var endsTheCheck: Bool {
    switch self {
    case .templateTooLong, .notUTF8, .tooManySections, .tooManyPartials, .tooMuchPlaced, .tooManyPlaced, .partialCycle:
      true
    default: false
    }
  }

  /// What to write instead of a variable tag.
  enum VariableAdvice: Sendable, Hashable {
    case question(String)
    case loop(String)
    case fields([String])
  }
}

/// A place where a value cannot be made safe, or where markup makes no sense.
enum Misplacement: Sendable, Hashable {
  case afterAmpersand
  case markdownCodeAcrossLines
  case markdownCodePipe
  case markdownCodeTable
  case markdownCodeInLabel
  case markdownCodeUnclear
  case markdownIndentedCode
  case markdownFenceInfo
  case markdownFenceUnclear
  case markdownDefinition
  case markdownDefinitionTitle
  case markdownLabel
  case markdownTableCell(columns: Int)
  case markdownTableLoop
  case markdownLinkOpen
  case markdownLinkUnclear
  case markdownLinkTitle
  case markdownAngle
  case markdownRaw
  case markdownAfterBackslash
  case markdownAfterBracket
  case addressBeginning
  case addressAfterValue
  case addressHost
  case addressScheme
  case addressUnclear
  case htmlTag
  case htmlUnquoted
  case htmlComment
  case htmlCharacterData
  case htmlUnclear
  case htmlAddressList
  case htmlLoader(String)
  case htmlMeta
  case htmlPower(String)
  case htmlScriptAttribute
  case htmlStyleAttribute
  case htmlRawElement(String)
  case htmlMarkupInAttribute
  case htmlMarkupInText(String)
  case svgPaint(String)
  case svgAnimation(String)
}
