import Findings
import Monitoring
import Spreadsheets

/// Finds the fields of a section whose labels stand in one cell and whose values to the right.
struct ListBinder {
  let place: SectionSheet

  var section: FormSection { place.section }
  var sheet: Grid { place.sheet }

  func bind() -> SectionCells {
    let candidates = place.candidates()
    let matcher = place.labels.fields
    var outcomes = matcher.outcomes(among: candidates, guessing: [])
    let columns = Set(outcomes.compactMap(\.candidate).map(\.place.column)).sorted()
    outcomes = matcher.outcomes(
      among: candidates, guessing: candidates.filter { columns.contains($0.place.column) })

    let copies = outcomes.compactMap(\.copies)
    let seen = copies.count + outcomes.count { $0.candidate != nil }
    if copies.count >= 2, Double(copies.count) >= SectionSheet.leastCopy * Double(seen) {
      return nothing(saying: place.unclear(copies[0]))
    }
    if let finding = place.withoutLabels(outcomes, near: place.headOfList) {
      return nothing(saying: finding)
    }
    return cells(of: outcomes, labelColumns: columns)
  }

  private func cells(
    of outcomes: [LabelMatcher.Outcome], labelColumns: [Int]
  ) -> SectionCells {
    let found = outcomes.compactMap(\.candidate).map(\.place)
    var valueColumns: [Int: Int] = [:]
    var dated: [Finding] = []
    let numbers = rowNumbers(outcomes)
    for (index, column) in labelColumns.enumerated() {
      let rows = found.filter { $0.column == column }.map(\.row)
      switch valueColumn(of: index, among: labelColumns, rows: rows, numbers: numbers) {
      case .column(let value): valueColumns[column] = value
      case .dated(let heading, let others):
        valueColumns[column] = heading.place.column
        dated.append(place.dated([heading], others))
      case .unclear(let places): return nothing(saying: valuesUnclear(places))
      case .conflict(let headings): return nothing(saying: place.conflict(headings))
      case .none where numbers.contains(column + 1):
        return nothing(saying: withoutValues)
      case .none: break
      }
    }
    var cells = SectionCells(findings: dated)
    var near = found.min()
    for (field, outcome) in zip(section.fields, outcomes) {
      near = outcome.candidate?.place ?? near
      if let remark = place.remark(on: field, outcome, near: near) {
        cells.findings.append(remark)
      }
      let value = outcome.candidate.map { candidate in
        self.value(of: field, labelled: candidate.place, columns: valueColumns, labelColumns)
      }
      cells.slots.append(
        SectionCells.Slot(field: field, breakdown: .whole, row: "", place: value))
    }
    let known = Set(outcomes.flatMap(\.places).map(\.row))
    for (label, value) in valueColumns.sorted(by: { $0.key < $1.key }) {
      let rows = found.filter { $0.column == label }.map(\.row)
      cells.findings += strangers(label: label, value: value, rows: rows, known: known)
    }
    return cells
  }

  /// Rows among those of the section, or right below them, whose label is of no field but whose
  /// value cell holds something. Below, where another section may begin, only numbers count.
  private func strangers(label: Int, value: Int, rows: [Int], known: Set<Int>) -> [Finding] {
    guard let first = rows.min(), let last = rows.max() else { return [] }
    var findings: [Finding] = []
    var row = first
    while true {
      row += 1
      let place = CellAddress(row: row, column: label)
      let text = sheet[place]?.text
      let value = CellAddress(row: row, column: value)
      if row > last, text == nil || self.place.cell(value)?.isNumber != true { return findings }
      guard !known.contains(row), let text, !sheet.isBlank(value) else { continue }
      findings.append(
        self.place.finding(
          "form.row-unknown", .warning, nil, .whole, [place], ["value": .text(text)]))
    }
  }

  /// The cell of a value: in the column of values, or, where the form declares no heading for it
  /// and nothing stands there, the first one to the right that holds something.
  private func value(
    of field: FormField, labelled label: CellAddress, columns: [Int: Int], _ labelColumns: [Int]
  ) -> CellAddress {
    let column = columns[label.column] ?? label.column + 1
    let usual = CellAddress(row: label.row, column: column)
    guard section.valueHeading.isEmpty, sheet.isBlank(sheet.anchor(of: usual)) else { return usual }
    let end = labelColumns.first { $0 > label.column } ?? Int.max
    let other = sheet.places.first {
      $0.row == label.row && $0.column > label.column && $0.column < end
    }
    return other ?? usual
  }

  /// What stands right of the labels are the numbers of the rows, and no heading tells the values.
  private var withoutValues: Finding {
    place.finding(
      "form.field-missing", .error, nil, .whole, [],
      [
        "label": .text(section.valueHeading.first ?? section.title), "sheet": .text(sheet.name),
        "section": .text(section.sheet),
      ])
  }

  /// Said where several columns may hold the values.
  private func valuesUnclear(_ places: [CellAddress]) -> Finding {
    place.finding(
      "form.field-unclear", .error, nil, .whole, places,
      [
        "label": .text(section.valueHeading.first ?? section.title),
        "candidates": .list(places.map { "\(sheet.name)!\($0)" }),
      ])
  }

  /// No field of the section can be told.
  private func nothing(saying finding: Finding) -> SectionCells {
    SectionCells(
      slots: section.fields.map {
        SectionCells.Slot(field: $0, breakdown: .whole, row: "", place: nil)
      }, findings: [finding])
  }
}

extension GridCell {
  fileprivate var isNumber: Bool {
    if case .number = content { return true }
    return false
  }
}

extension LabelMatcher.Outcome {
  /// Every place that it is about, certain or not.
  fileprivate var places: [CellAddress] {
    switch self {
    case .found(let candidate), .guessed(let candidate): [candidate.place]
    case .twice(let candidates), .unclear(let candidates), .numbered(_, let candidates):
      candidates.map(\.place)
    case .missing: []
    }
  }

  /// The places of a label that was found more than once.
  var copies: [CellAddress]? {
    if case .twice(let candidates) = self { return candidates.map(\.place) }
    return nil
  }
}
