import Markup

/// The text of the element that is open, which may come in pieces; nothing while none is.
struct XLSXCollectedText {
  private(set) var bytes: [UInt8] = []
  private(set) var isOpen = false
  let limit: Int

  /// - Parameter limit: bytes of the longest text.
  init(limit: Int) { self.limit = limit }

  /// Begins anew.
  mutating func open() {
    bytes.removeAll(keepingCapacity: true)
    isOpen = true
  }

  /// Goes on behind what was collected until `close`.
  mutating func reopen() { isOpen = true }

  mutating func close() { isOpen = false }

  mutating func append(_ piece: borrowing Span<UInt8>) throws(MarkupError) {
    guard isOpen else { return }
    guard bytes.count + piece.count <= limit else {
      throw MarkupError(.tooLong, detail: "a text is longer than \(limit) bytes")
    }
    bytes.append(copying: piece)
  }

  /// The text with the escapes of SpreadsheetML undone and every line ended by "\n".
  var text: String {
    let decoded = XLSXText.decoded(bytes)
    guard decoded.utf8.contains(0x0D) else { return decoded }
    return decoded.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// The text as a formula, without "="; nil for none.
  var formula: String? { XLSXFormulas.formula(bytes.span) }
}
