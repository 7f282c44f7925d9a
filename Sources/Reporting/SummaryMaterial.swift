package import Documents
import Wording

/// A campaign at a glance: who is expected, what arrived, what is wrong, who is missing.
package struct SummaryMaterial: Sendable {
  /// How far one unit's form has come.
  package enum Standing: String, Sendable, Hashable, CaseIterable {
    case missing
    /// Sent back; no other file has come.
    case returned
    case withErrors
    case withWarnings
    case clean
  }

  /// One expected unit, in the order of the register.
  package struct Row: Sendable, Hashable {
    package var number: Int
    package var unit: String
    package var standing: Standing
    /// The current version's file; empty while none arrived.
    package var file: String
    package var versions: Int
    package var errors: Int
    package var warnings: Int
    /// Warnings that the unit explained; they are not among the other ones.
    package var explained: Int

    package init(
      number: Int, unit: String, standing: Standing, file: String = "", versions: Int = 0,
      errors: Int = 0, warnings: Int = 0, explained: Int = 0
    ) {
      self.number = number
      self.unit = unit
      self.standing = standing
      self.file = file
      self.versions = versions
      self.errors = errors
      self.warnings = warnings
      self.explained = explained
    }
  }

  /// A file of the inbox that became no form, and what was said about it.
  package struct OtherFile: Sendable, Hashable {
    package var file: String
    package var remark: String

    package init(file: String, remark: String) {
      self.file = file
      self.remark = remark
    }
  }

  package var organisation: String
  package var period: String
  /// ISO 8601.
  package var deadline: String
  package var rows: [Row]
  package var others: [OtherFile]

  package init(
    organisation: String, period: String, deadline: String, rows: [Row], others: [OtherFile]
  ) {
    self.organisation = organisation
    self.period = period
    self.deadline = deadline
    self.rows = rows
    self.others = others
  }
}

extension SummaryMaterial {
  /// The data of the template of a summary: `expected`, `arrived`, `with_errors`, `missing`
  /// (numbers), `missing_units` (one phrase), `units_table`, `files_table`.
  package var record: TemplateRecord {
    let missing = rows.filter { $0.standing == .missing }
    let date = CalendarDate(iso: deadline).map(Language.ru.longDate) ?? ""
    var record: TemplateRecord = [
      "organisation": .text(organisation), "period": .text(period), "deadline": .text(date),
      "has_deadline": .flag(!date.isEmpty), "expected": .count(rows.count),
      "arrived": .count(rows.count - missing.count), "with_errors": .count(count(.withErrors)),
      "with_warnings": .count(count(.withWarnings)), "clean": .count(count(.clean)),
      "missing": .count(missing.count), "has_missing": .flag(!missing.isEmpty),
      "missing_units": .text(missing.map(\.unit).joined(separator: "; ")),
    ]
    record.put(unitsTable, as: "units_table")
    record.put(filesTable, as: "files_table")
    return record
  }

  private func count(_ standing: Standing) -> Int { rows.count { $0.standing == standing } }

  private var unitsTable: Table? {
    guard !rows.isEmpty else { return nil }
    return Table(
      caption: "Поступление форм",
      columns: [
        Table.Column("№", width: 8, alignment: .center), Table.Column("Организация", width: 46),
        Table.Column("Состояние", width: 30), Table.Column("Файл", width: 34),
        Table.Column("Версий", width: 19, alignment: .center),
        Table.Column("Ошибок", width: 19, alignment: .center),
        Table.Column("Вопросов", width: 22, alignment: .center),
      ],
      rows: rows.map { row in
        Table.Row(
          [
            "\(row.number)", row.unit, row.standing.words,
            row.file.isEmpty ? Mark.dash : row.file, "\(row.versions)", "\(row.errors)",
            row.explained == 0
              ? "\(row.warnings)" : "\(row.warnings) (пояснено: \(row.explained))",
          ].map { Table.Cell($0) })
      })
  }

  private var filesTable: Table? {
    guard !others.isEmpty else { return nil }
    return Table(
      caption: "Файлы, которые не приняты как формы",
      columns: [Table.Column("Файл", width: 70), Table.Column("Что это и что делать", width: 100)],
      rows: others.map { Table.Row([Table.Cell($0.file), Table.Cell($0.remark)]) })
  }
}

extension SummaryMaterial.Standing {
  /// As the summary prints it.
  var words: String {
    switch self {
    case .missing: "не поступила"
    case .returned: "возвращена"
    case .withErrors: "есть ошибки"
    case .withWarnings: "принята, есть вопросы"
    case .clean: "принята"
    }
  }
}
