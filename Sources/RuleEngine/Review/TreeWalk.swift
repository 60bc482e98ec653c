/// Visits every node of an inert tree: conditions, quantities, queries, ids, texts.
///
/// It goes by reflection, so that a case that is added to the language is visited, hashed and checked without a line here.
package enum TreeWalk {
  /// Calls `visit` for the value and everything in it, parents first; a branch is left out where `visit` returns false.
  package static func visit(_ value: Any, _ visit: (Any) -> Bool) {
    guard visit(value) else { return }
    for child in Mirror(reflecting: value).children { TreeWalk.visit(child.value, visit) }
  }

  /// Every value of one type, in the order of the tree.
  package static func all<Wanted>(_ type: Wanted.Type, in value: Any) -> [Wanted] {
    var found: [Wanted] = []
    visit(value) { node in
      if let node = node as? Wanted { found.append(node) }
      return !(node is String)
    }
    return found
  }
}
