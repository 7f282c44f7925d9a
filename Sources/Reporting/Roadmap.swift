import Documents
import Monitoring
import Wording

extension ReportTables {
  /// What stands under a direction that has no measure.
  static let nothingPlanned = "Мероприятия не запланированы"

  /// The roadmap by all directions of the pack, empty ones shown as empty.
  func roadmap() -> Table? {
    let directions = pack.members(of: KnownClassifier.directions)
    guard !directions.isEmpty else { return nil }
    var rows: [Table.Row] = []
    for (position, direction) in directions.enumerated() {
      let number = direction.properties[KnownProperty.number] ?? "\(position + 1)"
      rows.append(groupRow("\(number). \(Typography.capitalized(direction.title))"))
      let measures = material.measures.filter { $0.direction == direction.code }
      rows += measures.enumerated().map { row($0.element, "\(number).\($0.offset + 1)") }
      if measures.isEmpty {
        rows.append(
          Table.Row(
            ["", Self.nothingPlanned, Mark.dash, Mark.dash, Mark.dash].map {
              Table.Cell($0)
            }))
      }
    }
    let year = period.next ?? period
    return Table(
      caption: "Мероприятия на \(years.label(year))",
      columns: [
        Table.Column("№", width: 12, alignment: .center), Table.Column("Мероприятие", width: 95),
        Table.Column("Срок", width: 35), Table.Column("Ответственный", width: 50),
        Table.Column("Показатель и ожидаемое значение", width: 65),
      ],
      rows: rows, rowHeading: 1)
  }

  /// How units carried out the measures of the period, by direction; nil when none reported.
  func measureStatuses() -> Table? {
    let statuses = pack.members(of: KnownClassifier.statuses)
    let directions = pack.members(of: KnownClassifier.directions).filter { direction in
      material.measureStatuses.contains { $0.direction == direction.code && $0.units > 0 }
    }
    guard !statuses.isEmpty, !directions.isEmpty else { return nil }
    var notes: [String] = []
    let rows = directions.map { direction in
      let counts = statuses.map { units(direction, $0) }
      let hidden = PublicCounts(material).hidden(counts)
      if !hidden.isEmpty { notes = [hiddenNote] }
      return Table.Row(
        [Table.Cell(direction.word(KnownProperty.short))]
          + counts.enumerated().map { position, count in
            Table.Cell(hidden.contains(position) ? Mark.dash : "\(count)")
          })
    }
    return Table(
      caption: "Выполнение мер за \(years.label(period)) (число организаций)",
      columns: [Table.Column("Направление", width: 60)]
        + statuses.map {
          Table.Column(Typography.capitalized($0.title), width: 28, alignment: .center)
        },
      rows: rows, notes: notes)
  }

  private func units(_ direction: Classifier.Member, _ status: Classifier.Member) -> Int {
    material.measureStatuses.filter {
      $0.direction == direction.code && $0.status == status.code
    }.reduce(0) { $0 + $1.units }
  }

  private func row(_ measure: Measure, _ number: String) -> Table.Row {
    let indicator = pack.indicator(measure.indicator)
    let name = indicator.map { "\($0.label). \($0.shortTitle)" } ?? measure.indicator.rawValue
    let expected =
      measure.expected.isEmpty ? name : "\(name): \(Typography.uncapitalized(measure.expected))"
    let evidence = EvidenceWords(material).trace(measure.evidence)
    return Table.Row([
      Table.Cell(number), Table.Cell(measure.title), Table.Cell(measure.term),
      Table.Cell(measure.responsible),
      Table.Cell(expected, trace: evidence.isEmpty ? nil : evidence),
    ])
  }
}
