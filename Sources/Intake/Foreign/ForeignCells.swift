import Findings
import Monitoring
import Spreadsheets

/// What a value of a foreign table is of, before its parts are summed.
struct ForeignSlot: Hashable {
  enum Owner: Hashable {
    case unit(UnitCode)
    /// A published sum over the units, by its label.
    case total(ForeignText.Key)
  }

  var owner: Owner
  var period: Period
  var member: MemberCode?
  var part: ForeignText.Key
}

/// A cell of one of the sheets that a table stands on.
struct ForeignCell: Hashable {
  var sheet: Int
  var place: CellAddress
}

/// Gathers the cells of a binding's tables by what they are of.
struct ForeignCells {
  let vocabulary: ForeignVocabulary
  let file: FormFile
  /// Periods that are read.
  let periods: Set<Period>
  private let limits: ForeignLimits

  private(set) var cells: [ForeignSlot: [ForeignCell]] = [:]
  private(set) var findings: [Finding] = []
  /// Findings beyond the limit.
  private(set) var unsaid = 0
  /// Years that the tables have and that are not read.
  private(set) var outside: Set<Period> = []
  /// The published sums, as they are called.
  private(set) var totalNames: [ForeignText.Key: String] = [:]
  private var unknown: Set<ForeignMark> = []
  /// Periods by the texts that name them: the same few, over and over.
  private var times: [String: Period?] = [:]

  init(
    vocabulary: ForeignVocabulary, file: FormFile, periods: [Period], limits: ForeignLimits
  ) {
    self.limits = limits
    self.vocabulary = vocabulary
    self.file = file
    self.periods = Set(periods)
  }

  /// - Parameter span: the periods in which the sheet counts.
  mutating func add(_ table: ForeignTable, sheet: Int, span: ForeignBinding.Span) {
    unknown = []
    let grid = file.sheets[sheet]
    for (row, rowMarks) in table.rows {
      let isKnown = rowMarks.allSatisfy { vocabulary.knows($0.value, as: $0.key) }
      for (column, columnMarks) in table.columns {
        let place = CellAddress(row: row, column: column)
        // An empty cell in a row that is of nobody says nothing.
        if !isKnown, grid[grid.anchor(of: place)] == nil { continue }
        let marks = CellMarks(row: rowMarks, column: columnMarks, context: table.context)
        guard let slot = slot(marks, span, grid) else { continue }
        keep(ForeignCell(sheet: sheet, place: place), in: slot)
      }
    }
  }

  /// Of cells that say the same, which count for nothing, no more are kept than are named.
  private mutating func keep(_ cell: ForeignCell, in slot: ForeignSlot) {
    guard cells[slot]?.count ?? 0 < max(2, limits.names) else { return }
    cells[slot, default: []].append(cell)
  }

  /// What is known of one cell: its row says more than its column, both more than the sheet.
  private struct CellMarks {
    let row: ForeignTable.Marks
    let column: ForeignTable.Marks
    let context: ForeignTable.Marks

    subscript(axis: ForeignAxis) -> ForeignMark? { row[axis] ?? column[axis] ?? context[axis] }
  }

  private mutating func slot(
    _ marks: CellMarks, _ span: ForeignBinding.Span, _ grid: Grid
  ) -> ForeignSlot? {
    guard let unit = marks[.unit], let time = marks[.period], let field = marks[.field] else {
      return nil
    }
    guard let period = period(of: time) else {
      return refuse(time, as: .period, nil, grid)
    }
    guard span.contains(period) else { return nil }
    guard periods.contains(period) else {
      outside.insert(period)
      return nil
    }
    guard vocabulary.parts.contains(field.key) else {
      return refuse(field, as: .field, period, grid)
    }
    var member: MemberCode?
    if let mark = marks[.member] {
      guard let known = vocabulary.members[mark.key] else {
        return refuse(mark, as: .member, period, grid)
      }
      member = known
    }
    guard let owner = owner(unit, period) else { return refuse(unit, as: .unit, period, grid) }
    return ForeignSlot(owner: owner, period: period, member: member, part: field.key)
  }

  private mutating func period(of mark: ForeignMark) -> Period? {
    if let known = times[mark.text] { return known }
    let period = vocabulary.text.period(in: mark.text)
    times[mark.text] = .some(period)
    return period
  }

  private mutating func owner(_ mark: ForeignMark, _ period: Period) -> ForeignSlot.Owner? {
    if vocabulary.totals.contains(mark.key) {
      totalNames[mark.key] = mark.text
      return .total(mark.key)
    }
    return vocabulary.units.unit(mark.key, in: period).map { .unit($0) }
  }

  /// Says once what nobody knows; nil, so that its values are left out.
  private mutating func refuse(
    _ mark: ForeignMark, as axis: ForeignAxis, _ period: Period?, _ grid: Grid
  ) -> ForeignSlot? {
    guard unknown.insert(mark).inserted else { return nil }
    // Likenesses of more strangers are not looked for: a sheet may have a hundred thousand.
    guard findings.count < limits.findings else {
      unsaid += 1
      return nil
    }
    let origin = mark.place.map { file.origin(of: $0, on: grid) } ?? file.origin(of: grid)
    findings.append(vocabulary.unknown(mark, as: axis, in: period, at: origin))
    return nil
  }
}
