extension XLSXSheetSplicer {
  /// Children of a worksheet that stand behind `legacyDrawing` (CT_Worksheet). An alternative
  /// behind the cells holds form controls or objects.
  private static let behindDrawing = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
  ]

  /// An element beside the rows.
  mutating func child(_ tag: ScannedTag) throws(AnnotationRefusal) {
    if isNamed(tag, "sheetData") {
      guard !hasData else { throw refusal("holds two tables of cells") }
      hasData = true
      if tag.kind == .empty { try fill(tag) }
    } else if isNamed(tag, "dimension") {
      dimension = tag
    } else if isNamed(tag, "sheetFormatPr") {
      columns.take(tag, in: bytes)
    } else if isNamed(tag, "legacyDrawing") {
      legacyDrawing = tag
    } else if drawingPlace == nil, hasData, isBehindDrawing(tag) {
      drawingPlace = tag.range.lowerBound
    }
  }

  private func isBehindDrawing(_ tag: ScannedTag) -> Bool {
    Self.behindDrawing.contains { isNamed(tag, $0) }
      || bytes[tag.name].suffix("AlternateContent".utf8.count).elementsEqual(
        "AlternateContent".utf8)
  }

  /// Rows in a table of cells that has none.
  private mutating func fill(_ tag: ScannedTag) throws(AnnotationRefusal) {
    let rows = try newRows(before: .max)
    guard !rows.isEmpty else { return }
    splices.replace(
      tag.range.upperBound - 2..<tag.range.upperBound,
      Array(">".utf8) + rows + "</\(prefix)sheetData>".utf8)
  }

  /// - Parameter place: of the root's end tag.
  mutating func finish(at place: Int) throws(AnnotationRefusal) {
    guard hasData else { throw refusal("holds no table of cells") }
    if drawingPlace == nil { drawingPlace = place }
    widenDimension()
  }

  private mutating func widenDimension() {
    guard let tag = dimension, let text = tag.value(of: "ref", in: bytes),
      let range = CellRange(text), !added.isEmpty
    else { return }
    let rows = added.map(\.row) + [range.first.row, range.last.row]
    let columns = added.map(\.column) + [range.first.column, range.last.column]
    let first = CellAddress(row: rows.min() ?? 1, column: columns.min() ?? 1)
    let last = CellAddress(row: rows.max() ?? 1, column: columns.max() ?? 1)
    guard first != range.first || last != range.last else { return }
    splices.set("ref", first == last ? "\(first)" : "\(first):\(last)", of: tag, in: bytes)
  }

  /// Leads from the sheet to the drawings of its comments.
  /// - Parameter relation: its identifier, in the namespace of relations.
  mutating func addDrawing(_ relation: String, namespace: String) {
    guard let place = drawingPlace else { return }
    let bound = root.prefix(of: namespace, in: bytes)
    let head = bound == nil ? " xmlns:r=\"\(namespace)\"" : ""
    splices.insert(
      Array("<\(prefix)legacyDrawing\(head) \(bound ?? "r:")id=\"\(relation)\"/>".utf8), at: place)
  }
}
