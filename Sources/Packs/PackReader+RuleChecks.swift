import Expressions
import Monitoring

extension PackReader {
  /// Notes all that is wrong with a condition against the forms. Nil scope: what could be named is
  /// not known, and only its own fault is noted.
  func check(_ condition: Expression, of scope: Rule.Scope?, at entry: Entry) {
    guard let scope else { return }
    check(condition, words: words(of: scope)) { entry.place(ofCharacter: $0) }
    // A name that is not known was meant as a field: it is named already.
    let counts = [Vocabulary.ruleNonzero.name, Vocabulary.ruleUnchanged.name]
    if !condition.names.contains(where: { $0.base != Vocabulary.ruleRow }),
      !condition.calls.contains(where: { counts.contains($0.function) })
    {
      faults.add(.ruleWithoutField, at: entry.place)
    }
    checkRows(condition.syntax, in: scope, entry)
    let kinds = RuleKindCheck(
      kind: { self.kind(of: $0, in: scope) },
      note: { self.faults.add($0, at: entry.place(ofCharacter: $1)) })
    kinds.checkCondition(condition.syntax)
  }

  private func kind(of name: String, in scope: Rule.Scope) -> RuleKind {
    guard name == Vocabulary.ruleValue else {
      return catalogue.fields[name].map(RuleKind.init) ?? .unknown
    }
    return RuleKind(common: scope.fields.compactMap { catalogue.fields[$0.rawValue] })
  }

  /// A column of a table has a value only in a row of its own; elsewhere it must stand in one of
  /// the functions over lists.
  private func checkRows(_ node: SyntaxNode, in scope: Rule.Scope, _ entry: Entry) {
    switch node.kind {
    case .number, .text, .flag: break
    case .name(let path): checkRow(path, at: node.range.lowerBound, in: scope, entry)
    case .call(Vocabulary.ruleCell.name, let arguments): checkCell(arguments, in: scope, entry)
    case .call(let function, let arguments)
    where BuiltInFunction(rawValue: function)?.takesSeveral == true:
      for cell in arguments.flatMap(\.cells) { checkCell(cell, in: scope, entry) }
    case .call, .prefix, .infix:
      for child in node.children { checkRows(child, in: scope, entry) }
    }
  }

  private func checkRow(
    _ path: [String], at character: Int, in scope: Rule.Scope, _ entry: Entry
  ) {
    guard let name = path.first, path.count == 1, !hasOneValue(name, in: scope) else { return }
    faults.add(.fieldHasRows(name), at: entry.place(ofCharacter: character))
  }

  /// Whether a name has one value in each place of a scope.
  private func hasOneValue(_ name: String, in scope: Rule.Scope) -> Bool {
    if name == Vocabulary.ruleValue {
      if case .column = scope { return false }
      return true
    }
    guard let info = catalogue.fields[name], info.dimension != nil || info.isRecord else {
      return true
    }
    switch scope {
    case .form, .column: return false
    case .row(let dimension): return info.dimension == dimension
    // The rows are those of the fields that are looked at.
    case .each(let fields):
      return fields.contains { field in
        guard let other = catalogue.fields[field.rawValue] else { return false }
        return info.isRecord ? other.isRecord : other.dimension == info.dimension
      }
    }
  }

  /// `cell(field, "member")`: a column of a table, and a member of its dictionary.
  private func checkCell(_ arguments: [SyntaxNode], in scope: Rule.Scope, _ entry: Entry) {
    guard arguments.count == 2, case .name(let path) = arguments[0].kind, path.count == 1 else {
      return
    }
    let fields = path[0] == Vocabulary.ruleValue ? scope.fields.map(\.rawValue) : path
    for field in fields {
      guard let info = catalogue.fields[field] else { continue }
      guard let dimension = info.dimension else {
        let place = entry.place(ofCharacter: arguments[0].range.lowerBound)
        faults.add(.fieldHasNoRows(field), at: place)
        continue
      }
      let place = entry.place(ofCharacter: arguments[1].range.lowerBound)
      if case .text(let member) = arguments[1].kind {
        checkMember(member, of: dimension.rawValue, at: place)
      } else {
        faults.add(.wrongShape(needed: .text), at: place)
      }
    }
  }
}

extension Rule.Scope {
  /// What `value` stands for.
  fileprivate var fields: [FieldCode] {
    switch self {
    case .form, .row: []
    case .each(let fields), .column(let fields): fields
    }
  }
}

extension SyntaxNode {
  /// The arguments of every `cell(…)` in it.
  fileprivate var cells: [[SyntaxNode]] {
    if case .call(Vocabulary.ruleCell.name, let arguments) = kind { return [arguments] }
    return children.flatMap(\.cells)
  }
}
