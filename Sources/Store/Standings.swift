import GRDB
import Monitoring

/// Every version of every form, each with whether it counts.
struct Standings {
  /// By unit, period, form and version; of a file that was read anew only the newest reading.
  let submissions: [StoredSubmission]

  init(submissions: [StoredSubmission]) { self.submissions = submissions }

  init(_ db: Database, unit: UnitCode? = nil, period: Period? = nil) throws {
    let current = Set(
      try StoredSubmission.current(db, unit: unit, period: period).map(\.id))
    let place = StoredSubmission.Place(unit: unit, period: period)
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(StoredSubmission.columns), EXISTS (SELECT 1 FROM candidate c WHERE c.id = s.id),
            f.period IS NOT NULL AND s.id > f.submission
          FROM submission s LEFT JOIN frozen f ON f.period = s.period
          WHERE \(place.condition)
            AND s.reading = (
              SELECT p.reading FROM reading_pass p
              WHERE p.hash = s.hash
                AND (f.period IS NULL OR s.id > f.submission OR p.id <= f.pass)
              ORDER BY p.id DESC LIMIT 1)
            -- A file that was only read anew since its period was closed did not come since.
            AND NOT (f.period IS NOT NULL AND s.id > f.submission AND EXISTS (
              SELECT 1 FROM submission e
              WHERE e.hash = s.hash AND e.unit = s.unit AND e.period = s.period
                AND e.form = s.form AND e.id <= f.submission))
          ORDER BY s.unit, s.period, s.form, s.version
          """), arguments: place.arguments)
    let stored = try rows.map {
      (
        try StoredSubmission($0, standing: $0[14] as Bool ? .closed : .superseded),
        isCandidate: $0[13] as Bool
      )
    }
    let decided = Set(stored.filter { current.contains($0.0.id) }.map { FormKey($0.0) })
    submissions = stored.map { submission, isCandidate in
      var one = submission
      if current.contains(one.id) {
        one.standing = .current
      } else if isCandidate, !decided.contains(FormKey(one)) {
        one.standing = .undecided
      }
      return one
    }
  }

  /// The forms of which none counts, each with the files in question.
  var undecided: [UndecidedFiles] {
    var groups: [UndecidedFiles] = []
    for one in submissions where one.standing == .undecided {
      if let last = groups.last?.submissions.first, FormKey(last) == FormKey(one) {
        groups[groups.count - 1].submissions.append(one)
      } else {
        groups.append(UndecidedFiles(submissions: [one]))
      }
    }
    return groups
  }

  private struct FormKey: Hashable {
    var unit: UnitCode
    var period: Period
    var form: FormCode

    init(_ stored: StoredSubmission) {
      unit = stored.submission.unit
      period = stored.submission.period
      form = stored.submission.form
    }
  }
}
