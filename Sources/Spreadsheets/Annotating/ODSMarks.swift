/// Sorts marks by their sheets, and keeps those that find no place.
struct ODSMarks {
  private var targets: [String: [ODSTarget]] = [:]
  private let marks: [WorkbookAnnotation.Mark]
  private(set) var unplaced: [WorkbookAnnotation.Mark] = []

  init(
    _ annotation: WorkbookAnnotation, _ map: ODSContentMap, _ former: ODSFormerCopy,
    limits: SpreadsheetLimits
  ) {
    marks = annotation.marks
    let sheets = Set(map.tables.map(\.name)).subtracting(former.lists)
    for (number, mark) in annotation.marks.enumerated() {
      let cell = mark.place.cell
      guard Self.isInGrid(cell, limits), number < ODSAnnotationLimits.marks,
        sheets.contains(mark.place.sheet)
      else {
        unplaced.append(mark)
        continue
      }
      let comment = mark.comment.map {
        ODSAnnotationLimits.shortened($0, to: ODSAnnotationLimits.comment)
      }
      targets[mark.place.sheet, default: []].append(
        ODSTarget(place: cell, level: mark.level, comment: comment))
    }
    for (sheet, places) in former.fills where sheets.contains(sheet) {
      targets[sheet, default: []] +=
        places.keys.filter { Self.isInGrid($0, limits) }.map { ODSTarget(place: $0) }
    }
  }

  private static func isInGrid(_ cell: CellAddress, _ limits: SpreadsheetLimits) -> Bool {
    (1...min(limits.rows, SheetGrid.rows)).contains(cell.row)
      && (1...min(limits.columns, SheetGrid.columns)).contains(cell.column)
  }

  /// What is to be done on a sheet, in no order.
  func targets(on sheet: String) -> [ODSTarget] { targets[sheet] ?? [] }

  /// Keeps the marks of cells that could not be changed.
  mutating func leave(_ cells: [CellAddress], on sheet: String) {
    guard !cells.isEmpty else { return }
    let cells = Set(cells)
    unplaced += marks.prefix(ODSAnnotationLimits.marks).filter {
      $0.place.sheet == sheet && cells.contains($0.place.cell)
    }
  }
}
