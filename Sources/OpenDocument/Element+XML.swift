extension Element {
  /// The element as a part of a package: declaration, namespaces, UTF-8. Characters that XML
  /// forbids are left out.
  package func xml() -> [UInt8] {
    var root = self
    for prefix in prefixes.sorted() {
      root["xmlns:" + prefix] = Namespaces.name(of: prefix)
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    root.write(to: &text)
    return Array(text.utf8)
  }

  private func write(to text: inout String) {
    text += "<" + name
    for attribute in attributes {
      text += " " + attribute.name + "=\"" + Escape.attribute(attribute.value) + "\""
    }
    guard !children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for node in children {
      switch node {
      case .element(let element): element.write(to: &text)
      case .text(let own): text += Escape.text(own)
      }
    }
    text += "</" + name + ">"
  }

  /// The prefixes that names and formulas within use, but for `xml`, which needs no declaration.
  private var prefixes: Set<String> {
    var found: Set<String> = []
    visit { element in
      for name in [element.name] + element.attributes.map(\.name) {
        if let colon = name.firstIndex(of: ":") { found.insert(String(name[..<colon])) }
      }
      if element["text:formula"]?.hasPrefix("ooow:") == true { found.insert("ooow") }
    }
    return found.subtracting(["xml", "xmlns"])
  }
}
