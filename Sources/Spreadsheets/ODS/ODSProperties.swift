import Markup

/// Reads who made a spreadsheet and when: from `meta.xml`, or in passing from a flat file
/// (OpenDocument 1.3, part 3, 4.3.2). Notes have dates too, so only what stands in `office:meta`
/// counts.
struct ODSProperties: MarkupReceiver {
  private(set) var properties = WorkbookProperties()
  private var isInMeta = false
  private var text = PropertyText()

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSExtraName.meta: isInMeta = true
    case ODSName.generator, ODSName.modified, ODSExtraName.created:
      if isInMeta { text.begin(element.token) }
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if token == ODSExtraName.meta { isInMeta = false }
    guard token != 0, token == text.token, let value = text.finish() else { return }
    switch token {
    case ODSName.generator: properties.producer = value
    case ODSExtraName.created: properties.created = value
    default: properties.modified = value
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) { text.append(bytes) }
}
