import Monitoring
import Store

/// The forms that came after their period was closed, by name of their files: what becomes of them
/// once the period is open again.
package struct LateForms: Sendable, Hashable {
  /// They count from now on.
  package private(set) var counting: [String] = []
  /// A newer file of the unit counts.
  package private(set) var older: [String] = []
  /// It is not known which of several files is the newest: none counts.
  package private(set) var undecided: [String] = []
  /// The period is closed still, as after a dry run.
  package private(set) var waiting: [String] = []

  /// - Parameter forms: each with its standing now.
  init(_ forms: [StoredSubmission]) {
    for form in forms {
      let name = form.submission.fileName
      switch form.standing {
      case .current: counting.append(name)
      case .superseded: older.append(name)
      case .undecided: undecided.append(name)
      case .closed: waiting.append(name)
      }
    }
  }
}
