import Documents
import ExactNumbers
package import Reporting
package import Spreadsheets
import Wording

/// The register of forms as a workbook: a sheet with all units, and one with the sums.
package struct RegisterWorkbook: Sendable {
  private let material: SummaryMaterial
  /// ISO 8601 in UTC.
  private let created: String

  package init(_ material: SummaryMaterial, created: String) {
    self.material = material
    self.created = created
  }

  package var workbook: NewWorkbook {
    var sheets = [units]
    if !material.parts.isEmpty { sheets.append(parts) }
    return NewWorkbook(title: title, created: created, sheets: sheets)
  }

  private var title: String { "Реестр форм, \(material.period)" }

  /// Rows above the headings: title, whose it is, a gap.
  private static let head = 3

  private var units: NewSheet {
    // The heading of the tree is a column here, so that it can be filtered by.
    let hasHeadings = Set(material.rows.map(\.heading)).count > 1
    let columns = SummaryMaterial.columns
    let titles = columns.map(\.column.title) + (hasHeadings ? ["Территория"] : [])
    let widths =
      columns.map { Double($0.column.width) * Self.stretch } + (hasHeadings ? [40] : [])
    let rows = material.rows.map { row in
      let standing = row.isUnmended ? SummaryMaterial.Standing.returned : row.standing
      let fill = standing.fill
      let cells = columns.map { column in
        cell(column.text(row), column.column.alignment, fill: column.isState ? fill : nil)
      }
      return NewSheet.Row(cells: cells + (hasHeadings ? [cell(row.heading, .start)] : []))
    }
    return sheet("Реестр форм", titles, widths, rows)
  }

  private var parts: NewSheet {
    let counts = material.partCounts
    let rows = material.parts.map { part in
      NewSheet.Row(
        cells: [cell(part.name, .start)] + counts.map { cell("\($0.count(part))", .center) })
    }
    return sheet(
      "Итоги", ["Группа, территория"] + counts.map(\.title), [70] + counts.map { _ in 24 }, rows)
  }

  /// Of the widths on the page, in millimetres of the sheet.
  private static let stretch = 0.95

  private func sheet(
    _ name: String, _ titles: [String], _ widths: [Double], _ rows: [NewSheet.Row]
  ) -> NewSheet {
    let deadline = CalendarDate(iso: material.deadline).map {
      ", срок – \(Language.ru.longDate($0))"
    }
    let heads = [
      NewSheet.Row(cells: [NewCell(.text(title + (deadline ?? "")), style: RegisterLooks.title)]),
      NewSheet.Row(cells: [NewCell(.text(material.organisation), style: RegisterLooks.note)]),
      NewSheet.Row(cells: []),
      NewSheet.Row(cells: titles.map { NewCell(.text($0), style: RegisterLooks.heading) }),
    ]
    let heading = Self.head + 1
    return NewSheet(
      name: name, columns: widths.map { NewSheet.Column(width: $0) }, rows: heads + rows,
      frozenRows: heading, frozenColumns: 2, repeatedRows: heading...heading,
      orientation: .landscape,
      filter: CellRange(
        first: CellAddress(row: heading, column: 1),
        last: CellAddress(row: heading + max(rows.count, 1), column: titles.count)))
  }

  /// Numbers are numbers, so that they can be summed and filtered.
  private func cell(
    _ text: String, _ alignment: Table.Alignment, fill: CellStyle.Colour? = nil
  ) -> NewCell {
    let style = RegisterLooks.cell(alignment, fill: fill)
    guard alignment == .center, let number = ExactNumber(text) else {
      return NewCell(.text(text == Mark.dash ? "" : text), style: style)
    }
    return NewCell(.number(number), style: style)
  }
}

extension SummaryMaterial.Standing {
  /// Red: nothing counts; orange: something is to be mended; yellow: to be asked; green: all well.
  fileprivate var fill: CellStyle.Colour {
    switch self {
    case .missing, .refused: "F4C7C3"
    case .undecided, .returned, .withErrors, .afterClosing: "FCE0B8"
    case .withWarnings: "FFF6C4"
    case .clean: "D5EBD3"
    }
  }
}

/// How the cells of the register look.
private enum RegisterLooks {
  private static let line: CellStyle.Colour = "A6A6A6"

  static let title = style {
    $0.isBold = true
    $0.size = 13
  }
  static let note = style { $0.colour = "595959" }
  static let heading = style {
    $0.isBold = true
    $0.wraps = true
    $0.horizontal = .centre
    $0.fill = "E7ECF4"
    $0.border = line
  }

  static func cell(_ alignment: Table.Alignment, fill: CellStyle.Colour?) -> CellStyle {
    style {
      $0.border = line
      $0.wraps = true
      $0.fill = fill
      switch alignment {
      case .start: $0.horizontal = .left
      case .center: $0.horizontal = .centre
      case .end: $0.horizontal = .right
      }
    }
  }

  private static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle.plain
    style.size = 10
    change(&style)
    return style
  }
}
