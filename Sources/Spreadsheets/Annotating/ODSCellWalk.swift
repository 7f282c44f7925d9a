/// A cell of a row, perhaps one that stands for several.
struct ODSCellPlace {
  var tag: ODSTag
  var attributes: [ODSAttribute]
  /// Its whole element.
  var range: Range<Int>
  /// Where its closing tag begins.
  var closing: Int
  /// From 1.
  var column: Int
  /// How many cells it stands for, at least 1.
  var repeats: Int
  /// Its own style as it is written.
  var style: String?
  /// Behind its first tag.
  var scanner: ODSTagScanner
}

/// Goes through the cells of a row.
struct ODSCellWalk {
  private var scanner: ODSTagScanner
  /// The column that comes next, from 1.
  private(set) var column = 1

  init(_ row: ODSRow) { scanner = row.scanner }

  /// The next cell; nil behind the last.
  mutating func next() throws(AnnotationRefusal) -> ODSCellPlace? {
    while let tag = try scanner.next() {
      guard tag.name == .cell || tag.name == .coveredCell, tag.shape != .closing else {
        _ = try scanner.skip(tag)
        continue
      }
      let attributes = scanner.attributes(of: tag)
      let inner = scanner
      let (end, closing) = try scanner.skip(tag)
      let repeats = scanner.count(attributes.first(.table, "number-columns-repeated"))
      let cell = ODSCellPlace(
        tag: tag, attributes: attributes, range: tag.range.lowerBound..<end, closing: closing,
        column: column, repeats: repeats,
        style: scanner.name(attributes.first(.table, "style-name")),
        scanner: inner.within(tag.end..<closing))
      column += min(repeats, SheetGrid.columns * 2)
      return cell
    }
    return nil
  }
}
