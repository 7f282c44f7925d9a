import Spreadsheets

func lines(ofWorkbookAt path: String) throws(SpreadsheetError) -> [String] {
  let workbook = try Workbook(readingFileAt: path, contents: [.formulas, .displayedText])
  var lines: [String] = []
  for sheet in workbook.sheets where !sheet.isHidden {
    for cell in sheet.cells {
      lines.append("\(sheet.name)!\(cell.address) shows \(cell.shown ?? "") of \(cell.value)")
    }
    for notice in sheet.notices {
      lines.append("\(sheet.name)!\(notice.address?.description ?? "") \(notice.code.rawValue)")
    }
  }
  return lines
}
