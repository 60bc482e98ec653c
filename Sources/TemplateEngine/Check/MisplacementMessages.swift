/// The words for a place where a value cannot stand; see `Fault.misplaced`.
extension Misplacement {
  /// Goes on after `"name" cannot stand`.
  var words: String {
    switch self {
    case .afterAmpersand: "directly after \"&\", where it could become another character"
    case .markdownCodeAcrossLines: "in code that does not begin and end on its line"
    case .markdownCodePipe: "in code with a \"|\", which in a table would end it"
    case .markdownCodeTable:
      "in code here: the line may be the row of a table or not, and code is written differently there"
    case .markdownCodeInLabel: "in code after a \"[\" that begins the line: it could define where links lead"
    case .markdownCodeUnclear: "in code here: another backtick before makes it unclear where code begins and ends"
    case .markdownIndentedCode: "after so many spaces: they make the line code, where nothing can be escaped"
    case .markdownFenceInfo: "on the line that opens a code block"
    case .markdownFenceUnclear: "here: it is not clear whether the code block goes on up to this line"
    case .markdownDefinition: "in the definition of a link"
    case .markdownDefinitionTitle: "below the definition of a link, where it could become a title that is not shown"
    case .markdownLabel: "in the label of a link's definition, which is not shown"
    case .markdownTableCell(let columns):
      "in this cell: the table has \(columns == 1 ? "1 column" : "\(columns) columns"), and what stands beyond is not shown"
    case .markdownTableLoop:
      "in a row that goes on with the next element: cells beyond the columns of the table are not shown"
    case .markdownLinkOpen: "in an address that does not end with \")\" on its line"
    case .markdownLinkUnclear: "in an address here: it is not clear whether this is a link"
    case .markdownLinkTitle: "behind the address of a link, in its title"
    case .markdownAngle: "after \"<\", inside a tag or an address"
    case .markdownRaw: "in raw HTML: a Markdown template cannot escape it there"
    case .markdownAfterBackslash: "directly after a backslash, which would undo its escaping"
    case .markdownAfterBracket: "directly after \"]\", where it could become the address of a link"
    case .addressBeginning: "behind this beginning of an address: together they could be a script"
    case .addressAfterValue: "where another value or a \":\" could go on with it: together they could be a script"
    case .addressHost: "in the host of an address: it would choose where the link leads"
    case .addressScheme: "in an address that does not begin with http:, https:, mailto: or tel:"
    case .addressUnclear: "in this address: it is not clear what its beginning means"
    case .htmlTag: "inside a tag outside the quotes of an attribute"
    case .htmlUnquoted: "in an attribute without quotes"
    case .htmlComment: "in a comment or a declaration"
    case .htmlCharacterData: "in a CDATA section: nothing can be escaped there"
    case .htmlUnclear: "here: it is not clear how HTML reads the template up to this place"
    case .htmlAddressList: "in an attribute that holds a list of addresses"
    case .htmlLoader(let name): "in an address of \"\(name)\": it decides what the page loads or where its links lead"
    case .htmlMeta: "in this <meta>: it could make the page load another one"
    case .htmlPower(let name): "in the attribute \"\(name)\": it decides what the page may do"
    case .htmlScriptAttribute: "in an attribute that holds a script"
    case .htmlStyleAttribute: "in a style attribute"
    case .htmlRawElement(let name): "inside <\(name)>: nothing can be escaped there"
    case .htmlMarkupInAttribute: "in an attribute: markup is for the text of an element"
    case .htmlMarkupInText(let name): "inside <\(name)>: only text can"
    case .svgPaint(let name): "in the attribute \"\(name)\": with \"url(…)\" it could load something"
    case .svgAnimation(let name): "in the attribute \"\(name)\": an animation could write an address with it"
    }
  }

