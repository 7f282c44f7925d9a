/// A small document of XML as a value: what templates are made of. It keeps what it does not
/// know: prefixes, the order of attributes, white space. Comments and processing instructions
/// are dropped.
package struct MarkupNode: Hashable, Sendable {
  package struct Name: Hashable, Sendable {
    /// The namespace of declarations of namespaces.
    package static let xmlns = "http://www.w3.org/2000/xmlns/"

    /// "" for none.
    package var namespace: String
    /// As the document spells it; "" for none.
    package var prefix: String
    package var local: String

    package init(namespace: String = "", prefix: String = "", local: String) {
      self.namespace = namespace
      self.prefix = prefix
      self.local = local
    }

    /// "text:p".
    package var qualified: String { prefix.isEmpty ? local : "\(prefix):\(local)" }
  }

  package struct Attribute: Hashable, Sendable {
    package var name: Name
    package var value: String

    package init(name: Name, value: String) {
      self.name = name
      self.value = value
    }
  }

  package enum Child: Hashable, Sendable {
    case node(MarkupNode)
    case text(String)
  }

  package var name: Name
  /// In the order of the document, declarations of namespaces first.
  package var attributes: [Attribute]
  package var children: [Child]
  /// Line of the start tag, from 1; 0 for a node that was made.
  package var line: Int

  package init(
    name: Name, attributes: [Attribute] = [], children: [Child] = [], line: Int = 0
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.line = line
  }

  /// The value of an attribute by its qualified name as the document spells it ("text:name").
  package subscript(qualified: String) -> String? {
    get { attributes.first { $0.name.qualified == qualified }?.value }
    set {
      if let position = attributes.firstIndex(where: { $0.name.qualified == qualified }) {
        if let newValue {
          attributes[position].value = newValue
        } else {
          attributes.remove(at: position)
        }
      } else if let newValue {
        let parts = qualified.split(separator: ":", maxSplits: 1).map(String.init)
        let name =
          parts.count == 2 ? Name(prefix: parts[0], local: parts[1]) : Name(local: qualified)
        attributes.append(Attribute(name: name, value: newValue))
      }
    }
  }

  /// The elements among the children.
  package var elements: [MarkupNode] {
    children.compactMap { child in
      if case .node(let node) = child { return node }
      return nil
    }
  }

  /// All text below, joined.
  package var text: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .node(let node): node.text
      }
    }.joined()
  }
}

extension MarkupNode {
  /// Reads a small document whole.
  /// - Throws: its fault with the line; `.tooLarge` beyond `limits.nodes`.
  package init(reading bytes: [UInt8], limits: MarkupLimits = MarkupLimits()) throws(MarkupError) {
    var builder = TreeBuilder(limit: limits.nodes)
    try MarkupReader.read(bytes, limits: limits, keepsNames: true, to: &builder)
    guard let root = builder.root else {
      throw MarkupError(.notWellFormed, detail: "the document has no element")
    }
    self = root
  }
}

/// Builds a tree from the bottom up.
private struct TreeBuilder: MarkupReceiver {
  let limit: Int
  var open: [MarkupNode] = []
  var root: MarkupNode?
  var count = 0
  /// The text that is being read: it comes in pieces, and joining them in the tree would copy it
  /// each time.
  private var pending = ""

  init(limit: Int) { self.limit = limit }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    closeText()
    count += 1 + element.attributeCount
    guard count <= limit else {
      throw MarkupError(.tooLarge, line: element.line, detail: "more than \(limit) nodes")
    }
    var attributes: [MarkupNode.Attribute] = []
    for index in 0..<element.attributeCount {
      if let attribute = element.attribute(at: index) { attributes.append(attribute) }
    }
    open.append(
      MarkupNode(
        name: MarkupNode.Name(
          namespace: element.namespace, prefix: element.prefix, local: element.localName),
        attributes: attributes, line: element.line))
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    closeText()
    guard let done = open.popLast() else { return }
    if open.isEmpty {
      root = done
    } else {
      open[open.count - 1].children.append(.node(done))
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    pending += String(copying: bytes)
  }

  private mutating func closeText() {
    guard !pending.isEmpty else { return }
    if !open.isEmpty { open[open.count - 1].children.append(.text(pending)) }
    pending = ""
  }
}
