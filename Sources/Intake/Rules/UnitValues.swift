import ExactNumbers
import Expressions
import Monitoring

/// The observations of one unit in one period, put into their slots once for all rules.
///
/// A class, because every condition reads it and none should copy it.
final class UnitValues {
  private let form: FormIndex
  private let observations: [Observation]
  /// The observation of each slot of the form; -1 for none.
  private var slots: [Int]
  /// Those of free rows, by column.
  private var records: [Int: [Breakdown: Int]] = [:]
  /// The free rows in their order, by the first column of their section.
  private var recordRows: [Int: [FormRow]] = [:]

  var isEmpty: Bool { observations.isEmpty }

  init(_ observations: [Observation], in form: FormIndex) {
    self.form = form
    self.observations = observations
    slots = Array(repeating: -1, count: form.slotCount)
    for (index, observation) in observations.enumerated() { put(observation.key, index) }
    for (column, rows) in records { recordRows[column] = Self.sorted(rows.keys) }
  }

  private func put(_ key: Observation.Key, _ index: Int) {
    guard let column = form.column(of: key.field) else { return }
    let place = form.columns[column]
    switch place.rows {
    case .one where key.breakdown.isWhole: slots[place.start] = index
    case .one: break
    case .table(let table):
      guard let row = Self.row(key.breakdown, in: form.tables[table]) else { return }
      slots[place.start + row] = index
    case .records: records[column, default: [:]][key.breakdown] = index
    }
  }

  private static func row(_ breakdown: Breakdown, in table: FormIndex.Table) -> Int? {
    guard breakdown.parts.count == 1, breakdown.parts[0].dimension == table.dimension else {
      return nil
    }
    return table.indices[breakdown.parts[0].member]
  }

  /// Free rows in their order; their members are numbers.
  private static func sorted(_ rows: some Sequence<Breakdown>) -> [FormRow] {
    rows.map { (Int($0.member(of: Breakdown.row)?.rawValue ?? "") ?? 0, $0) }
      .sorted { $0.0 < $1.0 }.map { .record($0.1) }
  }

  /// The rows of a column: all members of its dictionary, or the free rows that there are.
  func rows(ofColumn column: Int) -> [FormRow] {
    switch form.columns[column].rows {
    case .one: [.whole]
    case .table(let table): form.tables[table].breakdowns.indices.map { .table(table, $0) }
    case .records(let first): recordRows[first] ?? []
    }
  }

  private func index(_ column: Int, _ row: FormRow) -> Int? {
    let place = form.columns[column]
    let index: Int
    switch (place.rows, row) {
    case (.one, _): index = slots[place.start]
    case (.table(let table), .table(let other, let row)) where table == other:
      index = slots[place.start + row]
    case (.records, .record(let row)): return records[column]?[row]
    case (.table, _), (.records, _): return nil
    }
    return index < 0 ? nil : index
  }

  subscript(column: Int, row: FormRow) -> Observation? {
    index(column, row).map { observations[$0] }
  }

  /// The value that a rule sees. What a rule withholds is seen by the others: they all look at
  /// what stands in the form.
  func value(_ column: Int, _ row: FormRow) -> ExpressionValue {
    guard let index = index(column, row) else { return .missing }
    switch observations[index].state {
    case .given(let value), .withheld(let value): return ExpressionValue(value)
    case .missing, .notApplicable, .unreadable: return .missing
    }
  }

  /// The values of a column, a missing one included, without what may rightly be empty: cells
  /// that do not apply, and those of a row whose first column is zero.
  func column(_ column: Int) -> [ExpressionValue] {
    rows(ofColumn: column).compactMap { row in
      let value = value(column, row)
      guard value == .missing else { return value }
      if let index = index(column, row), observations[index].state == .notApplicable {
        return nil
      }
      guard let leader = form.columns[column].leader else { return value }
      return self.value(leader, row) == .exact(0) ? nil : value
    }
  }

  /// How many numbers of the form are not zero.
  var nonzeroCount: Int { everyIndex.count { number($0)?.isZero == false } }

  /// How many numbers of the form are not zero and stand in another period too.
  func unchangedCount(since other: UnitValues) -> Int {
    let inSlots = slots.indices.count { isUnchanged(slots[$0], since: other, other.slots[$0]) }
    let inRecords = records.reduce(0) { count, column in
      count
        + column.value.count { row, index in
          isUnchanged(index, since: other, other.records[column.key]?[row] ?? -1)
        }
    }
    return inSlots + inRecords
  }

  private func isUnchanged(_ index: Int, since other: UnitValues, _ otherIndex: Int) -> Bool {
    guard let number = number(index), !number.isZero else { return false }
    return other.number(otherIndex) == number
  }

  /// The observations of all slots and free rows.
  private var everyIndex: [Int] { slots + records.values.flatMap(\.values) }

  /// The number that a rule sees; nil for no observation and for another kind of value.
  private func number(_ index: Int) -> ExactNumber? {
    guard index >= 0 else { return nil }
    switch observations[index].state {
    case .given(.number(let number)), .withheld(.number(let number)): return number
    case .given, .withheld, .missing, .notApplicable, .unreadable: return nil
    }
  }
}

extension ExpressionValue {
  init(_ value: Observation.Value) {
    switch value {
    case .number(let number): self = .exact(number)
    case .yesNo(let flag): self = .flag(flag)
    case .choice(let member): self = .text(member.rawValue)
    case .text(let text), .date(let text): self = .text(text)
    }
  }
}
