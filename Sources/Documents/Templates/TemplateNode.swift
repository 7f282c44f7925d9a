import OpenDocument

/// A node of a template whose tags have been found.
///
/// Text in paragraphs is logical: what office programs write as elements for spaces, tabs and line
/// breaks are characters here, and spans are kept beside the text that they surround. So a tag may
/// be split over any number of spans.
struct TemplateNode: Sendable {
  enum Kind: Sendable {
    /// An element that holds paragraphs somewhere; its children are `children`.
    case element(Element)
    /// A paragraph or heading; its children are its texts, tags and inline elements.
    case paragraph(Element)
    /// An element without paragraphs, as it is: a picture, a field, a column.
    case opaque(Element)
    case text(String)
    /// Index of a tag of the template.
    case tag(Int)
  }

  var kind: Kind
  /// Around inline nodes, from the outermost inwards.
  var spans: [Span] = []
  var children: [TemplateNode] = []
}

/// A span or link around text, its content aside. Texts of one span have equal numbers.
struct Span: Sendable, Hashable {
  var number: Int
  var element: Element
}
