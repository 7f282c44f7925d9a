import Findings
import Monitoring
import Spreadsheets

/// Finds the cells of free rows under headings: row=1, row=2, … in the order of the sheet.
struct RecordsBinder {
  let place: SectionSheet

  private var section: FormSection { place.section }
  private var sheet: Grid { place.sheet }

  func bind() -> SectionCells {
    let matcher = place.labels.fields
    let rows = Dictionary(grouping: place.candidates(), by: \.place.row)
    let matched = rows.mapValues { row in
      matcher.outcomes(among: row, guessing: []).count { $0 != .missing }
    }
    // The topmost of the best: below it people may type what sounds like a heading.
    let best = matched.values.max() ?? 0
    guard best > 0, let heading = matched.filter({ $0.value == best }).keys.min() else {
      let finding = place.finding(
        "form.section-missing", section.isOptional ? .notice : .error, nil, .whole, [],
        ["section": .text(section.sheet)])
      return SectionCells(findings: [finding])
    }
    let last = max(heading + 1, sheet.places.last?.row ?? 0)
    let block = HeadingBlock(sheet, above: heading + 1, dataRows: heading + 1...last)
    let columns = matcher.outcomes(among: block.columns)

    var cells = SectionCells()
    for (field, outcome) in zip(section.fields, columns) {
      if let remark = place.remark(on: field, outcome, among: block.columns, taken: columns) {
        cells.findings.append(remark)
      }
    }
    let found = columns.compactMap(\.candidate).map(\.place.column)
    for (number, row) in dataRows(below: heading, columns: found).enumerated() {
      let breakdown = Breakdown(Breakdown.row, MemberCode(rawValue: String(number + 1)))
      for (field, outcome) in zip(section.fields, columns) {
        cells.slots.append(
          SectionCells.Slot(
            field: field, breakdown: breakdown, row: String(number + 1),
            place: outcome.candidate.map { CellAddress(row: row, column: $0.place.column) }))
      }
    }
    return cells
  }

  /// The rows with something in one of the columns, without the row of column numbers.
  private func dataRows(below heading: Int, columns: [Int]) -> [Int] {
    let cells = sheet.places.filter { $0.row > heading && columns.contains($0.column) }
    let rows = Dictionary(grouping: cells, by: \.row)
    return rows.keys.sorted().filter { row in
      let cells = (rows[row] ?? []).compactMap { sheet[$0] }
      let isNumbers =
        cells.count == columns.count
        && cells.allSatisfy {
          ColumnNumber.digits($0) != nil
        }
      return !isNumbers
    }
  }
}
