extension MarkdownConverter {
  /// Puts the drawing in the place of a fenced block `figure NAME`, or marks its text as the figure's text form.
  func rebuildFigure(_ fence: CmarkNode) {
    let keyword = Array("figure ".utf8)
    let info = fence.fenceInfo
    guard info.starts(with: keyword) else { return }
    let name = String(decoding: info.dropFirst(keyword.count), as: UTF8.self)
    if let drawing = figures[name], !drawing.contains(0) {
      fence.replace(withBlock: "<figure>\n" + String(decoding: drawing, as: UTF8.self), "</figure>")
    } else {
      let text = String(decoding: HTMLText.escaped(fence.literal), as: UTF8.self)
      fence.replace(withBlock: "<pre class=\"figure-text\">" + text + "</pre>", "")
    }
  }
}

/// A link or an image.
struct Target {
  var node: CmarkNode
  /// How many nodes enclose it.
  var depth: Int

  /// Leaves links to harmless places alone; of all others, and of images, only the text stays.
  /// - Returns: whether the link is still there.
  func keepsHarmless() -> Bool {
    if node.kind == .link, Self.isHarmless(node.destination) { return true }
    if depth <= Limits.depth {
      node.replace(withInline: "", "")
    } else {
      node.dropDestination()
    }
    return false
  }

  private static func isHarmless(_ destination: [UInt8]) -> Bool {
    if destination.first == UInt8(ascii: "#") { return true }
    let head = destination.prefix(8).map { isLetter($0) ? $0 | 0x20 : $0 }
    return ["http://", "https://", "mailto:"].contains { head.starts(with: $0.utf8) }
  }
}
