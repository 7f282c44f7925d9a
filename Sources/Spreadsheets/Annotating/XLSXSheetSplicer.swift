/// Changes the formats of some cells of a worksheet, byte by byte, and adds those that it does not
/// have yet (ECMA-376, 18.3.1.99). Whatever else stands in the part is copied as it is.
struct XLSXSheetSplicer {
  let part: String
  let bytes: [UInt8]
  let root: ScannedTag
  /// "x:" or "".
  let prefix: String
  let fills: XLSXCellFills
  let rows: [(row: Int, columns: [Int])]
  var splices = ByteSplices()
  var book: XLSXStyleBook

  /// The place in `rows` of the row, and in its columns of the cell, that come next.
  var nextRow = 0
  var nextColumn = 0
  /// The row and the cell that were begun last.
  var row = XLSXRowPlace()
  var column = 0
  var lastCellEnd = 0
  var hasData = false
  /// Cells that the sheet did not have.
  var added: [CellAddress] = []
  var dimension: ScannedTag?
  /// What the cells that are marked were filled with until now.
  var before: [CellAddress: XLSXFill] = [:]
  var columns = XLSXColumns()
  /// The element that leads to the drawings of comments; nil for none.
  var legacyDrawing: ScannedTag?
  /// Where such an element may stand.
  var drawingPlace: Int?

  /// Elements within one another that a sheet may have; extensions of Excel have some 10.
  private static let deepest = 1_000

  init(
    _ bytes: [UInt8], part: String, fills: XLSXCellFills, book: XLSXStyleBook
  ) throws(AnnotationRefusal) {
    try PartEncoding.check(bytes, part: part)
    var scanner = TagScanner(bytes, part: part)
    guard let root = try scanner.next(), root.kind == .start else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "holds no sheet")
    }
    self.part = part
    self.bytes = bytes
    self.root = root
    let name = String(decoding: bytes[root.name], as: UTF8.self)
    prefix = name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    self.fills = fills
    rows = fills.rows
    self.book = book
  }

  /// - Throws: `.unsplicable` where rows or cells stand out of order, which leaves no place for
  ///   one more.
  mutating func run() throws(AnnotationRefusal) {
    var scanner = TagScanner(bytes, part: part, from: root.range.upperBound)
    var open: [Range<Int>] = [root.name]
    var isInData = false
    while let tag = try scanner.next() {
      guard tag.kind == .end else {
        if open.count == 1 { isInData = isNamed(tag, "sheetData") }
        try opened(tag, depth: open.count, isInData: isInData)
        if tag.kind == .start { open.append(tag.name) }
        guard open.count < Self.deepest else { throw refusal("elements nest too deep") }
        continue
      }
      guard let name = open.popLast(), bytes[name].elementsEqual(bytes[tag.name]) else {
        throw refusal("an end tag without its start at byte \(tag.range.lowerBound)")
      }
      if isInData { try closed(tag, depth: open.count) }
      if open.isEmpty { return try finish(at: tag.range.lowerBound) }
    }
    throw refusal("the part breaks off")
  }

  private mutating func opened(
    _ tag: ScannedTag, depth: Int, isInData: Bool
  ) throws(AnnotationRefusal) {
    switch depth {
    case 1: try child(tag)
    case 2 where isInData && isNamed(tag, "row"): try startRow(tag)
    case 2 where isNamed(tag, "col"): columns.add(tag, in: bytes)
    case 3 where isInData && isNamed(tag, "c"): try cell(tag)
    default: break
    }
  }

  private mutating func closed(_ tag: ScannedTag, depth: Int) throws(AnnotationRefusal) {
    switch depth {
    case 1: try addRows(before: .max, at: tag.range.lowerBound)
    case 2 where isNamed(tag, "row"):
      try addCells(before: .max, at: lastCellEnd)
      leaveRow()
    case 3 where isNamed(tag, "c"): lastCellEnd = tag.range.upperBound
    default: break
    }
  }

  func isNamed(_ tag: ScannedTag, _ name: String) -> Bool {
    bytes[tag.name].elementsEqual((prefix + name).utf8)
  }

  func refusal(_ detail: String) -> AnnotationRefusal {
    AnnotationRefusal(.unsplicable, part: part, detail: detail)
  }

  /// The part as it is to be.
  func result() -> [UInt8] { splices.applied(to: bytes) }
}