  func remedy(_ name: String) -> String? {
    switch self {
    case .afterAmpersand: "write \"&amp;\" for a plain \"&\""
    case .htmlUnquoted: "put double quotes around {{\(name)}}"
    case .markdownAfterBackslash: "write \"\\\\\" for a backslash"
    case .markdownAfterBracket: "put a space before {{\(name)}}"
    case .markdownAngle: "write \"\\<\" for a plain \"<\""
    case .markdownCodeAcrossLines: "put the backticks on the line of {{\(name)}}; \"\\`\" is a plain backtick"
    case .markdownCodePipe: "write \"\\|\" for a pipe in code, or end the code before it"
    case .markdownCodeTable: "begin every row of the table with \"|\", or put a blank line around the paragraph"
    case .markdownCodeInLabel: "write a word before the \"[\""
    case .markdownCodeUnclear: "write \"\\`\" for a plain backtick, and put spaces between code and the tags beside it"
    case .markdownIndentedCode: "indent by at most three spaces, or put {{\(name)}} in a fenced code block"
    case .markdownFenceInfo: "put it on a line of its own inside the block"
    case .markdownFenceUnclear:
      "give every line of the block the indentation of its fence; keep tags out of the fence's own lines"
    case .markdownDefinitionTitle: "put an empty line below the definition"
    case .markdownLabel: "write a word before the \"[\", or \"\\[\" for a plain bracket"
    case .markdownTableCell: "add a column to the head and to the row of hyphens, or write it in another cell"
    case .markdownTableLoop: "put the tags of the section on lines of their own"
    case .markdownLinkOpen: "close the parenthesis on the line of {{\(name)}}"
    case .markdownLinkUnclear: "write \"[text](\" on one line, with no other brackets in the text"
    case .markdownLinkTitle: "write it in the text of the link"
    case .addressBeginning: "begin the address with \"https://\", \"/\" or \"#\", or with {{\(name)}} itself"
    case .addressAfterValue: "put a \"/\", \"?\" or \"#\" behind the value that begins the address"
    case .addressHost: "write the host and a \"/\" before {{\(name)}}, or let {{\(name)}} be the whole address"
    case .addressUnclear: "begin the address with a plain \"https://\", \"/\" or \"#\""
    case .htmlCharacterData: "write it outside of \"<![CDATA[\" and \"]]>\""
    case .htmlMeta: "write \"name=\" or \"property=\" before \"content=\", and no \"http-equiv=\""
    case .svgPaint: "use a class, and say in a style sheet how it looks"
    default: nil
    }
  }
}

/// The words for what is allowed but most likely not meant; see `Fault.unlikely`.
extension PlaceWarning.Kind {
  var fault: TemplateFaultKind { if self == .rawHTML { .rawHTML } else { .brokenTable } }

  var words: String {
    switch self {
    case .rowWithoutTable:
      "this row stands in no table: a table is a head, a row of hyphens and rows, without empty lines"
    case .rowAfterTable: "this row stands in no table from the second element on: the table ends inside the section"
    case .tableAfterTable: "from the second element on this table goes on with the one of the element before"
    case .rawHTML: "raw HTML is left out of the page"
    case .tableWithoutHead: "this is no table: a row of hyphens needs a head on the line above"
    case .tableRow(let cells, let columns):
      "the row has \(PlaceWarning.Kind.count(cells, "cell")) and the table \(PlaceWarning.Kind.count(columns, "column"))"
    case .tableHead(let cells, let rule):
      "this is no table: the head has \(PlaceWarning.Kind.count(cells, "cell")) and the row of hyphens \(rule)"
    }
  }

  var remedy: String {
    switch self {
    case .rowWithoutTable: "remove the empty line before the row, or write a head and \"|---|\" above it"
    case .rowAfterTable: "let the section end with the row: no empty line and no other block behind it"
    case .tableAfterTable: "put an empty line at the end of the section"
    case .rawHTML: "write Markdown, or \"\\<\" for a plain \"<\""
    case .tableWithoutHead: "write the head on the line above, or remove the empty line between"
    case .tableRow, .tableHead: "give every row as many cells as the head has"
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    number == 1 ? "1 \(word)" : number >= 1_000_000 ? "any number of \(word)s" : "\(number) \(word)s"
  }
}
