package import Findings

/// What a unit is told about its form: plain texts, already worded by the catalogue of findings.
package struct ProtocolMaterial: Sendable {
  /// One finding, worded for a person.
  package struct Remark: Sendable, Hashable {
    package var severity: Severity
    /// «Кадры!C14»: the cell to mend first.
    package var place: String
    /// Headline: the rule and the values seen.
    package var message: String
    /// Why it matters; empty when the catalogue has no words for it.
    package var reason: String
    /// How to mend it; empty when there is nothing to mend.
    package var mend: String
    /// The stable code, by which an explanation names it.
    package var code: String
    /// What the unit wrote to close it; nil while it is open.
    package var explanation: String?

    package init(
      severity: Severity, place: String, message: String, reason: String = "", mend: String = "",
      code: String, explanation: String? = nil
    ) {
      self.severity = severity
      self.place = place
      self.message = message
      self.reason = reason
      self.mend = mend
      self.code = code
      self.explanation = explanation
    }
  }

  package var organisation: String
  /// The unit's name; the name of the file when the form could not be bound to a unit.
  package var unit: String
  /// «2021 год»; empty when unknown.
  package var period: String
  package var form: String
  package var file: String
  /// The number of the version, from 1; nil when it was not stored.
  package var version: Int?
  package var remarks: [Remark]
  /// Rules that could not be evaluated because an operand is missing.
  package var notEvaluated: Int
  /// ISO 8601, the last day for corrections; empty when the campaign has none.
  package var deadline: String
  package var executor: String

  package init(
    organisation: String, unit: String, period: String, form: String, file: String,
    version: Int?, remarks: [Remark], notEvaluated: Int = 0, deadline: String = "",
    executor: String = ""
  ) {
    self.organisation = organisation
    self.unit = unit
    self.period = period
    self.form = form
    self.file = file
    self.version = version
    self.remarks = remarks
    self.notEvaluated = notEvaluated
    self.deadline = deadline
    self.executor = executor
  }
}
