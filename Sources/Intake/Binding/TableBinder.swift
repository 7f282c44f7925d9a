import Findings
import Monitoring
import Spreadsheets

/// Finds the cells of a table: columns by their headings, rows by the members of a dictionary.
struct TableBinder {
  let place: SectionSheet
  let dimension: ClassifierCode
  let members: [Classifier.Member]

  private var section: FormSection { place.section }
  private var sheet: Grid { place.sheet }

  /// What begins a row of sums, which is no member.
  private static let totals = ["итого", "всего", "сумма"].map { Label($0).tight }

  func bind() -> SectionCells {
    let texts = place.candidates()
    let matcher = place.labels.rows
    let columns = Dictionary(grouping: texts, by: \.place.column)
      .mapValues { matcher.outcomes(among: $0, guessing: []) }
      .mapValues { outcomes in outcomes.count { $0 != .missing } }
    guard let most = columns.values.max(), most > 0 else {
      return nothing(saying: place.withoutRows(members.count, among: texts) ?? missing())
    }
    let rivals = columns.filter {
      Double($0.value) >= SectionSheet.leastCopy * Double(most) && $0.value > 1
    }.keys.sorted()
    if rivals.count > 1 { return nothing(saying: place.unclear(tops(of: rivals, in: texts))) }
    // Of several with one label each nobody can tell which is meant; the leftmost is taken always.
    guard let column = columns.filter({ $0.value == most }).keys.min() else {
      return nothing(saying: missing())
    }
    let candidates = texts.filter { $0.place.column == column }
    let rows = matcher.outcomes(among: candidates)
    let copies = rows.compactMap(\.copies)
    if copies.count >= 2, Double(copies.count) >= SectionSheet.leastCopy * Double(most) {
      return nothing(saying: place.unclear(copies[0]))
    }
    return cells(rows: rows, among: candidates)
  }

  private func cells(
    rows: [LabelMatcher.Outcome], among candidates: [LabelCandidate]
  ) -> SectionCells {
    let found = rows.compactMap(\.candidate).map(\.place.row)
    let known = rows.flatMap(\.rows)
    guard let first = known.min(), let last = known.max() else { return nothing(saying: missing()) }
    let block = HeadingBlock(
      sheet, above: first, dataRows: first...last, looks: place.looks)
    // Columns of several years side by side: those of the form's own year are meant.
    let dated = block.columns.filter { place.period != nil && $0.period == place.period }
    let others = block.columns.filter { $0.period != nil && $0.period != place.period }
    let headings = block.columns.filter { !others.contains($0) }
    let columns = place.labels.fields.outcomes(among: headings)
    // Fields under headings without a year, and beside them what is shown of other years.
    let isPlain = dated.isEmpty && columns.contains { $0.candidate != nil }
    guard others.isEmpty || !dated.isEmpty || isPlain else {
      return nothing(saying: place.conflict(others))
    }
    let top = candidates.first { $0.place.row == first }?.place
    if let finding = place.withoutLabels(columns, near: top), !areReworded(headings, columns) {
      return nothing(saying: finding)
    }
    let isDated = !others.isEmpty && !isPlain

    var cells = SectionCells(findings: isDated ? [place.dated(dated, others)] : [])
    for (field, outcome) in zip(section.fields, columns) {
      if let remark = place.remark(on: field, outcome, among: headings, taken: columns) {
        cells.findings.append(remark)
      }
    }
    for (member, outcome) in zip(members, rows) {
      let breakdown = Breakdown(dimension, member.code)
      if let remark = place.remark(on: member, breakdown, outcome) {
        cells.findings.append(remark)
      }
      for (field, column) in zip(section.fields, columns) {
        var cell: CellAddress?
        if let row = outcome.candidate?.place.row, let column = column.candidate?.place.column {
          cell = CellAddress(row: row, column: column)
        }
        cells.slots.append(
          SectionCells.Slot(field: field, breakdown: breakdown, row: member.title, place: cell))
      }
    }
    if !found.isEmpty {
      cells.findings += strangers(
        candidates.filter { $0.place.row > first && !known.contains($0.place.row) },
        columns: columns.compactMap(\.candidate).map(\.place.column))
    }
    return cells
  }

  /// Whether headings were worded anew, and not deleted: they are told of one by one, each with its
  /// likely column. A title that was left above the table is alike to some.
  private func areReworded(_ headings: [LabelCandidate], _ taken: [LabelMatcher.Outcome]) -> Bool {
    let likely = section.fields.compactMap {
      place.nearest(to: $0, among: headings, taken: taken)?.text
    }
    return Set(likely).count * 2 >= section.fields.count
  }

  /// Rows with numbers in them that are of no member and no sum.
  private func strangers(_ rows: [LabelCandidate], columns: [Int]) -> [Finding] {
    rows.compactMap { row in
      guard let label = row.labels.first,
        !Self.totals.contains(where: { label.tight.starts(with: $0) })
      else {
        return nil
      }
      let holdsNumbers = columns.contains { column in
        let cell = place.cell(CellAddress(row: row.place.row, column: column))
        if case .number? = cell?.content { return true }
        return false
      }
      guard holdsNumbers else { return nil }
      return place.finding(
        "form.row-unknown", .warning, nil, .whole, [row.place], ["value": .text(row.text)])
    }
  }

  /// The first label in each of the columns.
  private func tops(of columns: [Int], in texts: [LabelCandidate]) -> [CellAddress] {
    let names = Set(place.labels.rows.wanted.flatMap(\.labels).map(\.tight))
    return columns.compactMap { column in
      texts.first { $0.place.column == column && names.contains($0.labels[0].tight) }?.place
    }
  }

  private func missing() -> Finding {
    place.finding(
      "form.section-missing", section.isOptional ? .notice : .error, nil, .whole, [],
      ["section": .text(section.sheet)])
  }

  /// No cell of the table can be told.
  private func nothing(saying finding: Finding) -> SectionCells {
    var cells = SectionCells(findings: [finding])
    for member in members {
      for field in section.fields {
        cells.slots.append(
          SectionCells.Slot(
            field: field, breakdown: Breakdown(dimension, member.code), row: member.title,
            place: nil))
      }
    }
    return cells
  }
}

extension LabelMatcher.Outcome {
  /// The rows that it is about, certain or not.
  fileprivate var rows: [Int] {
    switch self {
    case .found(let candidate), .guessed(let candidate): [candidate.place.row]
    case .numbered(let candidate, _): [candidate.place.row]
    case .twice(let candidates): candidates.map(\.place.row)
    case .unclear, .missing: []
    }
  }
}
