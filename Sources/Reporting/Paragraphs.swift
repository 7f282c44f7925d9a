import Documents

/// Fixed paragraphs of a pack as a block: one that begins with a small letter is an item of the
/// list that the paragraph before it opens.
enum Paragraphs {
  static func block(_ texts: [String]) -> TemplateValue {
    .block(
      .paragraphs(
        texts.map { text in
          Paragraph(style: isItem(text) ? .listItem : .body, text: text)
        }))
  }

  static func isItem(_ text: String) -> Bool { text.first?.isLowercase ?? false }
}
