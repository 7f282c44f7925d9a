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

  private func control(of record: Record, _ pack: RuleReferences) -> RuleText {
    if record.entry("condition") != nil { exclude("condition", "control", in: record) }
    var references = pack
    references.section = section(of: record, pack.forms)
    let declared = record.entry("scope").map { scope(of: $0) }
    if case .some(.some(let scope)) = declared { references.scope = scope }
    guard let entry = record.needed("control"),
      let notation = notation(of: entry, &references, takesScope: declared == nil)
    else {
      // What the messages may name depends on what could not be read.
      return RuleText(references: references)
    }
    if notation.scope != nil { checkSpokenScope(of: record, references.section) }
    var text = RuleText(
      scope: declared ?? references.scope, condition: notation.condition, when: notation.when,
      tolerance: notation.tolerance, references: references)
    check(notation.condition, of: text.scope, at: entry)
    if let when = notation.when { check(when, of: text.scope, at: entry) }
    readRest(of: record, into: &text)
    return text
  }

  /// - Parameters:
  ///   - references: is given the scope that the text names, before cells are looked up.
  ///   - takesScope: false where the rule has a `scope` of its own.
  private func notation(
    of entry: Entry, _ references: inout RuleReferences, takesScope: Bool
  ) -> FormNotation? {
    var cells = references
    defer { references = cells }
    return read(entry) { (source) throws(ExpressionError) in
      try FormNotation(parsing: source) { spoken in
        if takesScope, let spoken, let section = cells.section {
          cells.scope = scope(spoken, of: section)
        }
        return cells
      }
    }
  }

  private func checkSpokenScope(of record: Record, _ section: FormSection?) {
    if record.entry("scope") != nil { exclude("scope", "по всем …", in: record) }
    if section == nil, record.entry("section") == nil {
      faults.add(.missingKey("section"), at: record.place)
    }
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
