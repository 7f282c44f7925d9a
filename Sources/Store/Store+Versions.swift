import GRDB
package import Monitoring

extension Store {
  /// What a version of a form said as it was read, whether it counts or not.
  package func observationsAsRead(of submission: StoredSubmission) throws -> [Observation] {
    try read { db in
      var found: [Observation] = []
      try ObservationReader(db).forEach(of: submission) { found.append($0) }
      return found
    }
  }
}
