internal import Diagnostics

/// The words for every fault: an id for tools, one sentence, and what to do.
///
/// A sentence states the rule that is broken, has no final period and never holds a value of a patient.
extension Fault {
  var isWarning: Bool {
    switch self {
    case .neverPrinted, .neverPrintedInside, .elementUnused, .unlikely, .neverShown, .looksLikeTag, .delimitersInText,
      .thirdBrace,
      .tagInComment, .unusedPartial, .blockOverriddenTwice, .blockNeverReached:
      true
    default: false
    }
  }

  var id: String { kind.rawValue }

  var kind: TemplateFaultKind {
    switch self {
    case .templateTooLong, .tooManySections, .tooManyPartials, .tooMuchPlaced, .tooManyPlaced: .templateLimit
    case .notUTF8: .templateNotUTF8
    case .unclosedTag: .unclosedTag
    case .badName: .badName
    case .dynamicName: .dynamicName
    case .badDelimiters: .badDelimiters
    case .strayTagEnd: .strayTagEnd
    case .looksLikeTag, .delimitersInText, .thirdBrace: .looksLikeTag
    case .tagInComment: .tagInComment
    case .unclosedSection: .unclosedSection
    case .mismatchedSection: .mismatchedSection
    case .straySectionEnd: .straySectionEnd
    case .unknownTemplate: .unknownTemplate
    case .unknownDialect: .unknownDialect
    case .unknownPartial: .unknownPartial
    case .partialCycle: .partialCycle
    case .unusedPartial: .unusedPartial
    case .tooManyFaults: .tooManyFaults
    case .blockUnknown: .unknownBlock
    case .ignoredInParent: .ignoredInParent
    case .blockOverriddenTwice: .blockOverriddenTwice
    case .blockNeverReached: .blockNeverReached
    case .unknownName, .unknownImplicit, .nameNearOutOfScope: .unknownName
    case .nameOutOfScope: .outOfScope
    case .sectionMisnamed(_, _, let fault): fault.kind
    case .variableOfWrongKind, .sectionOfWrongKind, .pathThrough(_, _, _, optional: false): .wrongKind
    case .pathThrough, .optionalWithoutFallback: .optionalWithoutFallback
    case .rawText: .rawText
    case .wrongDialect: .wrongDialect
    case .neverPrinted, .neverPrintedInside: .neverPrinted
    case .elementUnused: .elementUnused
    case .neverShown: .neverShown
    case .repeatedField: .repeatedField
    case .misplaced, .bracketAfterText: .misplacedValue
    case .unlikely(let warning): warning.fault
    case .sectionChangesPlace: .sectionChangesPlace
    case .requirementMissing, .requirementUnknown, .requirementHidden, .requirementPartMissing: .missingRequirement
    }
  }

