import Markup

/// The text of the paragraphs of a note or a message, parted by "\n"; spans are joined.
struct ODSParagraphs {
  private var bytes: [UInt8] = []
  private var paragraphs = 0
  private var isOpen = false
  private let limit: Int

  /// - Parameter limit: bytes of the longest text.
  init(limit: Int) { self.limit = limit }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.paragraph, ODSName.heading:
      if paragraphs > 0 { bytes.append(UInt8(ascii: "\n")) }
      paragraphs += 1
      isOpen = true
    case ODSName.space where isOpen:
      let count = min(max(element.integer(ODSName.count) ?? 1, 0), limit)
      guard bytes.count + count <= limit else { throw tooLong }
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    case ODSName.tab where isOpen: bytes.append(UInt8(ascii: "\t"))
    case ODSName.lineBreak where isOpen: bytes.append(UInt8(ascii: "\n"))
    default: break
    }
  }

  mutating func end(_ token: Int32) {
    if token == ODSName.paragraph || token == ODSName.heading { isOpen = false }
  }

  mutating func text(_ piece: borrowing Span<UInt8>) throws(MarkupError) {
    guard isOpen else { return }
    guard bytes.count + piece.count <= limit else { throw tooLong }
    bytes.append(copying: piece)
  }

  /// The text so far; it is empty then.
  mutating func finish() -> String {
    defer {
      bytes.removeAll(keepingCapacity: true)
      paragraphs = 0
      isOpen = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var tooLong: MarkupError {
    MarkupError(.tooLong, detail: "a note or message is longer than \(limit) bytes")
  }
}
