import Documents
package import Wording

/// The register of forms of a period: who is expected, what arrived and when, what is wrong, who is
/// missing. It names persons to be asked, so it is the department's own page and no document.
package struct SummaryMaterial: Sendable {
  /// How far one unit's form has come.
  package enum Standing: String, Sendable, Hashable, CaseIterable {
    case missing
    /// A file came and was not taken, and no other one has come.
    case refused
    /// Several files, and it is not known which of them counts.
    case undecided
    /// Sent back; no other file has come.
    case returned
    case withErrors
    /// It came when its period was closed.
    case afterClosing
    case withWarnings
    case clean
  }

  /// When a form came, measured by its first version.
  package enum Timing: Sendable, Hashable {
    /// It has not come, and there is time.
    case awaited
    /// It has not come, so many days after the deadline.
    case overdue(days: Int)
    /// It came; the period has no deadline to measure it by.
    case came(CalendarDate)
    case inTime(CalendarDate)
    case late(CalendarDate, days: Int)
  }

  /// One expected unit, in the order of the register.
  package struct Row: Sendable, Hashable {
    package var number: Int
    package var unit: String
    package var standing: Standing
    /// The current version's file; empty while none arrived.
    package var file: String
    package var versions: Int
    package var errors: Int
    package var warnings: Int
    /// Warnings that the unit explained; they are not among the other ones.
    package var explained: Int
    package var timing: Timing
    /// Findings that the office accepted, values that it put right.
    package var accepted: Int
    package var corrected: Int
    /// Open findings that come from these.
    package var ofOffice: Int
    /// Who filled the form in, as it says; empty where it does not.
    package var filledBy: String
    package var phone: String
    /// The day on which the signed paper came; nil while it did not.
    package var scan: CalendarDate?
    /// What stands above the unit in the tree, or its group; rows of one heading stand together.
    package var heading: String
    /// Files that came after the one that counts and were not taken, each with why.
    package var refused: [String]
    /// Files that came after the period was closed, beside the one that counts.
    package var late: [String]
    /// Whether it says what a form said that was sent back.
    package var isUnmended: Bool
    /// Forms of earlier years that came in the stead of a missing one: «форма за 2020: а.xlsx».
    package var earlier: [String]

    package init(
      number: Int, unit: String, standing: Standing, file: String = "", versions: Int = 0,
      errors: Int = 0, warnings: Int = 0, explained: Int = 0, timing: Timing = .awaited,
      accepted: Int = 0, corrected: Int = 0, ofOffice: Int = 0, filledBy: String = "",
      phone: String = "",
      scan: CalendarDate? = nil, heading: String = "", refused: [String] = [],
      late: [String] = [], isUnmended: Bool = false,
      earlier: [String] = []
    ) {
      self.number = number
      self.unit = unit
      self.standing = standing
      self.file = file
      self.versions = versions
      self.errors = errors
      self.warnings = warnings
      self.explained = explained
      self.timing = timing
      self.accepted = accepted
      self.corrected = corrected
      self.ofOffice = ofOffice
      self.filledBy = filledBy
      self.phone = phone
      self.scan = scan
      self.heading = heading
      self.refused = refused
      self.late = late
      self.isUnmended = isUnmended
      self.earlier = earlier
    }
  }

  /// Counts of a part of the units: a group, a municipality, all.
  package struct Part: Sendable, Hashable {
    package var name: String
    package var expected: Int
    package var inTime: Int
    package var late: Int
    package var missing: Int
    package var withErrors: Int
    package var returned: Int
    package var accepted: Int
    package var scans: Int

    package init(
      name: String, expected: Int, inTime: Int, late: Int, missing: Int, withErrors: Int,
      returned: Int, accepted: Int, scans: Int
    ) {
      self.name = name
      self.expected = expected
      self.inTime = inTime
      self.late = late
      self.missing = missing
      self.withErrors = withErrors
      self.returned = returned
      self.accepted = accepted
      self.scans = scans
    }
  }

  /// A file of the inbox that became no form, and what was said about it.
  package struct OtherFile: Sendable, Hashable {
    package var file: String
    /// Whose it is; empty where nothing tells.
    package var unit: String
    package var remark: String

    package init(file: String, unit: String = "", remark: String) {
      self.file = file
      self.unit = unit
      self.remark = remark
    }
  }

  package var organisation: String
  package var period: String
  /// ISO 8601; empty for a period without deadline.
  package var deadline: String
  package var rows: [Row]
  /// By group and by unit above; nothing where there is one whole only.
  package var parts: [Part]
  package var others: [OtherFile]

  package init(
    organisation: String, period: String, deadline: String, rows: [Row], parts: [Part] = [],
    others: [OtherFile]
  ) {
    self.organisation = organisation
    self.period = period
    self.deadline = deadline
    self.rows = rows
    self.parts = parts
    self.others = others
  }
}
