import Expressions
import Monitoring

/// What the form notation leaves to the keys beside it.
extension PackReader {
  /// The section whose rows and columns numbers without a sheet mean.
  func section(of record: Record, _ forms: [FormSchema]) -> FormSection? {
    guard let code = record.optionalText("section") else { return nil }
    let sections = forms.flatMap(\.sections)
    let section = sections.first { $0.code.rawValue == code }
    if section == nil {
      faults.add(
        .unknown(.section, code), at: record.place(of: "section"),
        meant: Suggestion.nearest(to: code, among: sections.map(\.code.rawValue)))
    }
    return section
  }

  /// What «по всем строкам» of a section are: the rows of a table, the fields of a list, the
  /// rows that there are of free records.
  func scope(_ spoken: FormNotation.Scope, of section: FormSection) -> Rule.Scope {
    let numbers = section.fields.filter { $0.kind.isNumeric }.map(\.code)
    switch (spoken, section.layout) {
    case (.rows, .table(let dimension)): return .row(dimension)
    case (.rows, .records):
      return .each(section.fields.filter { !$0.kind.isIdentity }.prefix(1).map(\.code))
    case (.rows, .list), (.cells, _): return .each(numbers)
    case (.columns, .list): return .form
    case (.columns, .table), (.columns, .records): return .column(numbers)
    }
  }
}
