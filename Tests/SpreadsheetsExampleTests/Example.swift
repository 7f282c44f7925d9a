import Spreadsheets

func lines(ofWorkbookAt path: String) throws(SpreadsheetError) -> [String] {
  let workbook = try Workbook(readingFileAt: path, contents: [.formulas, .displayedText])
  return workbook.sheets.filter { !$0.isHidden }.flatMap { sheet in
    sheet.cells.map { cell in
      "\(sheet.name)!\(cell.address) shows \(cell.shown ?? "") of \(cell.value)"
    }
      + sheet.notices.map { notice in
        "\(sheet.name)!\(notice.address?.description ?? "") \(notice.code.rawValue)"
      }
  }
}
