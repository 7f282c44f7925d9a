/// Texts that many cells of a workbook share, each made once.
struct KeptTexts {
  /// Bytes of the longest text that a `String` holds in itself: making one again costs nothing.
  static let freeBytes = 15

  /// By their place among the shared strings, as far as they were met; "" for one that was not.
  private var texts: [String] = []

  /// The text of a cell; nil where it is not shared, or is short.
  mutating func text(at index: Int, in batch: borrowing CellBatch) -> String? {
    guard let place = batch.sharedPlace(at: index) else { return nil }
    if place < texts.count, !texts[place].isEmpty { return texts[place] }
    guard case .text(let text) = batch.value(at: index), text.utf8.count > Self.freeBytes else {
      return nil
    }
    if place >= texts.count {
      texts.append(contentsOf: repeatElement("", count: place + 1 - texts.count))
    }
    texts[place] = text
    return text
  }
}
