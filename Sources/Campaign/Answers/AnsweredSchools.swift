package import Monitoring
package import Reporting

/// What a run of `answer` wrote, unit by unit in the order of the register.
package struct AnsweredSchools: Sendable {
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case written
    /// Nothing has changed since it was written.
    case unchanged
    /// It could not be made; what was there before stays.
    case failed
  }

  package struct Answer: Sendable {
    package var unit: UnitCode
    /// As tables print it.
    package var name: String
    package var verdict: ProtocolMaterial.Verdict
    package var outcome: Outcome
    /// Whether the register has an address to send it to.
    package var hasAddress: Bool
    /// Why there is a list in place of the annotated copy, in Russian and in English; nil for none.
    package var hindrance: (russian: String, english: String)?
    /// Why there is no answer, in Russian and in English; nil unless it failed.
    package var failure: (russian: String, english: String)?
    /// Files that stand beside those that a person edited, below the folder of answers.
    package var besideEdited: [String]
  }

  /// The folder of answers.
  package var folder: String
  package var period: Period
  package var answers: [Answer]
  /// Units that have handed nothing in.
  package var silent: Int
  /// Names of those whose form came after the period was closed: it is kept and does not count.
  package var late: [String] = []
  /// Names of those that sent forms of earlier years instead, with these.
  package var earlier: [(name: String, forms: [EarlierForm])] = []
  /// Files of the period that were not taken and of which nobody can tell whose they are.
  package var unclaimed: [RefusedFile] = []
  /// Names of those of them whose earlier answer was taken away: its form was another unit's.
  package var withdrawn: [String] = []
  /// Files of such answers that a person edited, which stay; below the folder of answers.
  package var kept: [String] = []
}
