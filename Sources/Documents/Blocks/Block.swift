/// What a `{{ block name }}` tag puts in the place of its paragraph.
package enum Block: Sendable, Hashable {
  case table(Table)
  case chart(Chart)
  case paragraphs([Paragraph])
}

/// A paragraph that the program words, as against one that stands in a template.
package struct Paragraph: Sendable, Hashable {
  /// What the paragraph is; how it looks is the template's business.
  package enum Style: Sendable, Hashable, CaseIterable {
    case heading1
    case heading2
    case heading3
    /// Looks like the paragraph in which the block's tag stands.
    case body
    /// An item of a list with dashes; neighbours make one list.
    case listItem
    /// A remark in smaller type.
    case note
  }

  package var style: Style
  package var text: String
  /// Addresses of the values that the text names, as `svodka trace` takes them. The HTML carries
  /// them and links to the first table cell that shows one; nothing is seen of them in ODT.
  package var evidence: [String]

  package init(_ text: String, style: Style = .body, evidence: [String] = []) {
    self.style = style
    self.text = text
    self.evidence = evidence
  }
}
