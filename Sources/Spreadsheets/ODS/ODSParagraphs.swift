import Markup

/// The text of the paragraphs of a note or a message, parted by "\n"; spans are joined.
struct ODSParagraphs {
  private var bytes: [UInt8] = []
  private var paragraphs = 0
  private var isOpen = false
  /// Spaces that were asked for by number, of all texts together.
  private var spaces = 0
  private let limit: Int

  /// - Parameter limit: bytes of the longest text, and of all spaces that are asked for by number.
  init(limit: Int) { self.limit = limit }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.paragraph, ODSName.heading:
      if paragraphs > 0 { try append(UInt8(ascii: "\n")) }
      paragraphs += 1
      isOpen = true
    case ODSName.space where isOpen:
      let count = max(element.integer(ODSName.count) ?? 1, 0)
      // A few bytes of a file can ask for any number of spaces, once a note.
      guard count <= limit - max(spaces, bytes.count) else { throw tooLong }
      spaces += count
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    case ODSName.tab where isOpen: try append(UInt8(ascii: "\t"))
    case ODSName.lineBreak where isOpen: try append(UInt8(ascii: "\n"))
    default: break
    }
  }

  private mutating func append(_ byte: UInt8) throws(MarkupError) {
    guard bytes.count < limit else { throw tooLong }
    bytes.append(byte)
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
    MarkupError(
      .tooLong, detail: "a note or message is longer than \(limit) bytes, or has as many spaces")
  }
}
