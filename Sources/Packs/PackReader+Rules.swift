import Expressions
import Findings
import Monitoring
import Yams

extension PackReader {
  func readRules(pack: String) -> [Rule] {
    let keys = [
      "code", "severity", "scope", "condition", "withholds", "leads", "russian", "english",
      "unit_types",
    ]
    var codes = SeenCodes()
    return records("rules.yaml", "rules", keys: keys).compactMap {
      rule($0, code: codes.code(of: $0), pack: pack)
    }
  }

  private func rule(_ record: Record, code: String, pack: String) -> Rule? {
    let severity = record.choice("severity", of: Severity.self)
    let scope = scope(of: record)
    let words = scope.map { self.words(of: $0) }
    let condition = condition(of: record, words: words, scope: scope)
    let withholds = fields(record.elements("withholds"))
    let leads = record.optionalText("leads")
    if let leads { checkField(leads, at: record.place(of: "leads")) }
    let russian = record.needed("russian").flatMap { phrases($0, words: words) }
    let english = record.entry("english").flatMap { phrases($0, words: words) }
    guard let severity, let scope, let condition, let russian else { return nil }
    return Rule(
      code: FindingCode(rawValue: "\(pack):\(code)"), severity: severity, scope: scope,
      condition: condition, withholds: withholds, leads: leads.map { FieldCode(rawValue: $0) },
      russian: russian, english: english, unitTypes: record.texts("unit_types"))
  }

  /// `form`, `{row: dictionary}`, `{each: [fields]}` or `{column: [fields]}`.
  private func scope(of rule: Record) -> Rule.Scope? {
    guard let entry = rule.needed("scope") else { return nil }
    guard entry.node.mapping != nil else {
      if entry.text == "form" { return .form }
      faults.add(
        .notAllowed(
          entry.text ?? "", allowed: ["form", "{row: …}", "{each: […]}", "{column: […]}"]),
        at: entry.place)
      return nil
    }
    guard let record = Record(entry, keys: ["row", "each", "column"], faults: faults) else {
      return nil
    }
    if record.entry("each") != nil { return .each(fields(record.neededElements("each"))) }
    if record.entry("column") != nil { return .column(fields(record.neededElements("column"))) }
    let dictionary = record.text("row")
    checkDictionary(dictionary, at: record.place(of: "row"))
    return .row(ClassifierCode(rawValue: dictionary))
  }

  private func words(of scope: Rule.Scope) -> Words {
    let rowMembers = Vocabulary.ruleRowMembers.map { "\(Vocabulary.ruleRow).\($0)" }
    var words = Words(
      names: catalogue.fields.filter { !$0.value.isIdentity }.keys.sorted(),
      functions: Vocabulary.ruleFunctions)
    switch scope {
    case .form: break
    case .row: words.members = rowMembers
    case .each:
      words.names.append(Vocabulary.ruleValue)
      words.members = rowMembers
    case .column: words.names.append(Vocabulary.ruleValue)
    }
    return words
  }

  private func condition(of rule: Record, words: Words?, scope: Rule.Scope?) -> Expression? {
    guard let entry = rule.needed("condition") else { return nil }
    guard let source = entry.text else {
      faults.add(.wrongShape(needed: .text), at: entry.place)
      return nil
    }
    do {
      let condition = try Expression(parsing: source)
      if let words { check(condition, words: words) { entry.place(ofCharacter: $0) } }
      // A name that is not known was meant as a field: it is named already.
      let counts = ["nonzero_cells", "unchanged_cells"]
      if condition.names.isEmpty, !condition.calls.contains(where: { counts.contains($0.function) })
      {
        faults.add(.ruleWithoutField, at: entry.place)
      }
      if let scope { checkRows(condition.syntax, in: scope, entry) }
      return condition
    } catch {
      faults.add(.badExpression(error), at: entry.place(ofCharacter: error.offset))
      return nil
    }
  }

  /// A column of a table has a value only in a row of its own; elsewhere it must stand in one of
  /// the functions over lists.
  private func checkRows(_ node: SyntaxNode, in scope: Rule.Scope, _ entry: Entry) {
    switch node.kind {
    case .number, .text, .flag: break
    case .name([Vocabulary.ruleValue]):
      if case .column = scope {
        faults.add(
          .fieldHasRows(Vocabulary.ruleValue),
          at: entry.place(ofCharacter: node.range.lowerBound))
      }
    case .name(let path):
      guard let field = path.first, path.count == 1, let info = catalogue.fields[field],
        info.dimension != nil || info.isRecord
      else { return }
      switch scope {
      case .row(let dimension) where info.dimension == dimension: return
      // The rows are those of the fields that are looked at.
      case .each(let fields)
      where fields.contains { catalogue.fields[$0.rawValue]?.dimension == info.dimension }:
        return
      case .form, .row, .each, .column:
        faults.add(.fieldHasRows(field), at: entry.place(ofCharacter: node.range.lowerBound))
      }
    case .call(let function, _) where Self.listFunctions.contains(function): break
    case .call, .prefix, .infix:
      for child in node.children { checkRows(child, in: scope, entry) }
    }
  }

  private static let listFunctions = Set(
    [BuiltInFunction.sum, .min, .max, .count, .distinct].map(\.rawValue))

  private func phrases(_ entry: Entry, words: Words?) -> Rule.Words? {
    guard let record = Record(entry, keys: ["message", "reason", "mend"], faults: faults) else {
      return nil
    }
    // Without a scope nobody knows what the message may name; the scope's own fault is noted.
    let known = words ?? Words(names: [], functions: [])
    let message =
      words == nil ? nil : template("message", in: record, words: known)
    let reason = record.text("reason")
    let mend = record.text("mend")
    guard let message else { return nil }
    return Rule.Words(message: message, reason: reason, mend: mend)
  }
}

extension Catalogue.FieldInfo {
  fileprivate var isIdentity: Bool {
    if case .identity = kind { return true }
    return false
  }
}