  var message: String {
    switch self {
    case .templateTooLong(let limit): "a template may have at most \(limit) bytes"
    case .notUTF8: "a template must be UTF-8 text"
    case .unclosedTag(let end): "the tag is not closed with \"\(end)\""
    case .badName("", _): "the tag has no name"
    case .badName(let name, _): "\"\(name)\" is not a name"
    case .dynamicName(let name):
      "\"\(name)\" would take the name of a template from the data: names of templates are fixed"
    case .badDelimiters: "a change of delimiters needs two delimiters without \"=\", separated by a space"
    case .unclosedSection(let name): "the section \"\(name)\" is not closed"
    case .mismatchedSection(let open, let close): "\"\(close)\" cannot close the section \"\(open)\""
    case .straySectionEnd(let name): "there is no open section \"\(name)\" to close"
    case .tooManySections(let limit): "sections may be nested at most \(limit) deep"
    case .strayTagEnd(let end): "\"\(end)\" stands in the text without the beginning of a tag"
    case .looksLikeTag(let name): "\"{\(name)}\" is printed as it stands: a tag has two braces on each side"
    case .delimitersInText(let text):
      "\"\(text)\" is printed as it stands: the delimiters of tags were changed before it"
    case .thirdBrace(let name): "the third brace after \"\(name)\" is printed: the tag ends with two"
    case .tagInComment: "the comment ends with the first tag inside it: what follows is printed"
    case .unusedPartial(let name): "no template includes the partial \"\(name)\""
    case .tooManyFaults(let limit): "only the first \(limit) faults are listed"
    case .ignoredInParent(let parent):
      "only blocks may stand inside {{<\(parent)}}: anything else would not be printed"
    case .blockUnknown(let name, let parent, _): "the parent \"\(parent)\" has no block \"\(name)\""
    case .blockOverriddenTwice(let name): "the block \"\(name)\" is overridden twice here: only the last counts"
    case .blockNeverReached(let name, let parent):
      "the block \"\(name)\" of \"\(parent)\" is never reached: what stands around it is replaced"
    case .unknownTemplate(let name, _): "there is no template \"\(name)\""
    case .unknownDialect(let name): "the name of the template \"\(name)\" does not say what it writes"
    case .unknownPartial(let name, let file, _): "there is no partial \"\(name)\" (no template \"\(file)\")"
    case .partialCycle(let chain): "the partial includes itself: \(chain.joined(separator: " → "))"
    case .tooManyPartials(let limit): "partials may be nested at most \(limit) deep"
    case .tooManyPlaced(let limit): "a template with its partials may have at most \(limit) texts and tags"
    case .tooMuchPlaced(let limit): "a template with its partials may have at most \(limit) bytes of text"
    case .unknownName(let name, let shape, _): "\"\(name)\" is not a field of \(shape)"
    case .nameOutOfScope(let name, let shape, let elsewhere, _):
      "\"\(name)\" is a field of \(elsewhere.record) and not of \(shape), which is open here"
    case .nameNearOutOfScope(let name, let shape, _, _): "\"\(name)\" is not a field of \(shape)"
    case .sectionMisnamed(_, _, let kind): kind.message
    case .unknownImplicit: "\"{{.}}\" has no meaning here: it stands for the text of an element or of an optional"
    case .variableOfWrongKind(let name, let kind, _): "\"\(name)\" is \(kind) and cannot be printed"
    case .sectionOfWrongKind(let name, let kind): "\"\(name)\" is \(kind) and always there: it cannot open a section"
    case .pathThrough(let name, let rest, let kind, optional: false):
      "\"\(name)\" is \(kind), so \"\(rest)\" cannot be reached with a dot"
    case .pathThrough(let name, let rest, _, optional: true):
      "\"\(name)\" may be absent, so \"\(rest)\" needs the section around it"
    case .optionalWithoutFallback(let name): "\"\(name)\" may be absent and nothing says what is printed then"
    case .rawText(let name): "\"\(name)\" is text: it can only be printed escaped"
    case .wrongDialect(let name, let markup, let template):
      "\"\(name)\" is \(markup.words) markup and cannot stand in a \(template.words) template"
    case .neverPrinted(let name, let kind): "\"\(name)\" is \(kind) and always there: this is never printed"
    case .neverPrintedInside(let name, let isInverted):
      "this is never printed: it stands inside {{\(isInverted ? "#" : "^")\(name)}}, which says the opposite"
    case .elementUnused(let name): "the section \"\(name)\" prints the same for every element"
    case .neverShown(let names): "the template never shows " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    case .repeatedField(let name, let shape): "the shape \"\(shape)\" has the field \"\(name)\" twice"
    case .misplaced(let name, let place): "\"\(name)\" cannot stand \(place.words)"
    case .unlikely(let warning): warning.words
    case .bracketAfterText: "a \"[\" directly after a value could turn the value's \"!\" into an image"
    case .sectionChangesPlace(let name, let dialect):
      "the section \"\(name)\" must end in the same place of the \(dialect.words) in which it begins"
    case .requirementUnknown(let name, let shape, _):
      "the program requires \"\(name)\", which is not a field of \(shape)"
    case .requirementMissing(let name, _): "the template must place \"\(name)\""
    case .requirementPartMissing(let name, let whole, _):
      "the section \"\(whole)\" must print \"\(name == "." ? "{{.}}" : name)\" for every element"
    case .requirementHidden(let name, _): "\"\(name)\" must be placed where no condition can hide it"
    }
  }

