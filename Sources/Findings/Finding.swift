package import ExactNumbers

/// A stable name of a kind of finding: `area.name` for the program's own ("form.field-missing"),
/// `pack:id` for a rule of a system pack. It never changes meaning.
package struct FindingCode: Sendable, Hashable, Codable, Comparable, RawRepresentable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(stringLiteral value: String) { rawValue = value }
  package var description: String { rawValue }
  package static func < (a: FindingCode, b: FindingCode) -> Bool { a.rawValue < b.rawValue }
}

/// One value that a finding names: worded only where the finding is shown.
package enum FindingValue: Sendable, Hashable, Codable {
  case number(ExactNumber)
  case count(Int)
  case text(String)
  case yesNo(Bool)
  case list([String])
  /// ISO 8601, "2021-06-12T14:05:00Z", each worded as a day and a time; any other text as it is.
  case moments([String])
}

/// What a finding is about, independent of where it stood in the file: an explanation or a
/// decision holds when the form comes back with a row inserted.
package struct FindingKey: Sendable, Hashable, Codable {
  /// Code of the unit; empty while a file is not bound to one.
  package var unit: String
  /// The period, "2021"; empty while a file is not bound to one.
  package var period: String
  package var form: String
  /// The field's code; empty when the finding is about more than a field.
  package var field: String
  /// The breakdown as text, "subject=math"; empty for none.
  package var breakdown: String

  package init(
    unit: String = "", period: String = "", form: String = "", field: String = "",
    breakdown: String = ""
  ) {
    self.unit = unit
    self.period = period
    self.form = form
    self.field = field
    self.breakdown = breakdown
  }
}

/// Something that a person should know or mend. It carries values, never sentences: the
/// catalogue words a code in either language where it is shown.
package struct Finding: Sendable, Hashable, Codable {
  package var code: FindingCode
  package var severity: Severity
  package var key: FindingKey
  /// The values seen, limits and names, by the names that the catalogue's words use.
  package var arguments: [String: FindingValue]
  /// Every cell involved, the one to mend first. Never empty: at least the file.
  package var origins: [Origin]
  /// What the unit wrote in its form to close this warning; nil while it is open. It follows from
  /// the form each time and is not stored. It may name persons: for the eyes of those who see the
  /// protocol of the unit.
  package var explanation: String?
  /// What the office decided about it; nil while it is open. It follows from the journal each time
  /// and is not stored with the finding.
  package var decision: Decision?
  /// Whether it comes from corrections of the office and the form itself gives no ground for it: it
  /// waits for the office and not for the unit. It follows from form and journal each time and is
  /// not stored.
  package var isOfOffice: Bool
  /// The correction that it then comes from; nil where it is not known which.
  package var correction: Decision?

  package init(
    code: FindingCode, severity: Severity, key: FindingKey = FindingKey(),
    arguments: [String: FindingValue] = [:], origins: [Origin], explanation: String? = nil,
    decision: Decision? = nil, isOfOffice: Bool = false, correction: Decision? = nil
  ) {
    self.code = code
    self.severity = severity
    self.key = key
    self.arguments = arguments
    self.origins = origins
    self.explanation = explanation
    self.decision = decision
    self.isOfOffice = isOfOffice
    self.correction = correction
  }

  /// Whether it waits for a person: neither mended, explained nor decided about.
  package var isOpen: Bool { explanation == nil && decision == nil }

  /// Whether it waits for the unit that handed the form in.
  package var isOpenToUnit: Bool { isOpen && !isOfOffice }
}
