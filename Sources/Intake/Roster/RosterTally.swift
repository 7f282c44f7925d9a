import ExactNumbers
import Expressions
import Monitoring
import Spreadsheets

/// What has been counted of a roster so far. It holds numbers and places of cells, nothing of a
/// person.
struct RosterTally {
  /// Why a person could not be counted.
  struct Doubt: Hashable {
    enum Reason: Int {
      case missing
      case unreadable
      case oddAge
      case futureDate
    }

    var column: ColumnCode
    var reason: Reason
  }

  /// Which cells are in doubt, and which fields are not given for it.
  struct Doubtful {
    var cells: [CellAddress] = []
    var fields: Set<FieldCode> = []
  }

  private struct Counted {
    var numbers: [MemberCode: Int] = [:]
    var whole = 0
    /// The rows of the table that are not given; all of them where a person's own is not known.
    var undecided: Set<MemberCode> = []
    var isUndecided = false

    mutating func add(_ members: [MemberCode]) {
      whole += 1
      for member in members { numbers[member, default: 0] += 1 }
    }
  }

  private let counts: [RosterCount]
  private var counted: [Counted]
  private(set) var doubts: [Doubt: Doubtful] = [:]
  /// Why conditions could not be evaluated, the first reason of each: a fault of the pack.
  private(set) var broken: [FieldCode: ExpressionError] = [:]

  init(_ counts: [RosterCount]) {
    self.counts = counts
    counted = counts.map { _ in Counted() }
  }

  /// Adds a person. `cells` are what stands in her row, `places` where.
  mutating func add(
    _ row: RosterRow, cells: [ColumnCode: RosterCell], places: [ColumnCode: CellAddress]
  ) {
    for (index, count) in counts.enumerated() {
      let answer: ExpressionValue
      do {
        answer = try count.condition?.evaluate(in: row) ?? .flag(true)
      } catch {
        broken[count.field] = broken[count.field] ?? error
        counted[index].isUndecided = true
        continue
      }
      if answer == .flag(false) { continue }
      let members = count.by.map { Self.members(row.values[$0] ?? .missing) } ?? []
      if let by = count.by, members == nil {
        doubt([by], of: count, row, cells, places)
        counted[index].isUndecided = true
      }
      if answer == .flag(true) {
        counted[index].add(members ?? [])
        continue
      }
      doubt(count.condition.map(Self.columns) ?? [], of: count, row, cells, places)
      if count.by == nil { counted[index].isUndecided = true }
      counted[index].undecided.formUnion(members ?? [])
    }
  }

  /// No count is given: there are rows of which nobody can tell whose they are.
  mutating func withholdAll() {
    for index in counted.indices { counted[index].isUndecided = true }
  }

  /// The state of a count in a row of its table; whole for a field of a list.
  func state(_ index: Int, _ member: MemberCode?) -> Observation.State {
    let one = counted[index]
    guard !one.isUndecided else { return .unreadable }
    guard let member else { return .given(.number(ExactNumber(one.whole))) }
    if one.undecided.contains(member) { return .unreadable }
    return .given(.number(ExactNumber(one.numbers[member] ?? 0)))
  }

  /// The choices of a person; nil when they are not known.
  private static func members(_ value: ExpressionValue) -> [MemberCode]? {
    switch value {
    case .text(let code): [MemberCode(rawValue: code)]
    case .list(let values):
      values.compactMap { value in
        if case .text(let code) = value { return MemberCode(rawValue: code) }
        return nil
      }
    case .number, .flag, .missing, .record: nil
    }
  }

  private static func columns(of condition: Expression) -> [ColumnCode] {
    condition.names.map { ColumnCode(rawValue: $0.base) }
  }

  private mutating func doubt(
    _ columns: [ColumnCode], of count: RosterCount, _ row: RosterRow,
    _ cells: [ColumnCode: RosterCell], _ places: [ColumnCode: CellAddress]
  ) {
    var reasons = columns.map { column in
      cells[column].flatMap { reason($0, column, count, row) }
    }
    // All is there and yet there is no answer: a division by zero.
    if reasons.allSatisfy({ $0 == nil }) { reasons = columns.map { _ in .unreadable } }
    for (column, reason) in zip(columns, reasons) {
      // Of a column that was not found its heading is asked for, once.
      guard let reason, let place = places[column] else { continue }
      let doubt = Doubt(column: column, reason: reason)
      if doubts[doubt]?.cells.last != place {
        doubts[doubt, default: Doubtful()].cells.append(place)
      }
      doubts[doubt]?.fields.insert(count.field)
    }
  }

  private func reason(
    _ cell: RosterCell, _ column: ColumnCode, _ count: RosterCount, _ row: RosterRow
  ) -> Doubt.Reason? {
    switch cell {
    case .missing: return .missing
    case .unreadable: return .unreadable
    case .given(let value):
      guard let date = value.date, count.reckonsYears(of: column) else { return nil }
      if row.day < date { return .futureDate }
      return count.reckonsAge(of: column) && !row.ages.contains(date.fullYears(on: row.day))
        ? .oddAge : nil
    }
  }
}

extension RosterCount {
  fileprivate func reckonsAge(of column: ColumnCode) -> Bool { calls(["age"], of: column) }

  fileprivate func reckonsYears(of column: ColumnCode) -> Bool {
    calls(["age", "years_since"], of: column)
  }

  private func calls(_ functions: Set<String>, of column: ColumnCode) -> Bool {
    guard let condition else { return false }
    return condition.syntax.contains { node in
      guard case .call(let function, let arguments) = node.kind else { return false }
      return functions.contains(function)
        && arguments.contains { $0.kind == .name([column.rawValue]) }
    }
  }
}

extension SyntaxNode {
  fileprivate func contains(_ holds: (SyntaxNode) -> Bool) -> Bool {
    holds(self) || children.contains { $0.contains(holds) }
  }
}
