import ExactNumbers
package import Spreadsheets

extension Grid {
  /// A sheet of a workbook, as binding sees it.
  package init(_ sheet: Sheet) {
    let broken = Set(
      sheet.notices.compactMap { $0.code == .brokenValue ? $0.address : nil })
    self.init(
      name: sheet.name, isHidden: sheet.isHidden,
      table: CellTable(
        sheet.cells.map { cell in
          let isBroken = !broken.isEmpty && broken.contains(cell.address)
          return (cell.address, GridCell(cell, isBroken: isBroken))
        }),
      merges: sheet.merges, doubts: sheet.notices.compactMap(Doubt.init))
  }
}

extension Grid.Doubt {
  /// Nil for what is said elsewhere: of numbers and texts when they are read as values.
  fileprivate init?(_ notice: Notice) {
    switch notice.code {
    case .twice, .misplaced, .hidden: self.init(code: notice.code.rawValue, place: notice.address)
    case .longNumber, .textNumber, .brokenValue, .underMerge, .noResult, .error,
      .earlyDate,
      .tabLeftOut, .partUnread, .repeatedPart, .macros:
      return nil
    }
  }
}

extension GridCell {
  fileprivate init(_ cell: Cell, isBroken: Bool) {
    let content = isBroken ? Content.lost : Content(cell.value)
    var isShortened = false
    // Excel stores 0.714 as 0.71399999999999997: what is longer than that was never typed.
    if case .number(let number) = content { isShortened = number.significantDigits > 15 }
    self.init(
      content, rawText: cell.rawText, isFormula: cell.hasFormula,
      showsPercent: cell.shape == .percent, isShortened: isShortened)
  }
}

extension GridCell.Content {
  fileprivate init(_ value: CellValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .boolean(let flag): self = .flag(flag)
    case .moment(let moment):
      switch moment.shape {
      case .date, .dateAndTime: self = .date(String(moment.iso.prefix(10)))
      case .time, .duration, .plain, .percent, .currency: self = .text(moment.iso)
      }
    case .error(let code): self = .error(code)
    case .formulaWithoutResult: self = .noResult
    case .empty: self = .empty
    }
  }
}
