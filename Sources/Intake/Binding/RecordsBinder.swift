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
    let block = HeadingBlock(
      sheet, above: heading + 1, dataRows: heading + 1...last, looks: place.looks)
    let columns = matcher.outcomes(among: block.columns)

    var cells = SectionCells()
    for (field, outcome) in zip(section.fields, columns) {
      if let remark = place.remark(on: field, outcome, among: block.columns, taken: columns) {
        cells.findings.append(remark)
      }
    }
    let found = columns.map { $0.candidate?.place.column }
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

  /// The rows with something in one of the columns of the fields, without the row of column numbers
  /// and headings that stand there again.
  private func dataRows(below heading: Int, columns: [Int?]) -> [Int] {
    let end = firstRowOfOthers(below: heading)
    let fields = Dictionary(
      zip(columns, place.labels.fields.wanted).compactMap { column, wanted in
        column.map { ($0, Set(wanted.labels.map(\.tight))) }
      }, uniquingKeysWith: { first, _ in first })
    let cells = sheet.places.filter {
      $0.row > heading && $0.row < end && fields[$0.column] != nil
    }
    let rows = Dictionary(grouping: cells, by: \.row)
    return rows.keys.sorted().filter { row in
      let places = rows[row] ?? []
      let isHeading = places.allSatisfy { place in
        sheet[place]?.text.map { fields[place.column]?.contains(Label($0).tight) ?? false } ?? false
      }
      return !isHeading
        && !(places.count == fields.count
          && ColumnNumber.areNumbers(places.compactMap(place.cell)))
    }
  }

  /// Where the next section begins, when several stand on one sheet: below the last empty row before
  /// what is printed of another.
  private func firstRowOfOthers(below heading: Int) -> Int {
    let others = place.page.texts.filter { text in
      text.place.row > heading
        && place.neighbours.contains { $0.printed.contains(text.label.tight) }
    }
    guard var first = others.map(\.place.row).min() else { return Int.max }
    let label = first
    let filled = Set(sheet.places.map(\.row))
    while filled.contains(first - 1), first > heading + 1 { first -= 1 }
    return first > heading + 1 ? first : label
  }
}
