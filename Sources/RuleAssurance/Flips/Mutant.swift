/// One flip of an inert tree: what was changed, where, and the tree with the change.
package struct Mutant<Value> {
  /// The steps from the root of the rule to the changed node, such as `answers / any 2`.
  package let place: String
  /// The change in words, such as `>= 3 becomes > 3`.
  package let flip: String
  package let value: Value

  init(_ flip: String, _ value: Value, at place: String = "") {
    self.place = place
    self.flip = flip
    self.value = value
  }

  /// The same flip seen from the node above.
  func within<Whole>(_ step: String, _ wrap: (Value) -> Whole) -> Mutant<Whole> {
    let steps = [step, place].filter { !$0.isEmpty }
    return Mutant<Whole>(flip, wrap(value), at: steps.joined(separator: " / "))
  }
}

extension Array {
  func without(_ position: Int) -> [Element] {
    var copy = self
    copy.remove(at: position)
    return copy
  }

  func replacing(_ position: Int, with element: Element) -> [Element] {
    var copy = self
    copy[position] = element
    return copy
  }

  /// The flips of a part of every element, each with the whole list around it.
  func flips<Part>(
    _ step: String, _ part: WritableKeyPath<Element, Part>, _ flips: (Element) -> [Mutant<Part>]
  ) -> [Mutant<[Element]>] {
    enumerated().flatMap { position, element in
      flips(element).map { mutant in
        mutant.within("\(step) \(position + 1)") { flipped in
          var copy = element
          copy[keyPath: part] = flipped
          return replacing(position, with: copy)
        }
      }
    }
  }

  /// The list without one element, for each element of a list of two or more.
  func drops(_ word: String) -> [Mutant<[Element]>] {
    count < 2 ? [] : indices.map { Mutant("\(word) \($0 + 1) dropped", without($0)) }
  }

  /// The list with two neighbours exchanged.
  func exchanges(_ word: String) -> [Mutant<[Element]>] {
    indices.dropFirst().map { position in
      var copy = self
      copy.swapAt(position - 1, position)
      return Mutant("\(word) \(position) and \(position + 1) exchanged", copy)
    }
  }
}
