package import Expressions

/// A column of a roster, unique within it: "born".
package struct ColumnCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A sheet with a row a person, which is counted while it is read.
///
/// The counts are the fields of the counted sections of `form`; nothing of a person is kept. Whose
/// roster it is stands in the title block of that form, on the roster's sheet or on another one of
/// the workbook.
package struct Roster: Sendable, Hashable {
  package var code: String
  package var title: String
  /// The form that the counts are values of; no other roster fills it.
  package var form: FormCode
  /// Names of its sheet; under another name it is found by its headings.
  package var sheets: [String]
  package var referenceDay: ReferenceDay
  /// Full years that its persons may have; others are a slip of the pen.
  package var ages: ClosedRange<Int>
  package var columns: [RosterColumn]
  /// Rows that say the same in all of these columns are of one person; empty: not looked for.
  package var samePerson: [ColumnCode]
  package var counts: [RosterCount]

  package init(
    code: String, title: String, form: FormCode, sheets: [String], referenceDay: ReferenceDay,
    ages: ClosedRange<Int> = Roster.staffAges, columns: [RosterColumn],
    samePerson: [ColumnCode], counts: [RosterCount]
  ) {
    self.code = code
    self.title = title
    self.form = form
    self.sheets = sheets
    self.referenceDay = referenceDay
    self.ages = ages
    self.columns = columns
    self.samePerson = samePerson
    self.counts = counts
  }

  /// The ages of a roster that says none: people who work.
  package static let staffAges = 14...100

  package func column(_ code: ColumnCode) -> RosterColumn? { columns.first { $0.code == code } }
}

/// The day on which ages and lengths of service are reckoned.
package enum ReferenceDay: Sendable, Hashable {
  /// A day of the period's year, or of one so many years before it.
  case fixed(yearsBefore: Int, month: Int, day: Int)
  /// What a date field of the title block says.
  case field(FieldCode)
}

/// One column of a roster.
package struct RosterColumn: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case text
    case date
    case number
    case yesNo
    case choice(ClassifierCode)
  }

  package var code: ColumnCode
  package var label: String
  /// Other headings that are understood; compared without regard to case, ё/е and spaces.
  package var aliases: [String]
  package var kind: Kind
  /// True: it names or describes a person; what stands in it is never shown.
  package var isPersonal: Bool
  /// True: an empty cell of a yes-no column says no.
  package var isBlankNo: Bool
  /// The characters between several choices in one cell; empty: a cell holds one choice.
  package var separators: String
  /// True: a choice that the dictionary does not have is none of its members, and no fault.
  package var allowsOthers: Bool

  package init(
    code: ColumnCode, label: String, aliases: [String] = [], kind: Kind, isPersonal: Bool = false,
    isBlankNo: Bool = false, separators: String = "", allowsOthers: Bool = false
  ) {
    self.code = code
    self.label = label
    self.aliases = aliases
    self.kind = kind
    self.isPersonal = isPersonal
    self.isBlankNo = isBlankNo
    self.separators = separators
    self.allowsOthers = allowsOthers
  }
}

/// How many persons a condition is true of.
package struct RosterCount: Sendable, Hashable {
  package var field: FieldCode
  /// The column of choices by which the field's table has its rows; a person with several is
  /// counted in each. Nil for a field of a list.
  package var by: ColumnCode?
  /// Sees the columns by their codes; see `RosterRow`. Nil: everybody counts.
  package var condition: Expression?

  package init(field: FieldCode, by: ColumnCode? = nil, condition: Expression? = nil) {
    self.field = field
    self.by = by
    self.condition = condition
  }
}
