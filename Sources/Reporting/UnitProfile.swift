import Documents
import Monitoring
import Wording

extension ReportTables {
  /// A unit's own indicators beside the municipality's; nil in a public edition, and for a unit
  /// that gave none of them.
  func profile(of unit: Unit) -> Table? {
    guard !material.isPublic else { return nil }
    let isSilent = pack.indicators.allSatisfy { indicator in
      guard let value = edition[address(indicator, unit: unit.code)]?.value else { return true }
      return value.state == .noData
    }
    guard !isSilent else { return nil }
    let before = edition.periods.last { $0 < period }
    var words = words()
    var rows: [Table.Row] = []
    for group in groups {
      let indicators = group.indicators.filter { !$0.isMunicipalOnly }
      guard !indicators.isEmpty else { continue }
      rows.append(groupRow(group.title))
      for indicator in indicators {
        let own = address(indicator, unit: unit.code)
        var cells = [
          Table.Cell(indicator.label), Table.Cell(titleWithUnit(indicator)),
          words.valueWithTerms(own), words.value(address(indicator)),
        ]
        if before != nil { cells.append(words.change(own)) }
        rows.append(Table.Row(cells))
      }
    }
    guard !rows.isEmpty else { return nil }
    var columns = [
      Table.Column("№", width: 10, alignment: .center), Table.Column("Показатель", width: 66),
      Table.Column("Организация", width: 34, alignment: .end),
      Table.Column(root.name(in: period).short, width: 30, alignment: .end),
    ]
    if let before {
      columns.append(
        Table.Column("Изменение к \(years.label(before, .dative))", width: 30, alignment: .end))
    }
    return Table(
      caption: "Показатели организации за \(years.label(period))", columns: columns, rows: rows,
      rowHeading: 1, notes: words.notes)
  }
}
