import Documents
package import Findings
package import Monitoring
import Wording

extension ReportMaterial {
  /// A value that counts as a person decided.
  package struct DecidedValue: Sendable, Hashable {
    package var key: Observation.Key
    /// «Кадры!C14»; nil where the form has no such cell.
    package var place: String?
    /// What the form says; nil when it says nothing there.
    package var before: Observation.State?
    /// What counts.
    package var after: Observation.State
    package var decision: Decision

    package init(
      key: Observation.Key, place: String? = nil, before: Observation.State?,
      after: Observation.State, decision: Decision
    ) {
      self.key = key
      self.place = place
      self.before = before
      self.after = after
      self.decision = decision
    }

    /// One for each decision about an observation that counts.
    package static func all(of observation: Observation) -> [DecidedValue] {
      observation.decisions.map { mark in
        DecidedValue(
          key: observation.key, place: observation.origin?.place, before: mark.before,
          after: observation.state, decision: mark.decision)
      }
    }
  }
}

extension ReportTables {
  /// The values of the period that people decided about, in the order of the register; nil when
  /// there are none, and in a public edition. Who decided stands in the journal, not in a report.
  func decisions() -> Table? {
    guard !material.decisions.isEmpty else { return nil }
    return Table(
      caption: "Решения по представленным значениям",
      columns: [
        Table.Column("Организация", width: 30), Table.Column("Значение", width: 42),
        Table.Column("В форме", width: 20, alignment: .center),
        Table.Column("Учтено", width: 20, alignment: .center),
        Table.Column("Основание", width: 36), Table.Column("Дата", width: 22, alignment: .center),
      ], rows: material.decisions.map(row))
  }

  private func row(_ value: ReportMaterial.DecidedValue) -> Table.Row {
    let words = StateWords(pack: pack)
    let unit = material.register[value.key.unit]?.name(in: period).short
    let after = words.words(value.after, of: value.key.field, .ru)
    return Table.Row([
      Table.Cell(unit ?? value.key.unit.rawValue), Table.Cell(name(of: value.key)),
      Table.Cell(words.words(value.before, of: value.key.field, .ru)),
      Table.Cell(value.decision.act == .accepted ? "\(after), несмотря на замечание" : after),
      Table.Cell(value.decision.reason),
      Table.Cell(CalendarDate(iso: value.decision.at).map(Language.ru.shortDate) ?? Mark.dash),
    ])
  }

  /// The label of the field, with the rows of its table before it.
  private func name(of key: Observation.Key) -> String {
    let rows = key.breakdown.parts.map { part in
      pack.classifier(part.dimension)?[part.member]?.title
        ?? "строка\(Mark.noBreakSpace)\(part.member)"
    }
    return (rows + [pack.field(key.field)?.label ?? key.field.rawValue]).joined(separator: ", ")
  }
}
