import Documents
import Monitoring
import Wording

extension ReportTables {
  /// All indicators of the municipality: value, what it is made of, and its coverage.
  func finalIndicators() -> Table? {
    var words = words()
    var rows: [Table.Row] = []
    for group in groups {
      rows.append(groupRow(group.title))
      for indicator in group.indicators {
        let address = address(indicator)
        rows.append(
          Table.Row([
            Table.Cell(indicator.label), Table.Cell(Typography.capitalized(indicator.title)),
            words.measured(address), words.terms(address), words.coverage(address),
          ]))
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      caption: "Итоговые показатели за \(years.label(period))",
      columns: [
        Table.Column("№", width: 10, alignment: .center), Table.Column("Показатель", width: 82),
        Table.Column("Значение", width: 26, alignment: .end),
        Table.Column("Числитель / знаменатель", width: 28, alignment: .end),
        Table.Column("Охват, организаций", width: 24, alignment: .center),
      ],
      rows: rows, rowHeading: 1, notes: words.notes + coverageNotes())
  }

  /// The indicators of a section by unit, the municipality first; nil in a public edition,
  /// which holds no units, and for a section that has nothing by unit.
  func units(in section: Classifier.Member) -> Table? {
    let indicators = pack.indicators(of: section.code).filter { !$0.isMunicipalOnly }
    guard !material.isPublic, !indicators.isEmpty else { return nil }
    let units = material.register.expected(in: period)
    guard !units.isEmpty else { return nil }
    var words = words()
    var rows = [
      Table.Row(
        [Table.Cell(""), Table.Cell(root.name(in: period).short)]
          + indicators.map { words.valueWithTerms(address($0)) }, kind: .total)
    ]
    rows += units.map { unit in
      Table.Row(
        [Table.Cell("\(unit.number)"), Table.Cell(unit.name(in: period).short)]
          + indicators.map { words.valueWithTerms(address($0, unit: unit.code)) })
    }
    return Table(
      caption: "\(section.title): показатели организаций за \(years.label(period))",
      columns: [
        Table.Column("№", width: 8, alignment: .center), Table.Column("Организация", width: 50),
      ] + indicators.map { Table.Column($0.columnLabel, width: 24, alignment: .end) },
      rows: rows, rowHeading: 1, notes: labelNotes(indicators) + words.notes)
  }

  /// What the labels in the heading stand for: «2.4 – участие в программах наставничества».
  func labelNotes(_ indicators: [Indicator]) -> [String] {
    let names = indicators.map {
      "\($0.label) \(Mark.dash) \(Typography.uncapitalized($0.shortTitle))"
    }
    return names.isEmpty ? [] : [names.joined(separator: "; ") + "."]
  }
}
