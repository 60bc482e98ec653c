/// Links that lead to each other: from a statement to its evidence and back, without a script and without raw HTML in the Markdown.
///
/// The first link to `#evidence.NAME` is itself the place `NAME`. The first link to `#NAME` that opens a list item is itself the place
/// `evidence.NAME`; any other link to `#NAME` whose words are NAME is the place `NAME`: the name of a row that can be linked to. A NAME is letters, digits, hyphens and at least one full stop: no id made from a heading has one.
struct PairedPlaces {
  private static let prefix = Array("#evidence.".utf8)
  private var taken: Set<[UInt8]> = []

  /// Gives the link its id where it is a place; other links stay as they are.
  mutating func mark(_ link: CmarkNode) {
    let destination = link.destination
    let id: [UInt8]
    if destination.starts(with: Self.prefix) {
      id = Array(destination.dropFirst(Self.prefix.count))
    } else if destination.first == UInt8(ascii: "#"), link.opensListItem {
      id = Array(Self.prefix.dropFirst() + destination.dropFirst())
    } else if destination.first == UInt8(ascii: "#"), link.says(destination.dropFirst()) {
      id = Array(destination.dropFirst())
    } else {
      return
    }
    guard Self.isName(id), Self.isName(destination.dropFirst()), taken.insert(id).inserted else { return }
    let target = String(decoding: destination, as: UTF8.self)
    link.replace(withInline: "<a id=\"\(String(decoding: id, as: UTF8.self))\" href=\"\(target)\">", "</a>")
  }

  private static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count <= 100 && bytes.contains(UInt8(ascii: "."))
      && bytes.allSatisfy {
        isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      }
  }
}

extension CmarkNode {
  /// Whether the node holds nothing but the text.
  fileprivate func says(_ text: some Collection<UInt8>) -> Bool {
    guard let only = firstChild, only.next == nil, only.kind == .text else { return false }
    return only.literal.elementsEqual(text)
  }

  /// Whether the node is the first thing that a list item says.
  fileprivate var opensListItem: Bool {
    guard previous == nil, let block = parent, block.kind == .paragraph, block.previous == nil else { return false }
    return block.parent?.kind == .listItem
  }
}
