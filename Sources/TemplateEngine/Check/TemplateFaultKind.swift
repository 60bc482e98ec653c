/// The kinds of faults of templates: the ids of diagnostics, for tools that filter by them or list them.
public enum TemplateFaultKind: String, Sendable, Hashable, CaseIterable {
  /// It is longer, deeper or larger with its partials than ``TemplateLimits`` allow.
  case templateLimit = "template-limit"
  /// Its bytes are not valid UTF-8.
  case templateNotUTF8 = "template-not-utf8"
  /// `{{name` without `}}`.
  case unclosedTag = "unclosed-tag"
  /// `}}` that closes nothing.
  case strayTagEnd = "stray-tag-end"
  /// A warning: `{name}`, which is printed as it stands.
  case looksLikeTag = "looks-like-tag"
  /// A warning: a tag inside a comment, whose end ends the comment.
  case tagInComment = "tag-in-comment"
  /// `{{}}`, or a name with characters that names do not have.
  case badName = "bad-name"
  /// `{{> *name}}`.
  case dynamicName = "dynamic-name"
  /// `{{=<% =}}`.
  case badDelimiters = "bad-delimiters"
  /// A tag that Mustache does not have.
  /// `{{#name}}` without `{{/name}}`.
  case unclosedSection = "unclosed-section"
  /// `{{#a}}{{/b}}`.
  case mismatchedSection = "mismatched-section"
  /// `{{/name}}` without `{{#name}}`.
  case straySectionEnd = "stray-section-end"
  /// The template to check is not in the set.
  case unknownTemplate = "unknown-template"
  /// The template's name ends as none of the ``Dialect``s does.
  case unknownDialect = "unknown-dialect"
  /// `{{> name}}` or `{{<name}}` of a template that is not in the set.
  case unknownPartial = "unknown-partial"
  /// A partial that includes itself, directly or through others.
  case partialCycle = "partial-cycle"
  /// A warning of ``TemplateSetReview``: no root reaches the template.
  case unusedPartial = "unused-partial"
  /// `{{$name}}` inside `{{<parent}}`, which has no such block.
  case unknownBlock = "unknown-block"
  /// A warning: of two replacements of one block the last counts.
  case blockOverriddenTwice = "block-overridden-twice"
  /// A warning: the block stands inside one that is replaced as well.
  case blockNeverReached = "block-never-reached"
  /// Text or a tag inside `{{<parent}}` that is no block.
  case ignoredInParent = "ignored-in-parent"
  /// A name that no open record has.
  case unknownName = "unknown-name"
  /// A name of a record that is not open at this place.
  case outOfScope = "out-of-scope"
  /// A list that is printed, or a section over a text that is always there.
  case wrongKind = "wrong-kind"
  /// An optional that is printed without saying what stands there when it is absent.
  case optionalWithoutFallback = "optional-without-fallback"
  /// `{{{name}}}` or `{{&name}}` of a text.
  case rawText = "raw-text"
  /// Markup of one dialect in a template of another.
  case wrongDialect = "wrong-dialect"
  /// A warning: `{{^name}}` over what is always there.
  case neverPrinted = "never-printed"
  /// A warning: a section over a list prints the same text for every element.
  case elementUnused = "element-unused"
  /// A warning of ``TemplateSetReview``: no tag prints or asks about a value.
  case neverShown = "never-shown"
  /// A mistake in the program: the shape has one name twice.
  case repeatedField = "repeated-field"
  /// A value inside a script, for example; see <doc:Escaping>.
  case misplacedValue = "misplaced-value"
  /// A section that opens a quote, a tag or code and does not close it.
  case sectionChangesPlace = "section-changes-place"
  /// A warning: a row of a Markdown table that stands in no table, or with other cells than the table has.
  case brokenTable = "broken-table"
  /// A warning: HTML in a Markdown template.
  case rawHTML = "raw-html"
  /// A ``Requirement`` is not met.
  case missingRequirement = "missing-requirement"
  /// There are more faults than ``TemplateLimits/faults``.
  case tooManyFaults = "too-many-faults"

  /// The rule that is broken, as one sentence.
  public var rule: String {
    switch self {
    case .templateLimit: "A template must stay within the limits of size and depth."
    case .templateNotUTF8: "A template must be UTF-8 text."
    case .unclosedTag: "Every tag must be closed."
    case .strayTagEnd: "The end of a tag needs a beginning."
    case .looksLikeTag: "Text should not look like a tag."
    case .tagInComment: "A comment holds no tag: the tag's end would end it."
    case .badName: "A tag must have a name."
    case .dynamicName: "The name of a partial or parent stands in the template, not in the data."
    case .badDelimiters: "A change of delimiters must name two."
    case .unclosedSection: "Every section, parent and block must be closed."
    case .mismatchedSection: "A section must be closed by its own name."
    case .straySectionEnd: "A closing tag needs a section to close."
    case .unknownTemplate: "A template must exist."
    case .unknownDialect: "The ending of a template's name must say what it writes."
    case .unknownPartial: "A partial or parent must exist."
    case .partialCycle: "A template must not include itself."
    case .unusedPartial: "A partial that nothing includes is of no use."
    case .unknownBlock: "What replaces a block needs a block of that name in the parent."
    case .blockOverriddenTwice: "A block is replaced once."
    case .blockNeverReached: "A block inside a replaced block cannot be replaced."
    case .ignoredInParent: "Only blocks may stand inside a parent tag."
    case .unknownName: "A template must use names that exist."
    case .outOfScope: "A name must be used inside the section whose records have it."
    case .wrongKind: "A value must be of the kind that its place expects."
    case .optionalWithoutFallback: "A template must say what is printed when a value is absent."
    case .rawText: "Text that is not trusted can only be printed escaped."
    case .wrongDialect: "Markup must be of the language that the template writes."
    case .neverPrinted: "A section that can never be printed is of no use."
    case .elementUnused: "A section over a list prints something of each element."
    case .neverShown: "A report should show what it is given."
    case .repeatedField: "The fields of a shape have different names."
    case .misplacedValue: "A value must stand where it can be made harmless."
    case .sectionChangesPlace: "A section must end in the same construct in which it begins."
    case .brokenTable: "The rows of a table must stand below its head, with as many cells."
    case .rawHTML: "A Markdown template must do without HTML."
    case .missingRequirement: "What keeps a report safe must be placed where nothing can hide it."
    case .tooManyFaults: "Only the first faults are listed."
    }
  }
}
