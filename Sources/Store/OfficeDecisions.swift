import Findings
import GRDB
import Monitoring

/// What the office decided about the values of one submission.
struct OfficeDecisions {
  /// A value put right, with what the form said when it was.
  private struct Correction {
    var before: Observation.State?
    var after: Observation.State
    var mark: ValueDecision
  }

  /// Of each value, the last one at the end.
  private var corrections: [Observation.Key: [Correction]] = [:]
  /// Whether the file was sent back.
  private(set) var isReturned = false

  static let none = OfficeDecisions()

  private init() {}

  init(_ db: Database, of stored: StoredSubmission) throws {
    let submission = stored.submission
    let place = UnitPeriod(unit: submission.unit, period: submission.period)
    for entry in try Store.decisions(db, place) where entry.form == submission.form {
      switch entry.act {
      case .correct(let field, let breakdown, let before, let after):
        let key = Observation.Key(
          unit: place.unit, period: place.period, field: field, breakdown: breakdown)
        corrections[key, default: []].append(
          Correction(
            before: before, after: after,
            mark: ValueDecision(decision: entry.decision(.corrected), before: before)))
      case .returnForm(let hash): isReturned = isReturned || hash == submission.fileHash
      case .accept, .scan, .lock, .unlock, .importResults, .newPeriod, .withdraw: break
      }
    }
  }

  /// The value put right by the last correction that was made of what the form says; taken out, so
  /// that what is left at the end are values that the form does not hold at all.
  mutating func applied(to observation: Observation) -> Observation {
    guard
      let correction = corrections.removeValue(forKey: observation.key)?
        .last(where: { $0.before == observation.state })
    else { return observation }
    var right = observation
    right.state = correction.after
    right.decisions.append(correction.mark)
    return right
  }

  /// The values that were put where the form says nothing, in the order of their fields.
  var rest: [Observation] {
    corrections.compactMap { key, all in
      all.last { $0.before == nil }.map {
        Observation(key: key, state: $0.after, origin: nil, decisions: [$0.mark])
      }
    }.sorted { ($0.key.field, $0.key.breakdown) < ($1.key.field, $1.key.breakdown) }
  }
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
