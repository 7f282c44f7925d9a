extension NewWorkbook {
  /// Looks for whatever a workbook cannot hold.
  /// - Returns: seconds since 1970-01-01 of its making.
  func check(_ limits: NewWorkbookLimits) throws(NewWorkbookError) -> Int {
    try checkNames(limits)
    let names = Set(sheets.map(\.name))
    var cells = 0
    for sheet in sheets {
      var check = NewSheetCheck(sheet: sheet, sheets: names, limits: limits)
      cells += try check.run()
      guard cells <= limits.cells else {
        throw NewWorkbookError(
          .limit, sheet: sheet.name, detail: "more than \(limits.cells) cells with this sheet")
      }
    }
    return try moment()
  }

  private func checkNames(_ limits: NewWorkbookLimits) throws(NewWorkbookError) {
    guard sheets.contains(where: { !$0.isHidden }) else {
      throw NewWorkbookError(.workbook, detail: "there is no sheet that is not hidden")
    }
    guard sheets.count <= limits.sheets else {
      throw NewWorkbookError(
        .limit, detail: "\(sheets.count) sheets are over the limit of \(limits.sheets)")
    }
    var taken: Set<String> = []
    for sheet in sheets {
      guard Self.isSheetName(sheet.name) else {
        throw NewWorkbookError(
          .sheetName, sheet: sheet.name,
          detail: "a name has 1 to 31 characters without [ ] : * ? / \\ and no ' at its ends")
      }
      guard taken.insert(sheet.name.lowercased()).inserted else {
        throw NewWorkbookError(
          .sheetName, sheet: sheet.name, detail: "two sheets have this name")
      }
    }
  }

  /// Whether Excel takes the name of a sheet; «History» is kept for its own use.
  package static func isSheetName(_ name: String) -> Bool {
    (1...31).contains(name.utf16.count) && !name.contains(where: { "[]:*?/\\".contains($0) })
      && name == NewText.clean(name) && !name.contains("\n")
      && !name.hasPrefix("'") && !name.hasSuffix("'") && name.lowercased() != "history"
  }

  private func moment() throws(NewWorkbookError) -> Int {
    // "2021-02-01T10:00:00Z"; XLSX and ZIP know nothing before 1980.
    guard created.utf8.count == 20, created.hasSuffix("Z"),
      let moment = SerialMoment(iso: created), moment.shape == .dateAndTime,
      let seconds = moment.seconds, created >= "1980"
    else {
      throw NewWorkbookError(
        .workbook, detail: "made at «\(created)», which is not as 2021-02-01T10:00:00Z")
    }
    return seconds - Self.daysTo1970 * 86_400
  }

  /// From 1899-12-30.
  private static let daysTo1970 = 25_569
}
