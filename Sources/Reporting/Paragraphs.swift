import Documents

/// Fixed paragraphs of a pack as a block: one that begins with a small letter is an item of the
/// list that the paragraph before it opens.
enum Paragraphs {
  static func block(_ texts: [String]) -> TemplateValue {
    .block(
      .paragraphs(
        texts.map { text in
          Paragraph(text, style: isItem(text) ? .listItem : .body)
        }))
  }

  /// The same paragraphs as records, for a document that numbers them itself: `text`, `is_item`,
  /// and `number`, an item's place in its list from 1 (0 for a paragraph that is no item).
  static func lines(_ texts: [String]) -> [TemplateRecord] {
    var number = 0
    return texts.map { text in
      number = isItem(text) ? number + 1 : 0
      return ["text": .text(text), "is_item": .flag(isItem(text)), "number": .count(number)]
    }
  }

  static func isItem(_ text: String) -> Bool { text.first?.isLowercase ?? false }
}
