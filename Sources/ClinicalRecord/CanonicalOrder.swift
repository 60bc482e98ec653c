/// The elements in an order that does not depend on the order of writing.
///
/// - Parameters:
///   - order: a cheap comparison, as of C: below zero, zero or above zero.
///   - content: tells apart what the comparison does not; built only for such elements, and once for each.
func canonical<Element>(
  _ elements: [Element], by order: (Element, Element) -> Int, then content: (Element) -> [String]
) -> [Element] {
  // Most lists were written in order.
  if elements.indices.dropFirst().allSatisfy({ order(elements[$0 - 1], elements[$0]) < 0 }) { return elements }
  // Positions are sorted rather than elements, which hold much that would be counted at each move.
  var result = elements.indices.sorted { order(elements[$0], elements[$1]) < 0 }.map { elements[$0] }
  var start = 0
  while start < result.count {
    var end = start + 1
    while end < result.count, order(result[start], result[end]) == 0 { end += 1 }
    if end - start > 1 {
      let keyed = result[start..<end].map { (key: content($0), element: $0) }
      let sorted = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      result.replaceSubrange(start..<end, with: sorted.map(\.element))
    }
    start = end
  }
  return result
}