  var remedy: String? {
    switch self {
    case .templateTooLong, .tooMuchPlaced, .tooManyPlaced, .tooManySections, .tooManyPartials:
      "split or simplify the template"
    case .notUTF8: "save the file as UTF-8"
    case .unclosedTag(let end): "add \"\(end)\""
    case .badName(_, let near) where !near.isEmpty: "did you mean \"\(near[0])\"?"
    case .badName: "a name is letters, digits, \"_\" or \"-\"; dots lead into a record: \"patient.name\""
    case .dynamicName: "write the name of the template, and choose among several with sections"
    case .badDelimiters: "write for example {{=<% %>=}}"
    case .strayTagEnd: "begin the tag with two braces; to print braces, change the delimiters: {{=<% %>=}}"
    case .looksLikeTag(let name): "write {{\(name)}}"
    case .delimitersInText: "change the delimiters back before it: {{=<% %>=}} … <%={{ }}=%>"
    case .thirdBrace(let name): "write {{\(name)}}"
    case .tagInComment: "take the tag out of the comment"
    case .unusedPartial(let name): "include it with {{> \(name)}}, or remove the file"
    case .tooManyFaults: "correct these and check again"
    case .blockUnknown(let name, _, let known):
      NearestNames.question(for: name, among: known)
        ?? (known.isEmpty ? "it has no blocks at all" : "its blocks: " + known.joined(separator: ", "))
    case .ignoredInParent: "put it into a block of the parent, or outside of the parent tag"
    case .blockOverriddenTwice: "remove one of the two"
    case .blockNeverReached: "override only the outer or only the inner block"
    case .unclosedSection(let name): "close it with {{/\(name)}}"
    case .mismatchedSection(let open, _): "write {{/\(open)}}"
    case .straySectionEnd: "remove the tag, or open the section before it"
    case .unknownTemplate(let name, let known): NearestNames.question(for: name, among: known)
    case .unknownDialect: "let it end with " + Dialect.allCases.map { "\"\($0.suffix)\"" }.joined(separator: ", ")
    case .unknownPartial(let name, _, let known): NearestNames.question(for: name, among: known)
    case .partialCycle: "remove one of the partial tags"
    case .unknownName(let name, _, let known):
      NearestNames.question(for: name, among: known)
        ?? (known.count > 12 || known.isEmpty ? nil : "known here: " + known.joined(separator: ", "))
    case .nameOutOfScope(let name, _, let elsewhere, let near):
      FaultWords.scope(of: name, elsewhere) + (near.first.map { ", or did you mean \"\($0)\"?" } ?? "")
    case .nameNearOutOfScope(_, _, let near, let elsewhere):
      "did you mean \"\(near)\" of \(elsewhere.record)? " + FaultWords.scope(of: near, elsewhere)
    case .sectionMisnamed(_, let closing, _):
      "write \"\(closing)\", as in the closing tag {{/\(closing)}}"
    case .unknownImplicit: "write the name of a field"
    case .variableOfWrongKind(_, _, .question(let name)): "ask about it with {{#\(name)}}…{{/\(name)}}"
    case .variableOfWrongKind(_, _, .loop(let name)): "go through it with {{#\(name)}}…{{/\(name)}}"
    case .variableOfWrongKind(_, _, .fields(let names)):
      names.isEmpty ? nil : "print one of its fields, such as {{\(names[0])}}"
    case .sectionOfWrongKind(let name, _): "print it with {{\(name)}}"
    case .pathThrough(let name, let rest, _, _): "write {{#\(name)}}…{{\(rest)}}…{{/\(name)}}"
    case .optionalWithoutFallback(let name):
      "write {{#\(name)}}{{\(name)}}{{/\(name)}}{{^\(name)}}what to print without it{{/\(name)}}"
    case .rawText(let name): "write {{\(name)}}"
    case .wrongDialect: nil
    case .neverPrinted: "remove the section"
    case .neverPrintedInside(let name, _): "close {{/\(name)}} before it, or remove it"
    case .elementUnused(let name):
      "print a field of the element; what is to be printed without any stands in {{^\(name)}}…{{/\(name)}}"
    case .neverShown: "add what the reader would miss"
    case .repeatedField: "remove one of the two from the program"
    case .misplaced(let name, let place): place.remedy(name)
    case .unlikely(let warning): warning.remedy
    case .bracketAfterText: "put a space before the \"[\""
    case .sectionChangesPlace(_, .html): "open and close elements and quotes inside one section"
    case .sectionChangesPlace: "open and close code, links and \"<\" inside one section"
    case .requirementUnknown(let name, _, let known):
      NearestNames.question(for: name, among: known) ?? "correct the requirement in the program"
    case .requirementMissing(let name, let why): "\(why); add {{#\(name)}} or {{\(name)}}"
    case .requirementPartMissing(let name, let whole, let why):
      "\(why); write {{\(name)}} inside {{#\(whole)}}, outside of other sections"
    case .requirementHidden(_, let why):
      "\(why); move it out of the section, or place it in the inverted section as well"
    }
  }
}

/// Parts of sentences.
private enum FaultWords {
  /// Where a name can be used.
  static func scope(of name: String, _ place: FieldIndex.Place) -> String {
    if place.sections.isEmpty { return "it can be used outside of all sections" }
    let open = place.sections.map { "{{#\($0)}}" }.joined()
    let close = place.sections.reversed().map { "{{/\($0)}}" }.joined()
    return "it can be used inside \(open)…\(close)"
  }
}

extension Finding.Related.Role {
  var message: String {
    switch self {
    case .opened(let name): "the section \"\(name)\" is opened here"
    case .endOfTemplate: "the template ends here"
    case .closedInside: "it should be closed before this tag"
    case .hiddenBy(let name): "the section \"\(name)\" can hide it"
    case .includedBy(let name): "included here as partial \"\(name)\""
    case .inheritedBy(let name): "included here as parent \"\(name)\""
    case .fillsBlock(let name): "placed here in the block \"\(name)\""
    case .firstOverride: "it is overridden here first"
    }
  }
}
