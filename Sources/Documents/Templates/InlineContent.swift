/// The texts and inline elements of a paragraph as they are gathered.
struct InlineContent {
  private(set) var nodes: [TemplateNode] = []
  /// All text so far.
  private(set) var text = ""
  /// Leading white space of a paragraph is none, and of a run of it one space is left.
  private var isAfterSpace = true

  mutating func append(collapsing raw: String, spans: [Span]) {
    var plain = ""
    for scalar in raw.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r":
        if !isAfterSpace { plain.append(" ") }
        isAfterSpace = true
      default:
        plain.unicodeScalars.append(scalar)
        isAfterSpace = false
      }
    }
    add(plain, spans)
  }

  /// Text that stands for itself.
  mutating func append(_ exact: String, spans: [Span]) {
    isAfterSpace = false
    add(exact, spans)
  }

  /// An element within the line. After one that shows text a space counts again.
  mutating func append(_ node: TemplateNode, showsText: Bool) {
    if showsText { isAfterSpace = false }
    nodes.append(node)
  }

  private mutating func add(_ plain: String, _ spans: [Span]) {
    guard !plain.isEmpty else { return }
    text += plain
    nodes.append(TemplateNode(kind: .text(plain), spans: spans))
  }
}
