import Markup

extension Element {
  /// The element as a part of a package: declaration, namespaces, UTF-8. Characters that XML
  /// forbids are left out.
  package func xml() -> [UInt8] {
    var root = self
    for prefix in prefixes.sorted() {
      root["xmlns:" + prefix] = Namespaces.name(of: prefix)
    }
    var writer = MarkupWriter()
    root.write(to: &writer)
    return writer.bytes
  }

  private func write(to writer: inout MarkupWriter) {
    writer.start(name)
    for attribute in attributes { writer.attribute(attribute.name, attribute.value) }
    for node in children {
      switch node {
      case .element(let element): element.write(to: &writer)
      case .text(let text): writer.text(text)
      }
    }
    writer.end()
  }

  /// The prefixes that names and values within use, but for `xml`, which needs no declaration.
  private var prefixes: Set<String> {
    var found: Set<String> = []
    visit { element in
      for name in [element.name] + element.attributes.map(\.name) {
        if let colon = name.firstIndex(of: ":") { found.insert(String(name[..<colon])) }
      }
      for attribute in element.attributes where Self.prefixedValues.contains(attribute.name) {
        let prefix = attribute.value.prefix { $0 != ":" }
        if Self.valuePrefixes.contains(prefix) { found.insert(String(prefix)) }
      }
    }
    return found.subtracting(["xml", "xmlns"])
  }

  /// Attributes whose values begin with a prefix, and the prefixes that stand there.
  private static let prefixedValues: Set<String> = [
    "text:formula", "table:formula", "table:condition", "style:condition", "config:name",
  ]
  private static let valuePrefixes: Set<Substring> = ["of", "ooo", "ooow"]
}
