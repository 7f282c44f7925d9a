/// Texts that many cells of a workbook share, each made once.
struct KeptTexts {
  /// Bytes of the longest text that a `String` holds in itself: making one again costs nothing.
  static let freeBytes = 15

  /// By their place among the shared strings.
  private var texts: [Int: String] = [:]

  /// The text of a cell; nil where it is not shared, or is short.
  mutating func text(at index: Int, in batch: borrowing CellBatch) -> String? {
    guard let place = batch.sharedPlace(at: index) else { return nil }
    if let known = texts[place] { return known }
    guard case .text(let text) = batch.value(at: index), text.utf8.count > Self.freeBytes else {
      return nil
    }
    texts[place] = text
    return text
  }
}
