import ExactNumbers
import XLSXWriting

extension NewWorkbook {
  /// A workbook that was checked, as XLSX.
  /// - Parameter moment: seconds since 1970-01-01.
  func xlsx(madeAt moment: Int) throws(NewWorkbookError) -> [UInt8] {
    do {
      var file = try XLSXFile(title: NewText.clean(title), created: moment)
      var looks = XLSXLooks()
      for sheet in sheets { _ = try file.addSheet(sheet.name) }
      for (number, sheet) in sheets.enumerated() {
        try sheet.write(to: &file, &looks, sheet: number)
      }
      if let first = sheets.firstIndex(where: { !$0.isHidden }) { try file.open(sheet: first) }
      return try file.finish()
    } catch {
      throw NewWorkbookError(error)
    }
  }
}

/// The formats of a file by the styles that they show.
struct XLSXLooks {
  private var formats: [CellStyle: Int] = [:]
  private var appearances: [XLSXAppearance: Int] = [:]

  mutating func format(
    _ style: CellStyle, in file: inout XLSXFile
  ) throws(XLSXWritingError) -> Int {
    if let known = formats[style] { return known }
    let format = try file.addFormat(style.xlsx)
    formats[style] = format
    return format
  }

  mutating func appearance(
    _ style: CellStyle, in file: inout XLSXFile
  ) throws(XLSXWritingError) -> Int {
    let wanted = style.xlsxAppearance
    if let known = appearances[wanted] { return known }
    let format = try file.addAppearance(wanted)
    appearances[wanted] = format
    return format
  }
}
