import Findings
import GRDB
import Monitoring

/// A line of the journal as the columns of its table.
struct JournalRow {
  /// In the order of `values(of:)`, behind `id`.
  static let columns = """
    at, author, reason, act, period, unit, form, field, breakdown, before_state, before_kind, \
    before_value, after_state, after_kind, after_value, code, seen, hash, withdraws
    """

  /// - Parameter versions: of a return, how many versions of the form had come.
  static func values(
    of entry: JournalEntry, versions: Int? = nil
  ) -> [(any DatabaseValueConvertible)?] {
    var field: String?
    var breakdown: String?
    var before: [String?] = [nil, nil, nil]
    var after: [String?] = [nil, nil, nil]
    var code: String?
    var seen: String?
    var hash: String?
    var withdraws: Int?
    switch entry.act {
    case .correct(let corrected, let part, let old, let new):
      (field, breakdown) = (corrected.rawValue, part.description)
      before = ObservationRow.texts(of: old)
      after = ObservationRow.texts(of: new)
    case .accept(let accepted, let of, let part, let values):
      (code, field, breakdown, seen) = (accepted.rawValue, of, part, values)
    case .returnForm(let file): (hash, seen) = (file, versions.map(String.init))
    case .importResults(let file): hash = file
    case .withdraw(let line): withdraws = line
    case .scan(let received): seen = received
    case .lock, .unlock, .newPeriod: break
    }
    return [
      entry.at, entry.author, entry.reason, name(of: entry.act), entry.period?.year,
      entry.unit?.rawValue, entry.form?.rawValue, field, breakdown,
    ] + before + after + [code, seen, hash, withdraws]
  }

  /// Reads a row whose first columns are `id` and `columns`.
  static func entry(_ row: Row) throws -> JournalEntry {
    guard let act = act(row) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "line \(row[0] as Int) of the journal is unreadable")
    }
    return JournalEntry(
      number: row[0], at: row[1], author: row[2], reason: row[3], act: act,
      period: (row[5] as Int?).flatMap { Period(year: $0) },
      unit: (row[6] as String?).map { UnitCode(rawValue: $0) },
      form: (row[7] as String?).map { FormCode(rawValue: $0) })
  }

  private static func act(_ row: Row) -> JournalEntry.Act? {
    let field: String = row[8] ?? ""
    let breakdown: String = row[9] ?? ""
    switch row[4] as String {
    case "correct":
      guard let part = Breakdown(breakdown), let after = state(row, from: 13) else { return nil }
      return .correct(
        field: FieldCode(rawValue: field), breakdown: part, before: state(row, from: 10),
        after: after)
    case "accept":
      return .accept(
        code: FindingCode(rawValue: row[16] ?? ""), field: field, breakdown: breakdown,
        seen: row[17] ?? "")
    case "return": return .returnForm(hash: row[18] ?? "")
    // Lines of before it was kept have no day: then it is the one of the line.
    case "scan":
      return .scan(received: (row[17] as String?) ?? String((row[1] as String).prefix(10)))
    case "lock": return .lock
    case "unlock": return .unlock
    case "import": return .importResults(hash: row[18] ?? "")
    case "new-period": return .newPeriod
    case "withdraw": return (row[19] as Int?).map { .withdraw($0) }
    case _: return nil
    }
  }

  private static func state(_ row: Row, from column: Int) -> Observation.State? {
    guard let state: String = row[column] else { return nil }
    return ObservationRow.state(state, kind: row[column + 1], value: row[column + 2])
  }

  private static func name(of act: JournalEntry.Act) -> String {
    switch act {
    case .correct: "correct"
    case .accept: "accept"
    case .returnForm: "return"
    case .scan: "scan"
    case .lock: "lock"
    case .unlock: "unlock"
    case .importResults: "import"
    case .newPeriod: "new-period"
    case .withdraw: "withdraw"
    }
  }
}
