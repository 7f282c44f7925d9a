package import Documents
import Wording

extension SummaryMaterial {
  /// The data of the template of a summary: `expected`, `arrived`, `late`, `with_errors`,
  /// `with_warnings`, `clean`, `returned`, `undecided`, `after_closing`, `missing`, `scans`
  /// (numbers), `missing_units` (one phrase), `parts_table`, `units_table`, `files_table`.
  package var record: TemplateRecord {
    let missing = rows.filter { [.missing, .refused].contains($0.standing) }
    let date = CalendarDate(iso: deadline).map(Language.ru.longDate) ?? ""
    var record: TemplateRecord = [
      "organisation": .text(organisation), "period": .text(period), "deadline": .text(date),
      "has_deadline": .flag(!date.isEmpty), "expected": .count(rows.count),
      "arrived": .count(rows.count - missing.count), "late": .count(lateCount),
      "has_late": .flag(lateCount > 0),
      "with_errors": .count(count(.withErrors) + count(.undecided)),
      "with_warnings": .count(count(.withWarnings)), "clean": .count(count(.clean)),
      "returned": .count(count(.returned)), "has_returned": .flag(count(.returned) > 0),
      "undecided": .count(count(.undecided)), "has_undecided": .flag(count(.undecided) > 0),
      "after_closing": .count(count(.afterClosing)),
      "has_after_closing": .flag(count(.afterClosing) > 0),
      "scans": .count(rows.count { $0.scan != nil }),
      "has_scans": .flag(rows.contains { $0.scan != nil }),
      "missing": .count(missing.count),
      "has_missing": .flag(!missing.isEmpty && missing.count <= Self.namedMissing),
      "missing_units": .text(missing.map(\.named).joined(separator: "; ")),
    ]
    record.put(partsTable, as: "parts_table")
    record.put(unitsTable, as: "units_table")
    record.put(filesTable, as: "files_table")
    return record
  }

  /// Units: a longer list says nothing that the table does not say better.
  private static let namedMissing = 40

  private func count(_ standing: Standing) -> Int { rows.count { $0.standing == standing } }

  private var lateCount: Int {
    rows.count { row in
      if case .late = row.timing { return true }
      return false
    }
  }

  private var filesTable: Table? {
    guard !others.isEmpty else { return nil }
    return Table(
      caption: "Файлы, которые не приняты как формы",
      columns: [
        Table.Column("Файл", width: 50), Table.Column("Организация", width: 35),
        Table.Column("Что это и что делать", width: 85),
      ],
      rows: others.map { other in
        Table.Row(
          [other.file, other.unit.isEmpty ? Mark.dash : other.unit, other.remark]
            .map { Table.Cell($0) })
      })
  }

  private var partsTable: Table? {
    guard !parts.isEmpty else { return nil }
    let counts = partCounts
    return Table(
      caption: "Поступление форм по группам и территориям",
      columns: [Table.Column("Группа, территория", width: 60)]
        + counts.map { Table.Column($0.title, width: 22, alignment: .center) },
      rows: parts.map { part in
        Table.Row([Table.Cell(part.name)] + counts.map { Table.Cell("\($0.count(part))") })
      }, isLandscape: true)
  }

  private var unitsTable: Table? {
    guard !rows.isEmpty else { return nil }
    return Table(
      caption: "Поступление форм", columns: shownColumns.map(\.column), rows: bodyRows,
      rowHeading: 1, isLandscape: true)
  }

  /// A heading wherever it changes, unless all rows have the same.
  private var bodyRows: [Table.Row] {
    let hasHeadings = Set(rows.map(\.heading)).count > 1
    var last = ""
    return rows.flatMap { row -> [Table.Row] in
      let body = Table.Row(shownColumns.map { Table.Cell($0.text(row)) })
      guard hasHeadings, row.heading != last else { return [body] }
      last = row.heading
      return [Table.Row([Table.Cell(row.heading)], kind: .group), body]
    }
  }
}

extension SummaryMaterial.Row {
  /// As one of those whose form is missing.
  fileprivate var named: String { standing == .refused ? "\(unit) (\(standing.words))" : unit }
}
