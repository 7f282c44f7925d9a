import Expressions
import Monitoring

/// Looks up what the form notation calls by numbers in the forms of a pack: fields by
/// `FormField.number`, rows by the property `number` of their members or by their place, sheets and
/// forms by their names. Leading zeros do not matter; a name in quotes may stand for a number.
struct RuleReferences: FormReferences {
  let forms: [FormSchema]
  let classifiers: [Classifier]
  /// What numbers without a sheet mean; nil when the rule does not say.
  let section: FormSection?
  /// Where the rule looks, which tells what a row alone is.
  var scope = Rule.Scope.form

  func nodes(for reference: FormReference) throws(ExpressionError) -> [SyntaxNode] {
    let section = try section(of: reference)
    switch section.layout {
    case .list:
      if let columns = reference.columns { try checkColumn(columns, ofListAt: reference.range) }
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

  /// A list is issued with the columns number, label, value: its values are column 3.
  private func checkColumn(
    _ columns: FormReference.Span, ofListAt range: Range<Int>
  ) throws(ExpressionError) {
    guard columns.last == nil, columns.first.text.plainNumber == "3" else {
      throw columns.first.error(.unknownColumn, nearest: "3")
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

// MARK: Rows and columns

extension RuleReferences {
  private func fields(
    _ span: FormReference.Span, of section: FormSection, orElse code: ExpressionError.Code
  ) throws(ExpressionError) -> [String] {
    let fields = section.fields.filter { !$0.kind.isIdentity }
    return try all(of: span, in: fields.map { ($0.number, $0.label, $0.code.rawValue) }, code)
  }

  private func members(
    _ span: FormReference.Span, of dimension: ClassifierCode
  ) throws(ExpressionError) -> [String] {
    let members = classifiers.first { $0.code == dimension }?.members ?? []
    let areNumbered = members.contains { $0.properties["number"] != nil }
    return try all(
      of: span,
      in: members.enumerated().map { place, member in
        (
          areNumbered ? member.properties["number"] : String(place + 1), member.title,
          member.code.rawValue
        )
      }, .unknownRow)
  }

  private typealias Numbered = (number: String?, title: String, code: String)

  /// The codes from the first to the last of a span, in the order of the form.
  private func all(
    of span: FormReference.Span, in items: [Numbered], _ code: ExpressionError.Code
  ) throws(ExpressionError) -> [String] {
    let first = try index(of: span.first, in: items, code)
    guard let last = span.last else { return [items[first].code] }
    let end = try index(of: last, in: items, code)
    guard first <= end else { throw last.error(.reversedRange) }
    return items[first...end].map(\.code)
  }

  private func index(
    of part: FormReference.Part, in items: [Numbered], _ code: ExpressionError.Code
  ) throws(ExpressionError) -> Int {
    let number = part.text.plainNumber
    let title = part.text.folded
    if let index = items.firstIndex(where: { $0.number?.plainNumber == number })
      ?? items.firstIndex(where: { $0.title.folded == title })
    {
      return index
    }
    throw part.error(code, nearest: nearest(to: part.text, in: items))
  }

  /// The number next to one that is not there, or a title like the one that is not.
  private func nearest(to text: String, in items: [Numbered]) -> String? {
    guard let number = Int(text) else {
      return Suggestion.nearest(to: text, among: items.map(\.title))
    }
    let known = items.compactMap(\.number).filter { Int($0) != nil }
    return known.min { abs((Int($0) ?? 0) - number) < abs((Int($1) ?? 0) - number) }
  }
}

// MARK: Sheets and forms

extension RuleReferences {
  private func section(of reference: FormReference) throws(ExpressionError) -> FormSection {
    let forms = try reference.form.map { (name) throws(ExpressionError) in [try form(name)] }
    if let sheet = reference.sheet {
      return try section(called: sheet, in: forms ?? ownFormFirst)
    }
    guard let forms else {
      guard let section else { throw reference.error(.sheetExpected) }
      return section
    }
    // The only sheet of the form that has the number.
    let numbers = (reference.rows ?? reference.columns)?.first.text.plainNumber
    let sections = forms.flatMap(\.sections).filter { section in
      section.fields.contains { $0.number?.plainNumber == numbers }
    }
    guard let only = sections.first, sections.count == 1 else {
      throw reference.error(.sheetExpected)
    }
    return only
  }

  private func form(_ name: FormReference.Part) throws(ExpressionError) -> FormSchema {
    let text = name.text.folded
    let names = { (form: FormSchema) in
      [form.title.folded, form.code.rawValue.folded]
    }
    if let form = forms.first(where: { form in
      names(form).contains { $0 == text || $0 == "форма \(text)" }
    }) {
      return form
    }
    throw name.error(
      .unknownForm, nearest: Suggestion.nearest(to: name.text, among: forms.map(\.title)))
  }

  /// Another form may have a sheet of the same name.
  private var ownFormFirst: [FormSchema] {
    let own = forms.filter { form in form.sections.contains { $0.code == section?.code } }
    return own + forms.filter { form in !own.contains { $0.code == form.code } }
  }

  private func section(
    called name: FormReference.Part, in forms: [FormSchema]
  ) throws(ExpressionError) -> FormSection {
    let sections = forms.flatMap(\.sections)
    let text = name.text.folded
    if let section = sections.first(where: {
      [$0.sheet.folded, $0.title.folded, $0.code.rawValue.folded].contains(text)
    }) {
      return section
    }
    throw name.error(
      .unknownSheet, nearest: Suggestion.nearest(to: name.text, among: sections.map(\.sheet)))
  }
}

// MARK: Words

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

extension FormReference {
  fileprivate func error(_ code: ExpressionError.Code) -> ExpressionError {
    ExpressionError(code, at: range, found: text)
  }
}

extension FormReference.Part {
  fileprivate func error(
    _ code: ExpressionError.Code, nearest: String? = nil
  ) -> ExpressionError {
    ExpressionError(code, at: range, found: text, expected: nearest ?? "")
  }
}

extension String {
  /// "03" as "3".
  fileprivate var plainNumber: String {
    let digits = folded.drop { $0 == "0" }
    return digits.first?.isNumber == true ? String(digits) : folded
  }

  /// Without regard to case, ё/е and spaces.
  fileprivate var folded: String {
    lowercased().replacing("ё", with: "е").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
