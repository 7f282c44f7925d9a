import ExactNumbers
import XLSXWriting

extension NewCell {
  /// - Parameter own: the name of the cell's sheet.
  func write(
    to file: inout XLSXFile, row: Int, column: Int, sheet: Int, own: String, _ format: Int
  ) throws(XLSXWritingError) {
    let content = content.xlsx
    if let link {
      let target = NewReference(sheet: link.sheet ?? own, link.address, isAbsolute: false)
      try file.link(
        to: ExcelNotation.cell(target), shown: content.shown, row: row, column: column,
        sheet: sheet, format: format)
    }
    try file.write(content, row: row, column: column, sheet: sheet, format: format)
  }
}

extension NewCell.Content {
  fileprivate var xlsx: XLSXContent {
    switch self {
    case .empty: .blank
    case .text(let text): .text(NewText.clean(text))
    case .number(let number): .number(number.doubleValue)
    case .date(let day): .number(SerialMoment(iso: day)?.serial.doubleValue ?? 0)
    case .formula(let formula, .text(let text)):
      .formula(formula.excel, shown: .text(NewText.clean(text)))
    case .formula(let formula, .number(let number)):
      .formula(formula.excel, shown: .number(number.doubleValue))
    case .formula(let formula, .flag(let truth)):
      .formula(formula.excel, shown: .number(truth ? 1 : 0))
    }
  }
}

extension XLSXContent {
  /// What a link is called besides.
  fileprivate var shown: String {
    switch self {
    case .blank: ""
    case .text(let text), .formula(_, shown: .text(let text)): text
    case .number(let number), .formula(_, shown: .number(let number)): "\(number)"
    }
  }
}
