/// A form that units hand in, as a pack declares it. Its fields are found by their labels.
package struct FormSchema: Sendable, Hashable {
  package var code: FormCode
  /// Forms of an older version are understood only where the pack says so.
  package var version: Int
  package var title: String
  package var sections: [FormSection]
  /// True for a form that a unit may leave out: without it the unit is not missing.
  package var isOptional: Bool
  /// What only this form asks of those who fill it in, a paragraph each; printed in the
  /// instruction of an issued form.
  package var instruction: [String]

  /// Where a unit explains what it is asked about; nil for a form without such a section.
  package var explanations: Explanations?

  /// Two text fields of one section of free rows.
  package struct Explanations: Sendable, Hashable {
    /// What a row is about: the code of a finding, a cell, a row or a column.
    package var about: FieldCode
    /// The explanation itself. It may name persons: it is shown to those who see the protocol of
    /// the unit, and in no document.
    package var text: FieldCode

    package init(about: FieldCode, text: FieldCode) {
      self.about = about
      self.text = text
    }
  }

  package init(
    code: FormCode, version: Int, title: String, sections: [FormSection], isOptional: Bool = false,
    instruction: [String] = [], explanations: Explanations? = nil
  ) {
    self.code = code
    self.version = version
    self.title = title
    self.sections = sections
    self.isOptional = isOptional
    self.instruction = instruction
    self.explanations = explanations
  }

  /// All fields of all sections, in the order of the form.
  package var fields: [FormField] { sections.flatMap(\.fields) }

  package func field(_ code: FieldCode) -> FormField? {
    for section in sections {
      if let field = section.fields.first(where: { $0.code == code }) { return field }
    }
    return nil
  }

  package func section(of field: FieldCode) -> FormSection? {
    sections.first { $0.fields.contains { $0.code == field } }
  }
}

/// One sheet of a form.
package struct FormSection: Sendable, Hashable {
  package enum Layout: Sendable, Hashable {
    /// A label in one cell, the value to the right of it: a row a field.
    case list
    /// A column a field, a row a member of the dictionary.
    case table(dimension: ClassifierCode)
    /// A column a field, the rows free: "row=1", "row=2", … in the order of the sheet.
    case records
  }

  package var code: SectionCode
  /// The name of the sheet, as the form is issued; a renamed sheet is found by its headings.
  package var sheet: String
  package var title: String
  package var layout: Layout
  /// The heading of the column that names the rows («Учебный предмет», «Показатель»), with
  /// its other spellings.
  package var rowHeading: [String]
  /// The heading of the column with the values in a list («Значение»), with its other spellings.
  package var valueHeading: [String]
  package var fields: [FormField]
  /// True for a section that a unit may leave out or leave empty altogether.
  package var isOptional: Bool
  /// True for a section whose fields are counted from a roster and typed nowhere: it has no sheet.
  package var isCounted: Bool

  package init(
    code: SectionCode, sheet: String, title: String, layout: Layout, rowHeading: [String] = [],
    valueHeading: [String] = [], fields: [FormField], isOptional: Bool = false,
    isCounted: Bool = false
  ) {
    self.code = code
    self.sheet = sheet
    self.title = title
    self.layout = layout
    self.rowHeading = rowHeading
    self.valueHeading = valueHeading
    self.fields = fields
    self.isOptional = isOptional
    self.isCounted = isCounted
  }
}

/// A column of a table, or a row of a list.
package struct FormField: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A whole number of persons or things, 0 or more.
    case count
    /// A percentage as a person typed it: 37.5 means 37,5 %; 0.375 in a cell formatted as a
    /// percentage means the same.
    case percent
    case number
    case text
    case yesNo
    case choice(ClassifierCode)
    case date
    /// Identifies the submission (school, period, form); never an observation.
    case identity(Identity)
  }

  package enum Identity: String, Sendable, Hashable, CaseIterable {
    case unitCode = "unit_code"
    case unitName = "unit_name"
    case period
    case form
  }

  /// What a field tells of the person to be asked about the form. It stays in the register of forms
  /// and reaches no document.
  package enum Contact: String, Sendable, Hashable, CaseIterable {
    case filledBy = "filled_by"
    case phone
  }

  package var code: FieldCode
  /// The number of its row or column, as people quote it: "05"; nil when it has none.
  package var number: String?
  /// The label as the form is issued.
  package var label: String
  /// Other labels that are understood; compared without regard to case, ё/е and spaces.
  package var aliases: [String]
  package var kind: Kind
  /// «чел.», «ед.», «%»; nil where a value has no unit.
  package var unit: String?
  /// False: an empty cell is the school's right and no finding.
  package var isRequired: Bool
  /// True: names a person; its text is kept out of reports, traces and protocols.
  package var isPersonal: Bool
  /// Nil for a field that names nobody to be asked.
  package var contact: Contact?

  package init(
    code: FieldCode, number: String? = nil, label: String, aliases: [String] = [], kind: Kind,
    unit: String? = nil, isRequired: Bool = true, isPersonal: Bool = false,
    contact: Contact? = nil
  ) {
    self.code = code
    self.number = number
    self.label = label
    self.aliases = aliases
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
    self.isPersonal = isPersonal
    self.contact = contact
  }
}

extension FormField.Kind {
  /// Whether it tells whose form it is, and is no observation.
  package var isIdentity: Bool {
    if case .identity = self { return true }
    return false
  }

  /// Whether rules may count with its values.
  package var isNumeric: Bool {
    switch self {
    case .count, .percent, .number: true
    case .text, .yesNo, .choice, .date, .identity: false
    }
  }
}

extension FormField {
  package var isIdentity: Bool { kind.isIdentity }
  package var isNumeric: Bool { kind.isNumeric }
}
