import OpenDocument

/// A node of a filled document: what ODT and HTML are both written from.
indirect enum FilledNode: Sendable, Hashable {
  case element(Element, [FilledNode])
  case paragraph(Element, [FilledRun])
  /// Without paragraphs within, as the template has it.
  case opaque(Element)
  /// A block in place of a paragraph like the element.
  case block(Block, like: Element)
}

/// A piece of a paragraph.
struct FilledRun: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// Logical text: spaces, tabs and line ends are meant as they are.
    case text(String)
    case node(FilledNode)
  }

  var content: Content
  /// Around it, from the outermost inwards.
  var spans: [Span]
}
