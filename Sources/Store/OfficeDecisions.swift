import Findings
import GRDB
import Monitoring

/// What the office decided about the values of one submission.
struct OfficeDecisions {
  private var corrections: [Observation.Key: (before: Observation.State?, mark: ValueDecision)] =
    [:]
  private var corrected: [Observation.Key: Observation.State] = [:]
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
        corrections[key] = (
          before, ValueDecision(decision: entry.decision(.corrected), before: before)
        )
        corrected[key] = after
      case .returnForm(let hash): isReturned = isReturned || hash == submission.fileHash
      case .accept, .scan, .lock, .unlock, .importResults, .newPeriod, .withdraw: break
      }
    }
  }

  /// The value put right, as long as the form says what it said when it was; taken out, so that
  /// what is left at the end are values that the form does not hold at all.
  mutating func applied(to observation: Observation) -> Observation {
    guard let correction = corrections.removeValue(forKey: observation.key),
      let state = corrected[observation.key], correction.before == observation.state
    else { return observation }
    var right = observation
    right.state = state
    right.decisions.append(correction.mark)
    return right
  }

  /// The values that were put where the form says nothing, in the order of their fields.
  var rest: [Observation] {
    corrections.filter { $0.value.before == nil }
      .sorted { ($0.key.field, $0.key.breakdown) < ($1.key.field, $1.key.breakdown) }
      .compactMap { key, correction in
        corrected[key].map {
          Observation(key: key, state: $0, origin: nil, decisions: [correction.mark])
        }
      }
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
