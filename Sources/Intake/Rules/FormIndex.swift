import Monitoring

/// The fields and rows of a pack's forms by their codes, made once for all rules and units.
struct FormIndex: Sendable {
  private let sections: [FieldCode: FormSection]
  private let forms: [FieldCode: FormCode]
  private let dictionaries: [ClassifierCode: Classifier]

  init(schemas: [FormSchema], classifiers: [Classifier]) {
    var sections: [FieldCode: FormSection] = [:]
    var forms: [FieldCode: FormCode] = [:]
    for schema in schemas {
      for section in schema.sections {
        for field in section.fields where !field.isIdentity {
          sections[field.code] = section
          forms[field.code] = schema.code
        }
      }
    }
    self.sections = sections
    self.forms = forms
    dictionaries = Dictionary(
      classifiers.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func form(of field: FieldCode) -> FormCode? { forms[field] }

  func section(of field: FieldCode) -> FormSection? { sections[field] }

  func field(_ code: FieldCode) -> FormField? {
    sections[code]?.fields.first { $0.code == code }
  }

  /// Whether a row is one of a section's table.
  func has(_ row: Breakdown, in section: FormSection) -> Bool {
    switch section.layout {
    case .list: false
    case .table(let dimension): row.member(of: dimension) != nil
    case .records: row.member(of: Breakdown.row) != nil
    }
  }

  /// The rows of a section: all members of its dictionary, or the records that there are.
  func rows(of section: FormSection, in values: UnitValues) -> [Breakdown] {
    switch section.layout {
    case .list: [.whole]
    case .table(let dimension): members(of: dimension)
    case .records: section.fields.first.map { values.records(of: $0.code) } ?? []
    }
  }

  func members(of dimension: ClassifierCode) -> [Breakdown] {
    dictionaries[dimension]?.members.map { Breakdown(dimension, $0.code) } ?? []
  }

  /// The title of a row's member; nil for no row and for the rows of a free list.
  func title(of breakdown: Breakdown) -> String? {
    guard let part = breakdown.parts.first else { return nil }
    return dictionaries[part.dimension]?[part.member]?.title ?? part.member.rawValue
  }
}
