import Markup
import OpenDocument

extension Element {
  /// Writes the element as HTML: empty elements have an end tag, but for those that never do.
  func writeHTML(to writer: inout MarkupWriter) {
    writer.start(name)
    for attribute in attributes { writer.attribute(attribute.name, attribute.value) }
    for node in children {
      switch node {
      case .element(let element): element.writeHTML(to: &writer)
      case .text(let text): writer.text(text)
      }
    }
    if Self.void.contains(name) {
      writer.end()
    } else {
      writer.endWithTag()
    }
  }

  /// HTML Living Standard, 13.1.2.
  private static let void: Set<String> = ["br", "col", "hr", "img", "meta", "link"]
}
