/// Writes XML as UTF-8. The only place where markup becomes bytes, and so the only one that
/// escapes. It adds no white space of its own; characters that XML cannot hold are left out.
package struct MarkupWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var open: [String] = []
  /// A start tag whose ">" is not written yet, because it may turn out empty.
  private var isInTag = false

  /// - Parameter declaration: whether to begin with `<?xml version="1.0" encoding="UTF-8"?>`.
  package init(declaration: Bool = true) {
    if declaration {
      raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }
  }

  /// Opens an element; `name` is qualified: "text:p".
  package mutating func start(_ name: String, _ attributes: [(String, String)] = []) {
    closeTag()
    raw("<")
    raw(name)
    open.append(name)
    isInTag = true
    for (name, value) in attributes { attribute(name, value) }
  }

  /// Adds an attribute to the element just opened; without one it does nothing.
  package mutating func attribute(_ name: String, _ value: String) {
    guard isInTag else { return }
    raw(" ")
    raw(name)
    raw("=\"")
    escape(value, inAttribute: true)
    raw("\"")
  }

  /// Closes the element opened last; without one it does nothing.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if isInTag {
      raw("/>")
      isInTag = false
    } else {
      raw("</")
      raw(name)
      raw(">")
    }
  }

  /// Closes the element opened last with an end tag even when it is empty, as HTML needs it: a
  /// browser reads `<p/>` as `<p>`.
  package mutating func endWithTag() {
    closeTag()
    end()
  }

  package mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    closeTag()
    escape(text, inAttribute: false)
  }

  /// An element with nothing but text.
  package mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], text: String = ""
  ) {
    start(name, attributes)
    self.text(text)
    end()
  }

  /// A node with all that is in it.
  package mutating func node(_ node: MarkupNode) {
    start(node.name.qualified)
    for attribute in node.attributes { self.attribute(attribute.name.qualified, attribute.value) }
    for child in node.children {
      switch child {
      case .node(let node): self.node(node)
      case .text(let text): self.text(text)
      }
    }
    end()
  }

  private mutating func closeTag() {
    if isInTag {
      raw(">")
      isInTag = false
    }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"" where inAttribute: raw("&quot;")
      case "\n" where inAttribute: raw("&#10;")
      case "\t" where inAttribute: raw("&#9;")
      case "\r": raw("&#13;")
      default:
        // Char of XML 1.0, production [2].
        let value = scalar.value
        guard value >= 0x20 || value == 0x9 || value == 0xA, value != 0xFFFE, value != 0xFFFF
        else { continue }
        UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
      }
    }
  }
}
