import Monitoring
import Spreadsheets

/// Which column holds the values of a list.
extension ListBinder {
  enum ValueColumn {
    case column(Int)
    /// Taken for the year in its heading, beside columns of other years.
    case dated(LabelCandidate, others: [LabelCandidate])
    case unclear([CellAddress])
    /// Only columns of other years.
    case conflict([LabelCandidate])
    case none
  }

  /// - Parameter numbers: columns that hold the numbers of rows and are no values.
  func valueColumn(
    of index: Int, among labels: [Int], rows: [Int], numbers: Set<Int>
  ) -> ValueColumn {
    guard let first = rows.min(), let last = rows.max() else { return .none }
    let label = labels[index]
    let end = index + 1 < labels.count ? labels[index + 1] : Int.max
    let own = (label + 1)..<max(label + 1, end)
    guard !section.valueHeading.isEmpty else { return fullest(of: own, rows: rows, not: numbers) }
    let block = HeadingBlock(
      sheet, above: first, dataRows: first...last, looks: place.looks)
    let headings = block.columns.filter { own.contains($0.place.column) }
    let years = HeadingYears(headings, period: place.period)
    switch place.labels.valueHeading.outcomes(among: headings, guessing: [])[0] {
    case .found(let heading), .guessed(let heading), .numbered(let heading, _):
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
    // The columns changed places: the heading tells, where one list only stands on the sheet.
    let left = block.columns.filter { labels.count == 1 && $0.place.column < label }
    if case .found(let heading) = place.labels.valueHeading.outcomes(among: left, guessing: [])[0] {
      return .column(heading.place.column)
    }
    // Units («чел.») and other years stand in columns of their own, which are no values.
    let strange = Set(years.others.map(\.place.column))
    let rest = fullest(of: own, rows: rows, not: numbers.union(strange).union(wordColumns(rows)))
    if case .none = rest, !strange.isEmpty { return .conflict(years.others) }
    return rest
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

  /// The columns in which each field that was found has its own number and nothing else.
  func rowNumbers(_ outcomes: [LabelMatcher.Outcome]) -> Set<Int> {
    let numbers = Dictionary(
      zip(outcomes, place.labels.fields.wanted).compactMap { outcome, wanted in
        outcome.candidate.flatMap { candidate in wanted.number.map { (candidate.place.row, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let cells = Dictionary(grouping: sheet.places.filter { numbers[$0.row] != nil }, by: \.column)
    let numbered = cells.filter { _, places in
      places.count > 1
        && places.allSatisfy { cell in
          numbers[cell.row].map { place.looks.isNumber($0, at: cell, of: sheet) } ?? false
        }
    }
    return Set(numbered.keys)
  }

  /// The columns that hold the same one or two words in all rows, where numbers are looked for.
  private func wordColumns(_ rows: [Int]) -> Set<Int> {
    let numeric = section.fields.filter { $0.kind == .count || $0.kind == .percent }
    guard numeric.count == section.fields.count else { return [] }
    let cells = Dictionary(
      grouping: sheet.places.filter { Set(rows).contains($0.row) }, by: \.column)
    return Set(
      cells.filter { _, places in
        let texts = places.map { sheet[$0]?.text }
        return places.count > 2 && !texts.contains(nil) && Set(texts).count <= 3
      }.keys)
  }

  /// The column that holds most beside the labels.
  private func fullest(
    of columns: Range<Int>, rows: [Int], not numbers: Set<Int>
  ) -> ValueColumn {
    let labelled = Set(rows)
    let values = sheet.places.filter {
      labelled.contains($0.row) && columns.contains($0.column) && !numbers.contains($0.column)
    }
    let filled = Dictionary(grouping: values, by: \.column).mapValues(\.count)
    let most = filled.values.max() ?? 0
    let rivals = filled.filter { $0.value * 2 > most }.keys.sorted()
    guard let column = rivals.first else { return .none }
    if rivals.count > 1, !section.valueHeading.isEmpty {
      return .unclear(rivals.map { CellAddress(row: rows.min() ?? 1, column: $0) })
    }
    return .column(column)
  }
}
