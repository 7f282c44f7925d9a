import Monitoring
import Store

/// A form that was sent back and came again in another file that says the same: it counts, and what
/// it was sent back for is not mended.
enum UnmendedReturn {
  /// The line by which a version before was sent back, with the values of which nothing was changed
  /// since; nil where there is none, and for a file that was sent back itself.
  ///
  /// - Parameter versions: of the unit and period, with that one among them.
  static func line(
    of version: StoredSubmission, among versions: [StoredSubmission], _ decisions: FormDecisions,
    in store: Store
  ) throws -> JournalEntry? {
    guard decisions.hasReturns, decisions.sentBack(version.submission.fileHash) == nil else {
      return nil
    }
    var later = version
    // Back to the first version that says something else.
    while let earlier = later.before(among: versions) {
      guard try store.changes(from: earlier, to: later).isEmpty else { return nil }
      if let line = decisions.sentBack(earlier.submission.fileHash) { return line }
      later = earlier
    }
    return nil
  }
}

extension StoredSubmission {
  /// The newest other file of the form that came before.
  func before(among versions: [StoredSubmission]) -> StoredSubmission? {
    versions.filter { other in
      other.submission.form == submission.form && other.version < version
        && other.submission.fileHash != submission.fileHash
    }.max { $0.version < $1.version }
  }
}

extension Store {
  /// What a version says otherwise than an earlier one, as both were read.
  func changes(
    from earlier: StoredSubmission, to version: StoredSubmission
  ) throws -> [SubmissionDiff.Change] {
    let before = try observationsAsRead(of: earlier)
    return SubmissionDiff.changes(
      from: Dictionary(
        before.map { ($0.key, $0.state) }, uniquingKeysWith: { first, _ in first }),
      to: try observationsAsRead(of: version))
  }
}
