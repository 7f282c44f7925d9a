import Expressions
import Findings
import Monitoring
import Spreadsheets

/// Where a roster stands in a workbook.
struct RosterPlace {
  let roster: Roster
  let sheet: Grid
  /// Position of the sheet in the workbook.
  let index: Int
  /// The highest and the lowest row of the headings.
  let headings: ClosedRange<Int>
  /// The columns that are known by their headings, those in doubt left out.
  let columns: [ColumnCode: Int]
  let findings: [Finding]
  /// False: a heading names persons, and the rest is not the roster's. Such a sheet is not read.
  let isCertain: Bool

  /// How much of the roster's headings is there.
  var likeness: Int { (isCertain ? 1000 : 0) + columns.count }

  func doubt(in file: FormFile) -> Finding {
    Finding(
      code: "roster.suspected", severity: .error,
      key: FindingKey(form: roster.form.rawValue),
      arguments: [
        "sheet": .text(sheet.name), "roster": .text(roster.title),
        "candidates": .list(roster.columns.map(\.label)),
      ], origins: [file.origin(of: sheet)])
  }
}

/// Finds a roster's sheet and columns by their headings.
struct RosterLocator: Sendable {
  let roster: Roster
  private let matcher: LabelMatcher
  private let names: Set<Label.Word>

  /// Rows at the top of a sheet among which the headings are looked for: below them stand people.
  static let headingRows = 40
  static let leastLabels = 2

  init(_ roster: Roster) {
    self.roster = roster
    matcher = LabelMatcher(
      wanted: roster.columns.map { column in
        LabelMatcher.Wanted(labels: ([column.label] + column.aliases).map(Label.init), number: nil)
      })
    names = Set(roster.sheets.map { Label($0).tight })
  }

  /// Nil for a sheet without persons.
  func place(at index: Int, of file: FormFile) -> RosterPlace? {
    let sheet = file.sheets[index]
    guard let (row, matched) = headingRow(on: sheet) else { return nil }
    let found = matched.count { $0 != .missing }
    let isNamed = names.contains(Label(sheet.name).tight)
    let isAlike = found >= Self.leastLabels && found * 2 >= roster.columns.count
    let namesPersons = zip(roster.columns, matched).contains { column, outcome in
      column.isPersonal && column.kind == .text && outcome != .missing
    }
    guard isNamed || isAlike || namesPersons else { return nil }
    let heading = lowest(of: row, on: sheet)
    let last = max(heading + 1, sheet.places.last?.row ?? 0)
    let block = HeadingBlock(sheet, above: heading + 1, dataRows: heading + 1...last)
    let outcomes = matcher.outcomes(among: block.columns)
    let columns = zip(roster.columns, outcomes).compactMap { column, outcome in
      outcome.candidate.map { (column.code, $0.place.column) }
    }
    return RosterPlace(
      roster: roster, sheet: sheet, index: index, headings: row...heading,
      columns: Dictionary(columns, uniquingKeysWith: { first, _ in first }),
      findings: zip(roster.columns, outcomes).compactMap { remark(on: $0, $1, sheet, file) },
      isCertain: isNamed || isAlike)
  }

  /// The topmost of the rows with most headings.
  private func headingRow(on sheet: Grid) -> (row: Int, matched: [LabelMatcher.Outcome])? {
    var rows: [Int: [LabelCandidate]] = [:]
    for place in sheet.places where place.row <= Self.headingRows {
      guard let text = sheet[place]?.text else { continue }
      rows[place.row, default: []].append(
        LabelCandidate(place: place, labels: [Label(text)], text: text, number: nil))
    }
    var best: (row: Int, matched: [LabelMatcher.Outcome], count: Int)?
    for (row, candidates) in rows.sorted(by: { $0.key < $1.key }) {
      let matched = matcher.outcomes(among: candidates, guessing: [])
      let count = matched.count { $0 != .missing }
      if count > best?.count ?? 0 { best = (row, matched, count) }
    }
    return best.map { ($0.row, $0.matched) }
  }

  /// Where the merges end that begin in a row of headings.
  private func lowest(of row: Int, on sheet: Grid) -> Int {
    sheet.merges.filter { $0.first.row == row && !sheet.isBlank($0.first) }
      .map(\.last.row).filter { $0 <= Self.headingRows }.max() ?? row
  }

  /// What is to be said of a column; the texts of the sheet are left out.
  private func remark(
    on column: RosterColumn, _ outcome: LabelMatcher.Outcome, _ sheet: Grid, _ file: FormFile
  ) -> Finding? {
    let severity: Severity = roster.needs(column.code) ? .error : .warning
    func finding(_ code: FindingCode, _ severity: Severity, _ places: [CellAddress]) -> Finding {
      Finding(
        code: code, severity: severity,
        arguments: [
          "label": .text(column.label), "sheet": .text(sheet.name),
          "candidates": .list(places.map(\.description)),
        ],
        origins: places.isEmpty
          ? [file.origin(of: sheet)]
          : places.map { file.origin(of: $0, on: sheet, isPersonal: true) })
    }
    switch outcome {
    case .found, .numbered: return nil
    case .guessed(let candidate):
      return finding("roster.column-guessed", .notice, [candidate.place])
    case .twice(let candidates):
      return finding("roster.column-unclear", severity, candidates.map(\.place))
    case .unclear(let candidates) where candidates.count > 1:
      return finding("roster.column-unclear", severity, candidates.map(\.place))
    case .unclear, .missing: return finding("roster.column-missing", severity, [])
    }
  }
}

extension Roster {
  /// Whether anything is counted by what stands in a column.
  fileprivate func needs(_ column: ColumnCode) -> Bool {
    counts.contains { count in
      count.by == column
        || count.condition?.names.contains { $0.path == [column.rawValue] } ?? false
    }
  }
}
