package import Findings

/// One version of one unit's form for one period.
package struct Submission: Sendable, Hashable {
  package var unit: UnitCode
  package var period: Period
  package var form: FormCode
  package var formVersion: Int
  /// SHA-256 of the file, lower-case hexadecimal: the kept copy is found by it.
  package var fileHash: String
  /// Path below the inbox, with "/".
  package var fileName: String
  /// The program that saved it, as the workbook says; nil when it does not.
  package var producer: String?
  /// When the workbook was last saved, as it says itself (ISO 8601, UTC); nil when it does not.
  package var modified: String?

  package init(
    unit: UnitCode, period: Period, form: FormCode, formVersion: Int, fileHash: String,
    fileName: String, producer: String? = nil, modified: String? = nil
  ) {
    self.unit = unit
    self.period = period
    self.form = form
    self.formVersion = formVersion
    self.fileHash = fileHash
    self.fileName = fileName
    self.producer = producer
    self.modified = modified
  }
}

/// A submission with what was read from it: what a stage hands to the store in one piece.
package struct SubmissionContents: Sendable, Hashable {
  package var submission: Submission
  package var observations: [Observation]
  package var findings: [Finding]

  package init(submission: Submission, observations: [Observation], findings: [Finding]) {
    self.submission = submission
    self.observations = observations
    self.findings = findings
  }
}

/// What a new version of a form changed against the one before.
package struct SubmissionDiff: Sendable, Hashable {
  package struct Change: Sendable, Hashable {
    package var field: FieldCode
    package var breakdown: Breakdown
    package var before: Observation.State?
    package var after: Observation.State?

    package init(
      field: FieldCode, breakdown: Breakdown, before: Observation.State?, after: Observation.State?
    ) {
      self.field = field
      self.breakdown = breakdown
      self.before = before
      self.after = after
    }

    /// Whether it is a change at all: a place that a form does not have says as little as an empty
    /// cell, and «46,0» says what 46 says.
    package var saysAnother: Bool { (before ?? .missing) != (after ?? .missing) }
  }

  /// The number of the version that brought the change, from 1.
  package var version: Int
  package var changes: [Change]

  package init(version: Int, changes: [Change]) {
    self.version = version
    self.changes = changes
  }
}

extension SubmissionDiff {
  /// What a form says otherwise than what stood there before: in the order of the new observations,
  /// what is gone at the end by its field.
  package static func changes(
    from before: [Observation.Key: Observation.State], to after: [Observation]
  ) -> [Change] {
    var gone = before
    let changed = after.map { observation in
      Change(
        field: observation.key.field, breakdown: observation.key.breakdown,
        before: gone.removeValue(forKey: observation.key), after: observation.state)
    }
    let rest = gone.sorted {
      ($0.key.field, $0.key.breakdown) < ($1.key.field, $1.key.breakdown)
    }.map {
      Change(field: $0.key.field, breakdown: $0.key.breakdown, before: $0.value, after: nil)
    }
    return (changed + rest).filter(\.saysAnother)
  }
}
