/// An element of an OpenDocument part (or of HTML and SVG), as a value.
///
/// Names are written with the customary prefix of their namespace (`text:p`); `Namespaces` knows
/// them. Attributes keep their order, so that equal values give equal bytes.
package struct Element: Sendable, Hashable {
  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: String
  }

  package enum Node: Sendable, Hashable {
    case element(Element)
    /// Characters as they are meant; only the writer escapes.
    case text(String)
  }

  package var name: String
  package private(set) var attributes: [Attribute]
  package var children: [Node]

  /// Attributes whose value is nil are left out.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    self.children = children
  }

  /// An element that holds elements.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], elements: [Element]
  ) {
    self.init(name, attributes, elements.map(Node.element))
  }

  /// An element that holds text.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
  ) {
    self.init(name, attributes, [.text(text)])
  }

  /// The value of an attribute. Setting nil removes it; a new one comes last.
  package subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let place = attributes.firstIndex { $0.name == attribute }
      switch (place, newValue) {
      case (let place?, let value?): attributes[place].value = value
      case (let place?, nil): attributes.remove(at: place)
      case (nil, let value?): attributes.append(Attribute(name: attribute, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The elements among the children.
  package var elements: [Element] {
    children.compactMap { node in
      switch node {
      case .element(let element): element
      case .text: nil
      }
    }
  }

  /// The first child element of that name.
  package func first(_ name: String) -> Element? {
    elements.first { $0.name == name }
  }

  /// All text within, in document order.
  package var text: String {
    children.reduce(into: "") { text, node in
      switch node {
      case .element(let element): text += element.text
      case .text(let own): text += own
      }
    }
  }

  /// Calls `body` for this element and all within, in document order.
  package func visit(_ body: (Element) -> Void) {
    body(self)
    for element in elements { element.visit(body) }
  }
}
