import ExactNumbers
package import Monitoring
import Spreadsheets

/// What an issued form is known by, whatever became of its title: form, version, unit and period,
/// on a hidden sheet of their own.
///
/// The sheet is found by what stands in its first cell, so that it may be moved and renamed.
package struct FormMark: Sendable, Hashable {
  package var form: FormCode
  package var version: Int
  package var unit: UnitCode
  package var period: Period

  package init(form: FormCode, version: Int, unit: UnitCode, period: Period) {
    self.form = form
    self.version = version
    self.unit = unit
    self.period = period
  }

  /// The name of the sheet, as it is issued.
  package static let sheetName = "Сводка"

  private static let sign = ServiceSheet.mark.rawValue
  private static let words = "Служебный лист: по нему узнаётся форма. Не удаляйте его."

  private enum Line: String, CaseIterable {
    case form
    case version
    case unit
    case period
  }
}

/// Writing.
extension FormMark {
  /// The hidden sheet. All values are texts, so that no program shows them in a way of its own.
  func sheet(named name: String) -> NewSheet {
    var rows = [row(Self.sign, Self.words)]
    rows += Line.allCases.map { row($0.rawValue, text(of: $0)) }
    return NewSheet(
      name: name, isHidden: true, columns: [.init(width: 40), .init(width: 100)], rows: rows,
      isProtected: true)
  }

  private func row(_ name: String, _ value: String) -> NewSheet.Row {
    var style = CellStyle.plain
    style.format = .text
    return NewSheet.Row(
      cells: [NewCell(.text(name), style: style), NewCell(.text(value), style: style)])
  }

  private func text(of line: Line) -> String {
    switch line {
    case .form: form.rawValue
    case .version: String(version)
    case .unit: unit.rawValue
    case .period: period.description
    }
  }
}

/// Reading.
extension FormMark {
  /// The mark of a workbook; nil where there is none, where it is damaged, and where sheets of
  /// several forms were put together and their marks differ: then it tells nothing.
  package init?(in sheets: [Grid]) {
    let marks = Set(sheets.compactMap(Self.init(on:)))
    guard marks.count == 1, let mark = marks.first else { return nil }
    self = mark
  }

  private init?(on sheet: Grid) {
    let head = CellAddress(row: 1, column: 1)
    guard sheet[head]?.text.map(NumberText.trimmed) == Self.sign else { return nil }
    var texts: [Line: String] = [:]
    for place in sheet.places where place.column == 1 {
      let value = sheet[CellAddress(row: place.row, column: 2)]
      guard let line = sheet[place]?.text.flatMap({ Line(rawValue: NumberText.trimmed($0)) }),
        let value, !value.isBlank
      else { continue }
      texts[line] = NumberText.trimmed(value.shownText)
    }
    guard let form = texts[.form], let unit = texts[.unit],
      let version = texts[.version].flatMap({ Int($0) }),
      let period = texts[.period].flatMap({ Period($0) })
    else { return nil }
    self.init(
      form: FormCode(rawValue: form), version: version, unit: UnitCode(rawValue: unit),
      period: period)
  }
}

extension FormFile {
  /// The same sheets but for those that hold a mark.
  var withoutMark: FormFile {
    FormFile(path: path, hash: hash, sheets: sheets.filter { $0.service != .mark })
  }
}
