import Expressions
import Monitoring

/// Looks up what the form notation calls by numbers in the forms of a pack: fields by
/// `FormField.number`, rows by the property `number` of their members or by their place, sheets and
/// forms by their names. Leading zeros do not matter; a name in quotes may stand for a number.
struct RuleReferences: FormReferences {
  let forms: [FormSchema]
  let classifiers: [Classifier]
  /// What numbers without a sheet mean; nil when the rule does not say.
  var section: FormSection?
  /// Where the rule looks, which tells what a row alone is.
  var scope = Rule.Scope.form

  func nodes(for reference: FormReference) throws(ExpressionError) -> [SyntaxNode] {
    let section = try section(of: reference)
    switch section.layout {
    case .list:
      if let columns = reference.columns { try checkColumn(columns, of: section) }
      guard let rows = reference.rows else { throw reference.error(.severalCells) }
      return try fields(rows, of: section, orElse: .unknownRow).map { .name($0, reference.range) }
    case .table(let dimension):
      return try cells(reference, of: section, by: dimension)
    case .records:
      if let rows = reference.rows { throw rows.first.error(.unknownRow) }
      guard let columns = reference.columns else { return [] }
      return try fields(columns, of: section, orElse: .unknownColumn).map {
        .name($0, reference.range)
      }
    }
  }

  /// The only column of a list that rules speak of is that of its values.
  private func checkColumn(
    _ columns: FormReference.Span, of list: FormSection
  ) throws(ExpressionError) {
    let number = String(list.valueColumn)
    guard columns.last == nil, columns.first.text.plainNumber == number else {
      throw columns.first.error(.unknownColumn, nearest: number)
    }
  }

  private func cells(
    _ reference: FormReference, of section: FormSection, by dimension: ClassifierCode
  ) throws(ExpressionError) -> [SyntaxNode] {
    let range = reference.range
    guard let rows = reference.rows else {
      guard let columns = reference.columns else { return [] }
      return try fields(columns, of: section, orElse: .unknownColumn).map { .name($0, range) }
    }
    let members = try members(rows, of: dimension)
    if let columns = reference.columns {
      let fields = try fields(columns, of: section, orElse: .unknownColumn)
      return members.flatMap { member in fields.map { .cell($0, member, range) } }
    }
    if isValue(of: section) {
      return members.map { .cell(Vocabulary.ruleValue, $0, range) }
    }
    let fields = section.fields.filter { $0.kind.isNumeric }.map(\.code.rawValue)
    guard !fields.isEmpty else { throw reference.error(.severalCells) }
    return members.flatMap { member in fields.map { .cell($0, member, range) } }
  }

  /// Whether `value` stands for the columns of a section.
  private func isValue(of section: FormSection) -> Bool {
    switch scope {
    case .form, .row: false
    case .each(let fields), .column(let fields):
      section.fields.contains { fields.contains($0.code) }
    }
  }
}

extension SyntaxNode {
  fileprivate static func name(_ field: String, _ range: Range<Int>) -> SyntaxNode {
    SyntaxNode(.name([field]), range: range)
  }

  fileprivate static func cell(
    _ field: String, _ member: String, _ range: Range<Int>
  ) -> SyntaxNode {
    SyntaxNode(
      .call(
        function: Vocabulary.ruleCell.name,
        arguments: [.name(field, range), SyntaxNode(.text(member), range: range)]),
      range: range)
  }
}
