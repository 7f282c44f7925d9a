import ExactNumbers
import Expressions
import Monitoring

extension PackReader {
  /// What a rule says, in either notation. What could not be read is nil, and noted.
  struct RuleText {
    var scope: Rule.Scope?
    var condition: Expression?
    var when: Expression?
    var tolerance: ExactNumber?
    /// Looks the cells of the form notation up; nil for the notation with names.
    var references: RuleReferences?
  }

  /// `condition:` with names, or `control:` in the notation of forms.
  func ruleText(of record: Record, _ references: RuleReferences) -> RuleText {
    if record.entry("control") != nil { return control(of: record, references) }
    if record.entry("section") != nil { exclude("section", "condition", in: record) }
    var text = RuleText()
    text.scope = record.needed("scope").flatMap(scope(of:))
    text.condition = record.needed("condition").flatMap { entry in
      read(entry) { (source) throws(ExpressionError) in try Expression(parsing: source) }
    }
    if let condition = text.condition, let entry = record.entry("condition") {
      check(condition, of: text.scope, at: entry)
    }
    readRest(of: record, into: &text)
    return text
  }

  private func control(of record: Record, _ references: RuleReferences) -> RuleText {
    if record.entry("condition") != nil { exclude("condition", "control", in: record) }
    let section = section(of: record, references.forms)
    let declared = record.entry("scope")
    var text = RuleText()
    text.scope = declared.map { scope(of: $0) } ?? .form
    let notation: FormNotation? = record.needed("control").flatMap { entry in
      read(entry) { (source) throws(ExpressionError) in
        try FormNotation(parsing: source) { spoken in
          if let spoken, declared == nil {
            text.scope = section.map { scope(spoken, of: $0) }
          }
          text.references = RuleReferences(
            forms: references.forms, classifiers: references.classifiers, section: section,
            scope: text.scope ?? .form)
          return text.references ?? references
        }
      }
    }
    guard let notation, let entry = record.entry("control") else {
      // What the messages may name depends on what could not be read.
      text.scope = nil
      return text
    }
    if notation.scope != nil {
      if declared != nil { exclude("scope", "по всем …", in: record) }
      if section == nil, record.entry("section") == nil {
        faults.add(.missingKey("section"), at: record.place)
      }
    }
    text.condition = notation.condition
    text.when = notation.when
    text.tolerance = notation.tolerance
    check(notation.condition, of: text.scope, at: entry)
    if let when = notation.when { check(when, of: text.scope, at: entry) }
    readRest(of: record, into: &text)
    return text
  }

  /// `when:` and `tolerance:`, where the text has not said them.
  private func readRest(of record: Record, into text: inout RuleText) {
    if let entry = record.entry("when") {
      if text.when != nil { exclude("when", "если", in: record) }
      let tags = TagReader(references: text.references)
      text.when = read(entry, tags.read)
      if let when = text.when { check(when, of: text.scope, at: entry) }
    }
    if record.entry("tolerance") != nil {
      if text.tolerance != nil { exclude("tolerance", "с точностью до", in: record) }
      text.tolerance = record.number("tolerance")
      if let condition = text.condition, !condition.syntax.compares {
        faults.add(.toleranceWithoutComparison, at: record.place(of: "tolerance"))
      }
    }
  }

  private func exclude(_ key: String, _ other: String, in record: Record) {
    faults.add(.exclusive(key, other), at: record.place(of: key))
  }

  private func read<Read>(
    _ entry: Entry, _ read: (String) throws(ExpressionError) -> Read
  ) -> Read? {
    guard let source = entry.text else {
      faults.add(.wrongShape(needed: .text), at: entry.place)
      return nil
    }
    do {
      return try read(source)
    } catch {
      add(error, at: entry)
      return nil
    }
  }
}

// MARK: What the form notation leaves to the keys beside it

extension PackReader {
  /// The section whose rows and columns numbers without a sheet mean.
  private func section(of record: Record, _ forms: [FormSchema]) -> FormSection? {
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
  private func scope(_ spoken: FormNotation.Scope, of section: FormSection) -> Rule.Scope {
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

extension SyntaxNode {
  /// Whether a comparison stands outside calls, where a tolerance reaches.
  fileprivate var compares: Bool {
    switch kind {
    case .number, .text, .flag, .name, .call: false
    case .infix(.equal, _, _), .infix(.notEqual, _, _), .infix(.less, _, _),
      .infix(.lessOrEqual, _, _), .infix(.greater, _, _), .infix(.greaterOrEqual, _, _):
      true
    case .prefix, .infix: children.contains(where: \.compares)
    }
  }
}
