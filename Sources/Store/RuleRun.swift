import Findings
import GRDB
import Monitoring

/// A form that rules have to run over.
package struct UncheckedForm: Sendable, Hashable {
  package var place: UnitPeriod
  /// What they run over, in the store's own words; kept with what they find.
  package var basis: String
}

/// One run of the rules over a unit's form.
struct RuleRun {
  var rules: String
  var basis: String
  var digest: String

  init?(_ db: Database, of place: UnitPeriod) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT rules, basis, digest FROM rule_run WHERE unit = ? AND period = ?"),
      arguments: [place.unit.rawValue, place.period.year])
    guard let row else { return nil }
    (rules, basis, digest) = (row[0], row[1], row[2])
  }
}

/// What rules run over: the submissions that count and the last line of the journal about each
/// unit and period.
///
/// Why the year before is enough: `previous(…)` is the only word by which a rule reaches another
/// period, it means the year before, and a pack with `previous` inside `previous` is refused. What
/// lies further back reaches a form all the same, but by one way only: what the rules of the year
/// before withhold proves nothing this year, and those rules looked a year back too. So what they
/// found stands in the basis beside the values, and whoever runs rules runs them oldest period
/// first. Indicators need no basis: they are reckoned from all observations of all periods whenever
/// they are asked for, and what is signed is compared, not renewed.
struct RuleBases {
  /// Of every form that counts, by unit and period.
  private(set) var places: [UnitPeriod] = []
  private var submissions: [UnitPeriod: [Int64]] = [:]
  private var lines: [UnitPeriod: Int] = [:]
  /// What the rules found in each form, by its digest.
  private var found: [UnitPeriod: String] = [:]

  init(_ db: Database) throws {
    for stored in try StoredSubmission.current(db) {
      let place = UnitPeriod(unit: stored.submission.unit, period: stored.submission.period)
      if places.last != place { places.append(place) }
      submissions[place, default: []].append(stored.id)
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT unit, period, max(id) FROM journal WHERE unit IS NOT NULL GROUP BY unit, period
          """))
    for row in rows {
      guard let period = (row[1] as Int?).flatMap({ Period(year: $0) }) else { continue }
      lines[UnitPeriod(unit: UnitCode(rawValue: row[0]), period: period)] = row[2]
    }
    let runs = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT unit, period, substr(digest, 1, 16) FROM rule_run"))
    while let run = try runs.next() {
      guard let period = (run[1] as Int?).flatMap({ Period(year: $0) }) else { continue }
      found[UnitPeriod(unit: UnitCode(rawValue: run[0]), period: period)] = run[2]
    }
  }

  /// The submissions that rules of this form see: those of the period, and of the one before; the
  /// last line of the journal about each; and what rules found in the one before.
  ///
  /// - Parameter lineage: the unit and those that it continues: theirs are the values of the period
  ///   before.
  func basis(of place: UnitPeriod, lineage: [UnitCode]) -> String {
    let before = place.period.previous.map { period in
      lineage.map { UnitPeriod(unit: $0, period: period) }
    }
    return ([place] + (before ?? [])).map { seen in
      let current = (submissions[seen] ?? []).map { String($0) }.joined(separator: ",")
      let line = lines[seen].map { " j\($0)" } ?? ""
      let run = seen == place ? nil : found[seen].map { " r\($0)" }
      return current + line + (run ?? "")
    }.joined(separator: "|")
  }
}
