import Monitoring

/// The fields of a pack's forms by their codes, with where each stands.
struct FormFields {
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

  func members(of dimension: ClassifierCode) -> [Breakdown] {
    dictionaries[dimension]?.members.map { Breakdown(dimension, $0.code) } ?? []
  }

  /// The rows of a section that are known beforehand; nil where they are free.
  func rows(of section: FormSection) -> [Breakdown]? {
    switch section.layout {
    case .list: [.whole]
    case .table(let dimension): members(of: dimension)
    case .records: nil
    }
  }

  /// The title of a row's member; nil for no row.
  func title(of row: Breakdown) -> String? {
    guard let part = row.parts.first else { return nil }
    return dictionaries[part.dimension]?[part.member]?.title ?? part.member.rawValue
  }
}
