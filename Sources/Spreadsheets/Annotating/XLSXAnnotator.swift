/// Writes remarks into the parts of an XLSX file (ECMA-376, part 1, 18).
struct XLSXAnnotator {
  let annotation: WorkbookAnnotation
  let limits: SpreadsheetLimits

  /// Cells that are marked; the rest stands in the list. Who is told of 5,000 cells looks at none.
  static let mostMarks = 5_000

  func annotate(_ bytes: [UInt8]) throws(AnnotationRefusal) -> AnnotatedWorkbook {
    let workbook = try read(bytes)
    var package = try XLSXPackage(bytes, limits: limits)
    let sheets = try XLSXSheetEntries(&package)
    let former = FormerCopy(workbook, list: annotation.list.name)
    var placing = XLSXPlacing(workbook, former: former)
    placing.place(annotation.marks, most: Self.mostMarks)

    var styles = try XLSXStylePart(&package, sheets)
    var kept: [FormerCopy.Mark] = []
    for entry in sheets.entries {
      guard let part = entry.part, !former.lists.contains(entry.name) else { continue }
      var sheet = XLSXAnnotatedSheet(
        name: entry.name, part: part, marks: placing.marks[entry.name]?.cells ?? [:],
        former: former, author: annotation.author, namespace: sheets.namespace)
      try sheet.annotate(&package, &styles.book)
      kept += sheet.kept
      placing.unplaced += sheet.unplaced
    }
    let list = XLSXListSheet(
      list: annotation.list, namespace: sheets.namespace,
      styles: try XLSXListStyles(in: &styles.book), sheets: sheets.names, kept: kept)
    try sheets.put(list.bytes(), named: annotation.list.name, former: former.lists, &package)
    styles.put(&package)
    return AnnotatedWorkbook(bytes: try package.finish(), unplaced: placing.unplaced)
  }

  /// What the reader finds: cells that are merged, comments on a list that came back, and whether it is a workbook within the limits.
  private func read(_ bytes: [UInt8]) throws(AnnotationRefusal) -> Workbook {
    do {
      return try Workbook(reading: bytes, contents: [.comments], limits: limits)
    } catch {
      throw AnnotationRefusal(
        error.code == .limit ? .limit : .unsplicable, part: error.part, detail: error.detail)
    }
  }
}
