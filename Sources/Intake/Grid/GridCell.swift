package import ExactNumbers

/// A cell as binding sees it: its content and how it looked, with no memory of the file's format.
package struct GridCell: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// A cell that is there and holds nothing.
    case empty
    case number(ExactNumber)
    case text(String)
    case flag(Bool)
    /// ISO 8601, the day only.
    case date(String)
    /// «#DIV/0!» and its like.
    case error(String)
    /// A formula whose result the file does not store.
    case noResult
    /// Something that the reader could not make out.
    case lost
  }

  package var content: Content
  /// What the file stores, letter by letter.
  package var rawText: String
  package var isFormula: Bool
  /// Whether the number is shown as a percentage: 0.375 is seen as «37,5 %».
  package var showsPercent: Bool
  /// True for a number with more digits than are held: what is here is the nearest.
  package var isShortened: Bool

  package init(
    _ content: Content, rawText: String, isFormula: Bool = false, showsPercent: Bool = false,
    isShortened: Bool = false
  ) {
    self.content = content
    self.rawText = rawText
    self.isFormula = isFormula
    self.showsPercent = showsPercent
    self.isShortened = isShortened
  }

  /// The text, when it is one with more than spaces in it.
  var text: String? {
    guard case .text(let text) = content, Self.isSeen(text) else { return nil }
    return text
  }

  /// Whether there is more than spaces in a text. Nearly all begin with a letter: that is told by
  /// their first byte, and characters are looked at only where it is not.
  private static func isSeen(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let isLetter = (0x21...0x7E).contains(first) || first == 0xD0 || first == 0xD1
    return isLetter || text.contains { !$0.isWhitespace }
  }

  /// Whether a person sees anything in it; lone spaces are nothing.
  var isBlank: Bool {
    switch content {
    case .empty: true
    case .text: text == nil
    case .number, .flag, .date, .error, .noResult, .lost: false
    }
  }
}
