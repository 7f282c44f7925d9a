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
      rowHeading: 1, notes: words.notes + differingCoverage(periods))
  }

  /// Which indicators were reported by different numbers of units in the years of a table:
  /// «Охват различается по годам: 1.1 – 2020: 26 из 41, 2021: 1 из 41 организации.»
  private func differingCoverage(_ periods: [Period]) -> [String] {
    var groups: [(coverage: String, labels: [String])] = []
    for indicator in unevenlyCovered(in: periods) {
      let known = periods.compactMap { period in
        edition[address(indicator, period: period)]?.value.map { (period, $0.coverage) }
      }.filter { $0.1.expected > 0 }
      let words = known.map { period, coverage in
        let space = Mark.noBreakSpace
        return "\(years.short(period)) \(Mark.dash) \(coverage.answered)\(space)из\(space)"
          + "\(coverage.expected)"
      }.joined(separator: ", ")
      if let index = groups.firstIndex(where: { $0.coverage == words }) {
        groups[index].labels.append(indicator.label)
      } else {
        groups.append((words, [indicator.label]))
      }
    }
    return groups.map { group in
      "Охват организаций по годам различается: \(Language.ru.list(group.labels)) "
        + "(\(group.coverage))."
    }
  }

  /// The indicators whose values of two neighbouring periods are of different units.
  private func unevenlyCovered(in periods: [Period]) -> [Indicator] {
    groups.flatMap(\.indicators).filter { indicator in
      let covered = periods.compactMap {
        edition[address(indicator, period: $0)]?.value?.coverage
      }
      return zip(covered, covered.dropFirst()).contains { $0.differs(from: $1) }
    }
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
