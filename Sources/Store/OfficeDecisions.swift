import Findings
import GRDB
import Monitoring

/// What the office decided about the values of one submission.
struct OfficeDecisions {
  private let decisions: FormDecisions
  /// Corrected values that the form was not found to hold yet.
  private var left: Set<Observation.Key>
  /// Whether the file was sent back.
  let isReturned: Bool

  static let none = OfficeDecisions(FormDecisions([]), hash: "")

  private init(_ decisions: FormDecisions, hash: String) {
    self.decisions = decisions
    left = Set(decisions.corrections.keys)
    isReturned = decisions.sentBack(hash) != nil
  }

  init(_ db: Database, of stored: StoredSubmission) throws {
    let submission = stored.submission
    let place = UnitPeriod(unit: submission.unit, period: submission.period)
    let entries = try Store.decisions(db, place).filter { $0.form == submission.form }
    self.init(FormDecisions(entries), hash: submission.fileHash)
  }

  /// The value put right by the correction that holds; taken out, so that what is left at the end
  /// are values that the form does not hold at all.
  mutating func applied(to observation: Observation) -> Observation {
    guard left.remove(observation.key) != nil,
      let correction = decisions.correction(of: observation.key, saying: observation.state)
    else { return observation }
    return observation.corrected(by: correction)
  }

  /// The values that were put where the form says nothing, in the order of their fields.
  var rest: [Observation] { decisions.added(at: left) }
}

/// What rules, and decisions about what they found, make of the values of a unit and period.
struct RuleMarks {
  /// The values that an open error of a rule names.
  private let withheld: Set<Observation.Key>
  /// The values that count in spite of one.
  private let accepted: [Observation.Key: Decision]

  init(_ db: Database, unit: UnitCode, period: Period) throws {
    func key(_ row: Row) -> Observation.Key {
      Observation.Key(
        unit: unit, period: period, field: FieldCode(rawValue: row[0]),
        breakdown: Breakdown(row[1] as String) ?? .whole)
    }
    withheld = Set(
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT w.field, w.breakdown FROM rule_run r JOIN withholding w ON w.run = r.id
            WHERE r.unit = ? AND r.period = ?
            """), arguments: [unit.rawValue, period.year]
      ).map(key))
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.field, a.breakdown, j.id, j.author, j.at, j.reason
          FROM rule_run r JOIN accepted_value a ON a.run = r.id JOIN journal j ON j.id = a.journal
          WHERE r.unit = ? AND r.period = ?
          """), arguments: [unit.rawValue, period.year])
    accepted = Dictionary(
      rows.map { row in
        (
          key(row),
          Decision(
            number: row[2], act: .accepted, author: row[3], at: row[4], reason: row[5])
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The observation as it counts.
  func applied(to observation: Observation, isReturned: Bool) -> Observation {
    var counted = observation
    if let decision = accepted[observation.key] {
      counted.decisions.append(ValueDecision(decision: decision, before: observation.state))
    }
    if case .given(let value) = observation.state,
      isReturned || withheld.contains(observation.key)
    {
      counted.state = .withheld(value)
    }
    return counted
  }
}
