/// The row that was begun last.
struct XLSXRowPlace {
  /// From 1; 0 before the first.
  var number = 0
  var tag: ScannedTag?
  /// The format of the cells that it does not have; nil where the columns' counts.
  var style: Int?
  /// Whether any of its cells is to be changed.
  var isWanted = false
}

extension XLSXSheetSplicer {
  /// A row without a number follows the one before.
  mutating func startRow(_ tag: ScannedTag) throws(AnnotationRefusal) {
    let number = try self.number(of: tag) ?? row.number + 1
    guard number > row.number else {
      throw refusal("row \(number) stands behind row \(row.number)")
    }
    try addRows(before: number, at: tag.range.lowerBound)
    row = XLSXRowPlace(number: number, tag: tag)
    guard nextRow < rows.count, rows[nextRow].row == number else { return }
    row.isWanted = true
    if tag.value(of: "customFormat", in: bytes).map({ $0 == "1" || $0 == "true" }) ?? false {
      row.style = tag.value(of: "s", in: bytes).flatMap { Int($0) }
    }
    column = 0
    nextColumn = 0
    lastCellEnd = tag.range.upperBound
    guard tag.kind == .empty else { return }
    let cells = try newCells(before: .max)
    splices.replace(
      tag.range.upperBound - 2..<tag.range.upperBound,
      Array(">".utf8) + cells + "</\(prefix)row>".utf8)
    leaveRow()
  }

  private func number(of tag: ScannedTag) throws(AnnotationRefusal) -> Int? {
    guard let text = tag.value(of: "r", in: bytes) else { return nil }
    guard let number = Int(text), number > 0 else { throw refusal("a row has the number \(text)") }
    return number
  }

  /// A cell without an address follows the one before.
  mutating func cell(_ tag: ScannedTag) throws(AnnotationRefusal) {
    guard row.isWanted else { return }
    var place = CellAddress(row: row.number, column: column + 1)
    if let text = tag.value(of: "r", in: bytes) {
      guard let address = CellAddress(text), address.row == row.number, address.column > column
      else { throw refusal("a cell \(text) stands out of order in row \(row.number)") }
      place = address
    }
    try addCells(before: place.column, at: tag.range.lowerBound)
    column = place.column
    if tag.kind == .empty { lastCellEnd = tag.range.upperBound }
    let columns = rows[nextRow].columns
    guard nextColumn < columns.count, columns[nextColumn] == place.column else { return }
    nextColumn += 1
    let style = tag.value(of: "s", in: bytes).flatMap { Int($0) } ?? 0
    if let number = try format(of: place, insteadOf: style) {
      splices.set("s", "\(number)", of: tag, in: bytes)
    }
  }

  /// The format that a cell is to have; nil for the one that it has.
  private mutating func format(
    of cell: CellAddress, insteadOf style: Int
  ) throws(AnnotationRefusal) -> Int? {
    let fill = book.fill(of: style)
    if let level = fills.wanted[cell] {
      before[cell] = fill
      return fill.level == level ? nil : try book.style(style, filled: XLSXFill(level))
    }
    guard fill.level != nil, let old = fills.cleared[cell] else { return nil }
    return try book.style(style, filled: old)
  }

  /// Adds the cells of the row that stand before a column and are not there.
  mutating func addCells(before column: Int, at place: Int) throws(AnnotationRefusal) {
    guard row.isWanted else { return }
    let cells = try newCells(before: column)
    if !cells.isEmpty { splices.insert(cells, at: place) }
  }

  private mutating func newCells(before column: Int) throws(AnnotationRefusal) -> [UInt8] {
    var cells: [UInt8] = []
    let columns = rows[nextRow].columns
    while nextColumn < columns.count, columns[nextColumn] < column {
      let address = CellAddress(row: rows[nextRow].row, column: columns[nextColumn])
      nextColumn += 1
      // A cell that is not there has no fill of ours to lose.
      guard fills.wanted[address] != nil else { continue }
      let style = row.style ?? self.columns.style(of: address.column)
      let number = try format(of: address, insteadOf: style) ?? style
      cells += Array("<\(prefix)c r=\"\(address)\" s=\"\(number)\"/>".utf8)
      added.append(address)
    }
    return cells
  }

  /// Goes on to the next row that is wanted.
  mutating func leaveRow() {
    guard row.isWanted else { return }
    widenSpans()
    row.isWanted = false
    row.style = nil
    nextRow += 1
    nextColumn = 0
  }

  /// Some programs believe what a row says of the columns that it holds.
  private mutating func widenSpans() {
    guard let tag = row.tag, let text = tag.value(of: "spans", in: bytes) else { return }
    let ends = text.split(separator: ":").compactMap { Int($0) }
    let mine = added.filter { $0.row == row.number }.map(\.column)
    guard ends.count == 2, let first = mine.min(), let last = mine.max(),
      first < ends[0] || last > ends[1]
    else { return }
    splices.set("spans", "\(min(first, ends[0])):\(max(last, ends[1]))", of: tag, in: bytes)
  }

  /// Adds the rows that stand before a row and are not there.
  mutating func addRows(before number: Int, at place: Int) throws(AnnotationRefusal) {
    let rows = try newRows(before: number)
    if !rows.isEmpty { splices.insert(rows, at: place) }
  }

  mutating func newRows(before number: Int) throws(AnnotationRefusal) -> [UInt8] {
    var new: [UInt8] = []
    while nextRow < rows.count, rows[nextRow].row < number {
      nextColumn = 0
      let cells = try newCells(before: .max)
      if !cells.isEmpty {
        new += Array("<\(prefix)row r=\"\(rows[nextRow].row)\">".utf8) + cells
        new += Array("</\(prefix)row>".utf8)
      }
      nextRow += 1
    }
    return new
  }
}
