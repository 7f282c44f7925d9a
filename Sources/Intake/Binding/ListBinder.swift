import Findings
import Monitoring
import Spreadsheets

/// Finds the fields of a section whose labels stand in one cell and whose values to the right.
struct ListBinder {
  let place: SectionSheet

  private var section: FormSection { place.section }
  private var sheet: Grid { place.sheet }

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
    return cells(of: outcomes, labelColumns: columns)
  }

  private func cells(
    of outcomes: [LabelMatcher.Outcome], labelColumns: [Int]
  ) -> SectionCells {
    let found = outcomes.compactMap(\.candidate).map(\.place)
    var valueColumns: [Int: Int] = [:]
    var dated: [Finding] = []
    for (index, column) in labelColumns.enumerated() {
      let end = index + 1 < labelColumns.count ? labelColumns[index + 1] : Int.max
      let rows = found.filter { $0.column == column }.map(\.row)
      switch valueColumn(right: column, before: end, rows: rows) {
      case .column(let value): valueColumns[column] = value
      case .dated(let heading, let others):
        valueColumns[column] = heading.place.column
        dated.append(place.dated([heading], others))
      case .unclear(let places): return nothing(saying: place.unclear(places))
      case .conflict(let headings): return nothing(saying: place.conflict(headings))
      case .none: break
      }
    }
    var cells = SectionCells(findings: dated)
    for (field, outcome) in zip(section.fields, outcomes) {
      if let remark = place.remark(on: field, outcome) { cells.findings.append(remark) }
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
      let cell = sheet[CellAddress(row: row, column: value)]
      if row > last, text == nil || cell?.isNumber != true { return findings }
      guard !known.contains(row), let text, cell?.isBlank == false else { continue }
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

  private enum ValueColumn {
    case column(Int)
    /// Taken for the year in its heading, beside columns of other years.
    case dated(LabelCandidate, others: [LabelCandidate])
    case unclear([CellAddress])
    /// Only columns of other years.
    case conflict([LabelCandidate])
    case none
  }

  private func valueColumn(right label: Int, before end: Int, rows: [Int]) -> ValueColumn {
    guard let first = rows.min(), let last = rows.max() else { return .none }
    let own = (label + 1)..<max(label + 1, end)
    guard !section.valueHeading.isEmpty else { return fullest(of: own, rows: rows) }
    let block = HeadingBlock(sheet, above: first, dataRows: first...last)
    let headings = block.columns.filter { own.contains($0.place.column) }
    let years = HeadingYears(headings, period: place.period)
    switch place.labels.valueHeading.outcomes(among: headings, guessing: [])[0] {
    case .found(let heading), .guessed(let heading):
      // A heading of another year, or «Значение» beside «2021»: nobody can tell.
      let rivals = years.own.filter { $0 != heading }
      if years.others.contains(heading) { return years.onlyOwn ?? .conflict([heading]) }
      guard rivals.isEmpty else { return .unclear(([heading] + rivals).map(\.place)) }
      return .column(heading.place.column)
    case .twice(let headings):
      return years.onlyOwn ?? .unclear(headings.map(\.place))
    case .unclear, .missing:
      if let own = years.onlyOwn { return own }
      guard years.own.isEmpty else { return .unclear(years.own.map(\.place)) }
    }
    let fullest = fullest(of: own, rows: rows)
    let strange = years.others.map(\.place)
    if case .column(let column) = fullest, strange.contains(where: { $0.column == column }) {
      return .conflict(years.others)
    }
    return fullest
  }

  /// The headings of a list's values, by the year that they name.
  private struct HeadingYears {
    var own: [LabelCandidate]
    var others: [LabelCandidate]

    init(_ headings: [LabelCandidate], period: Period?) {
      let named = headings.filter { $0.period != nil && period != nil }
      own = named.filter { $0.period == period }
      others = named.filter { $0.period != period }
    }

    /// The column of the form's year, where there is one.
    var onlyOwn: ValueColumn? {
      guard own.count == 1 else { return nil }
      return others.isEmpty ? .column(own[0].place.column) : .dated(own[0], others: others)
    }
  }

  /// The column that holds most beside the labels.
  private func fullest(of columns: Range<Int>, rows: [Int]) -> ValueColumn {
    let labelled = Set(rows)
    let values = sheet.places.filter { labelled.contains($0.row) && columns.contains($0.column) }
    let filled = Dictionary(grouping: values, by: \.column).mapValues(\.count)
    let most = filled.values.max() ?? 0
    let rivals = filled.filter { $0.value * 2 > most }.keys.sorted()
    guard let column = rivals.first else { return .none }
    if rivals.count > 1, !section.valueHeading.isEmpty {
      return .unclear(rivals.map { CellAddress(row: rows.min() ?? 1, column: $0) })
    }
    return .column(column)
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
    case .twice(let candidates), .unclear(let candidates): candidates.map(\.place)
    case .missing: []
    }
  }

  /// The places of a label that was found more than once.
  var copies: [CellAddress]? {
    if case .twice(let candidates) = self { return candidates.map(\.place) }
    return nil
  }
}
