package import Markup

extension Element {
  /// The element of a document that was read, with customary prefixes.
  ///
  /// Extensions of office programs are left out, since no other program need know them and the
  /// schema forbids them; what stands in an extension's element is kept. Nil for a root that is
  /// itself no part of OpenDocument.
  package init?(_ node: MarkupNode) {
    guard let name = Self.customaryName(node.name) else { return nil }
    self.init(name)
    for attribute in node.attributes {
      guard let name = Self.customaryName(attribute.name) else { continue }
      self[name] = attribute.value
    }
    children = Self.children(of: node)
  }

  private static func children(of node: MarkupNode) -> [Node] {
    node.children.flatMap { child -> [Node] in
      switch child {
      case .text(let text): return [.text(text)]
      case .node(let inner):
        if let element = Element(inner) { return [.element(element)] }
        // Settings within styles mean nothing without their element.
        return node.name.prefix == "style" ? [] : children(of: inner)
      }
    }
  }

  private static func customaryName(_ name: MarkupNode.Name) -> String? {
    if name.namespace.isEmpty { return name.prefix.isEmpty ? nil : name.qualified }
    return Namespaces.prefix(of: name.namespace).map { "\($0):\(name.local)" }
  }
}
