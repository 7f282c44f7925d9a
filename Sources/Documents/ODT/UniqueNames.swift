import OpenDocument

/// Makes names different that must be: a loop repeats what carries one.
struct UniqueNames {
  private var seen: [String: Set<String>] = [:]

  /// Tables, sections and frames get a number; bookmarks and identifiers stay at their first.
  mutating func renamed(_ element: Element) -> Element? {
    var copy = element
    for attribute in ["table:name", "draw:name"] { number(attribute, in: &copy) }
    switch element.name {
    case "text:section": number("text:name", in: &copy)
    case "text:bookmark", "text:bookmark-start", "text:bookmark-end":
      if !isNew(element["text:name"] ?? "", for: element.name) { return nil }
    default: break
    }
    if let identifier = element["xml:id"], !isNew(identifier, for: "xml:id") {
      copy["xml:id"] = nil
    }
    copy.children = element.children.compactMap { node in
      switch node {
      case .element(let inner): renamed(inner).map(Element.Node.element)
      case .text: node
      }
    }
    return copy
  }

  private mutating func number(_ attribute: String, in element: inout Element) {
    guard let name = element[attribute] else { return }
    var candidate = name
    var count = 1
    while !isNew(candidate, for: attribute) {
      count += 1
      candidate = "\(name) (\(count))"
    }
    element[attribute] = candidate
  }

  private mutating func isNew(_ name: String, for kind: String) -> Bool {
    seen[kind, default: []].insert(name).inserted
  }
}
