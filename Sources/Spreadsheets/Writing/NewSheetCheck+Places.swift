extension NewSheetCheck {
  func checkMeasures() throws(NewWorkbookError) {
    guard sheet.columns.count <= SheetGrid.columns, sheet.rows.count <= SheetGrid.rows else {
      throw error(
        .place, "",
        "\(sheet.rows.count) rows, \(sheet.columns.count) columns; "
          + "\(SheetGrid.rows) and \(SheetGrid.columns) are possible")
    }
    for (number, column) in zip(1..., sheet.columns)
    where !(column.width > 0 && column.width <= limits.columnWidth) {
      throw error(
        .looks, CellAddress.letters(number),
        "\(column.width) mm wide; up to \(limits.columnWidth) are possible")
    }
    for (number, row) in zip(1..., sheet.rows) {
      if let height = row.height, !(height > 0 && height <= limits.rowHeight) {
        throw error(
          .looks, "\(number)", "\(height) mm high; up to \(limits.rowHeight) are possible")
      }
      guard row.cells.count <= SheetGrid.columns else {
        throw error(.place, "\(number)", "\(row.cells.count) cells are over \(SheetGrid.columns)")
      }
    }
  }

  func checkPlaces() throws(NewWorkbookError) {
    guard (0..<SheetGrid.rows).contains(sheet.frozenRows),
      (0..<SheetGrid.columns).contains(sheet.frozenColumns)
    else {
      throw error(.place, "", "\(sheet.frozenRows) rows, \(sheet.frozenColumns) columns frozen")
    }
    for range in [sheet.printArea, sheet.filter] {
      if let range { try check(range) }
    }
    if let rows = sheet.repeatedRows,
      rows.lowerBound < 1 || rows.upperBound > SheetGrid.rows
    {
      throw error(.place, "", "rows \(rows) are repeated")
    }
    guard sheet.validations.count <= limits.rules, sheet.highlights.count <= limits.rules else {
      throw error(
        .limit, "",
        "\(sheet.validations.count) validations, \(sheet.highlights.count) "
          + "highlights; \(limits.rules) of each are possible")
    }
    for range in sheet.merges + sheet.validations.map(\.range) + sheet.highlights.map(\.range) {
      try check(range)
    }
  }

  func check(_ range: CellRange) throws(NewWorkbookError) {
    guard (1...SheetGrid.rows).contains(range.first.row),
      (1...SheetGrid.columns).contains(range.first.column),
      (range.first.row...SheetGrid.rows).contains(range.last.row),
      (range.first.column...SheetGrid.columns).contains(range.last.column)
    else { throw error(.place, "\(range)", "is no range of a sheet") }
  }

  /// - Returns: the cells under merges, without the upper left ones.
  func checkMerges() throws(NewWorkbookError) -> Set<CellAddress> {
    var taken: Set<CellAddress> = []
    for merge in sheet.merges {
      let (first, last) = (merge.first, merge.last)
      let size = (last.row - first.row + 1) * (last.column - first.column + 1)
      guard size > 1 else { throw error(.place, "\(merge)", "one cell is merged") }
      guard taken.count + size <= limits.cells else {
        throw error(.limit, "\(merge)", "more than \(limits.cells) cells are merged")
      }
      for row in first.row...last.row {
        for column in first.column...last.column
        where !taken.insert(CellAddress(row: row, column: column)).inserted {
          throw error(.place, "\(merge)", "two merges lie over one another")
        }
      }
    }
    return taken.subtracting(sheet.merges.map(\.first))
  }

  func checkApart(_ ranges: [CellRange], _ kind: String) throws(NewWorkbookError) {
    for (index, range) in ranges.enumerated() {
      for other in ranges[..<index] where range.meets(other) {
        throw error(.place, "\(range)", "lies over \(other), another of the \(kind)")
      }
    }
  }
}

extension CellRange {
  fileprivate func meets(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }
}
