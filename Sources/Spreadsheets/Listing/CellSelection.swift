/// Which sheets and cells are listed (`svodka cells --sheet … --range …`).
package struct CellSelection: Sendable {
  /// Names or numbers, counted from 1, as they were asked for; empty for all sheets.
  package let sheets: [String]
  /// Nil for all cells.
  package let range: CellRange?
  /// The names of all sheets that came by.
  package private(set) var present: [String] = []
  private var found: Set<String> = []
  private var wanted: Set<String> = []

  package init(sheets: [String] = [], range: CellRange? = nil) {
    self.sheets = sheets
    self.range = range
  }

  /// Whether the sheet that begins is listed.
  package mutating func takes(_ heading: SheetHeading) -> Bool {
    present.append(heading.name)
    let number = String(present.count)
    let matching = sheets.filter { $0 == heading.name || $0 == number }
    found.formUnion(matching)
    guard sheets.isEmpty || !matching.isEmpty else { return false }
    wanted.insert(heading.name)
    return true
  }

  /// The sheets that were asked for and are not there, once the workbook was read.
  package var missing: [String] { sheets.filter { !found.contains($0) } }

  /// Whether what is known in a sheet, or in the whole workbook, is listed.
  package func takes(sheet name: String?) -> Bool {
    name.map { sheets.isEmpty || wanted.contains($0) } ?? true
  }

  package func takes(_ address: CellAddress?) -> Bool {
    guard let range, let address else { return true }
    return range.contains(address)
  }

  package func takes(_ other: CellRange) -> Bool {
    guard let range else { return true }
    return range.first.row <= other.last.row && other.first.row <= range.last.row
      && range.first.column <= other.last.column && other.first.column <= range.last.column
  }

  package func takes(rows: ClosedRange<Int>) -> Bool {
    range.map { rows.overlaps($0.first.row...$0.last.row) } ?? true
  }

  package func takes(columns: ClosedRange<Int>) -> Bool {
    range.map { columns.overlaps($0.first.column...$0.last.column) } ?? true
  }

  package func takes(_ fact: SheetFact) -> Bool {
    switch fact {
    case .merge(let merge): takes(merge)
    case .hiddenRows(let rows): takes(rows: rows)
    case .hiddenColumns(let columns): takes(columns: columns)
    case .notice(let notice): takes(notice.address)
    case .comment(let comment): takes(comment.address)
    case .validation(let validation): validation.ranges.contains { takes($0) }
    case .protection: true
    }
  }
}
