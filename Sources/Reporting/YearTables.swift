import Documents
import Monitoring
import Wording

extension ReportTables {
  /// All indicators of the municipality by years, with the change against the year before and,
  /// from the third year on, against the first.
  func byYears() -> Table? {
    let periods = edition.periods.filter { $0 <= period }
    guard let first = periods.first, periods.count > 1 else { return nil }
    var words = words()
    var rows: [Table.Row] = []
    for group in groups {
      rows.append(groupRow(group.title))
      for indicator in group.indicators {
        let address = address(indicator)
        var cells = [Table.Cell(indicator.label), Table.Cell(titleWithUnit(indicator))]
        cells += periods.map { words.value(address.period($0)) }
        cells.append(words.change(address))
        if periods.count > 2 { cells.append(words.change(address, since: first)) }
        rows.append(Table.Row(cells))
      }
    }
    return Table(
      caption: "Показатели по годам", columns: yearColumns(periods, first: first), rows: rows,
      rowHeading: 1, notes: words.notes)
  }

  private func yearColumns(_ periods: [Period], first: Period) -> [Table.Column] {
    let before = periods[periods.count - 2]
    var columns = [
      Table.Column("№", width: 10, alignment: .center), Table.Column("Показатель", width: 56),
    ]
    columns += periods.map { Table.Column(years.short($0), width: 18, alignment: .end) }
    columns.append(
      Table.Column(
        "Изменение к \(years.label(before, .dative))", width: 25, alignment: .end))
    if periods.count > 2 {
      columns.append(
        Table.Column(
          "Изменение к \(years.label(first, .dative))", width: 25, alignment: .end))
    }
    return columns
  }

  /// A short title; a count with its unit.
  func titleWithUnit(_ indicator: Indicator) -> String {
    switch indicator.kind {
    case .share: indicator.shortTitle
    case .count: "\(indicator.shortTitle),\(Mark.noBreakSpace)\(indicator.unit)"
    }
  }
}
