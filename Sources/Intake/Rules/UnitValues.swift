import ExactNumbers
import Expressions
import Monitoring

/// The observations of one unit in one period, put into their slots once for all rules.
struct UnitValues {
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

  private mutating func put(_ key: Observation.Key, _ index: Int) {
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
      if self[column, row]?.state == .notApplicable { return nil }
      guard let leader = form.columns[column].leader else { return value }
      return self.value(leader, row) == .exact(0) ? nil : value
    }
  }

  /// How many numbers of the form are not zero.
  var nonzeroCount: Int { observations.count { $0.ruleNumber?.isZero == false } }

  /// How many numbers of the form are not zero and stand in another period too.
  func unchangedCount(since other: UnitValues) -> Int {
    var numbers: [Observation.Key: ExactNumber] = [:]
    for observation in other.observations {
      var key = observation.key
      key.period = observations.first?.key.period ?? key.period
      numbers[key] = observation.ruleNumber
    }
    return observations.count {
      guard let number = $0.ruleNumber, !number.isZero else { return false }
      return numbers[$0.key] == number
    }
  }
}

extension Observation {
  /// The number that a rule sees.
  fileprivate var ruleNumber: ExactNumber? {
    switch state {
    case .given(.number(let number)), .withheld(.number(let number)): number
    case .given, .withheld, .missing, .notApplicable, .unreadable: nil
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
