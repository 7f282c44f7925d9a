import Markup

/// The text of one property of a workbook, which may come in pieces.
struct PropertyText {
  /// Bytes of the longest property that is kept: LibreOffice names itself in some 100.
  static let limit = 300

  /// The element that is open; 0 for none.
  private(set) var token: Int32 = 0
  private var bytes: [UInt8] = []
  private var isTooLong = false

  mutating func begin(_ token: Int32) {
    self.token = token
    bytes.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  mutating func append(_ piece: borrowing Span<UInt8>) {
    guard token != 0, !isTooLong else { return }
    isTooLong = bytes.count + piece.count > Self.limit
    if !isTooLong { bytes.append(copying: piece) }
  }

  /// The whole text; nil when no element is open, it has no text or too much of it.
  mutating func finish() -> String? {
    defer { token = 0 }
    guard token != 0, !isTooLong, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
