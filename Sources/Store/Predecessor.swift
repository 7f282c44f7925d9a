import GRDB
import Monitoring

/// What stood in the place of a submission before it was stored, and so what it changed.
struct Predecessor {
  /// The current one of its unit, period and form, or else the version before.
  private let before: StoredSubmission?
  private let states: [Observation.Key: Observation.State]
  private let wasOfThisFile: Bool

  init(_ db: Database, of submission: Submission) throws {
    let current = try StoredSubmission.current(
      db, unit: submission.unit, period: submission.period, form: submission.form
    ).first
    let latest = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(StoredSubmission.columns) FROM submission s
          WHERE s.unit = ?1 AND s.period = ?2 AND s.form = ?3
          ORDER BY s.hash = ?4 DESC, s.version DESC, s.id DESC LIMIT 1
          """),
      arguments: [
        submission.unit.rawValue, submission.period.year, submission.form.rawValue,
        submission.fileHash,
      ]
    ).map { try StoredSubmission($0, standing: .superseded) }
    wasOfThisFile = latest?.submission.fileHash == submission.fileHash
    before = wasOfThisFile ? latest : current ?? latest
    states = try before.map { try Self.states(db, of: $0) } ?? [:]
  }

  /// What became of the submission, now that it is stored.
  func outcome(_ db: Database, of contents: SubmissionContents) throws -> Outcome {
    let submission = contents.submission
    guard before != nil else {
      return try Store.isFrozen(submission.period, db) ? .afterClosing(version: 1) : .new
    }
    let version =
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT max(version) FROM submission
            WHERE unit = ? AND period = ? AND form = ? AND hash = ?
            """),
        arguments: [
          submission.unit.rawValue, submission.period.year, submission.form.rawValue,
          submission.fileHash,
        ]) ?? 1
    if try Store.isFrozen(submission.period, db) {
      return wasOfThisFile ? .unchanged : .afterClosing(version: version)
    }
    let diff = SubmissionDiff(
      version: version, changes: SubmissionDiff.changes(from: states, to: contents.observations))
    if wasOfThisFile { return .reread(diff) }
    let current = try StoredSubmission.current(
      db, unit: submission.unit, period: submission.period, form: submission.form
    ).first
    guard let current else { return .undecided(version: version) }
    return current.submission.fileHash == submission.fileHash
      ? .newVersion(diff) : .older(version: version)
  }

  private static func states(
    _ db: Database, of submission: StoredSubmission
  ) throws -> [Observation.Key: Observation.State] {
    var states: [Observation.Key: Observation.State] = [:]
    try ObservationReader(db).forEach(of: submission) { observation in
      states[observation.key] = observation.state
    }
    return states
  }
}
