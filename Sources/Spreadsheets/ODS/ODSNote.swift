import Markup

/// The note of a cell while it is read (OpenDocument 1.3, part 3, 14.1).
struct ODSNote {
  private let limits: SpreadsheetLimits
  private var address: CellAddress?
  private var paragraphs: ODSParagraphs
  private var author = PropertyText()
  private var authorName: String?
  private var count = 0

  init(limits: SpreadsheetLimits) {
    self.limits = limits
    paragraphs = ODSParagraphs(limit: limits.textBytes)
  }

  var isOpen: Bool { address != nil }

  mutating func open(at address: CellAddress) {
    self.address = address
    authorName = nil
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    if element.token == ODSExtraName.creator {
      author.begin(element.token)
    } else {
      try paragraphs.start(element)
    }
  }

  /// The whole note when this is its end.
  mutating func end(_ token: Int32) throws(MarkupError) -> CellComment? {
    if token == ODSExtraName.creator { authorName = author.finish() }
    paragraphs.end(token)
    guard token == ODSName.annotation, let place = address.take() else { return nil }
    count += 1
    guard count <= limits.extras else {
      throw MarkupError(.tooLarge, detail: "\(place): more than \(limits.extras) comments")
    }
    return CellComment(address: place, author: authorName, text: paragraphs.finish())
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    author.append(bytes)
    try paragraphs.text(bytes)
  }
}
