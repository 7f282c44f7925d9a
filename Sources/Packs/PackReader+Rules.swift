import Expressions
import Findings
import Monitoring
import Yams

extension PackReader {
  private static let ruleKeys = [
    "code", "severity", "scope", "section", "condition", "control", "when", "tolerance",
    "withholds", "leads", "russian", "english", "unit_types",
  ]

  func readRules(pack: String, forms: [FormSchema], classifiers: [Classifier]) -> [Rule] {
    var codes = SeenCodes()
    let references = RuleReferences(forms: forms, classifiers: classifiers, section: nil)
    return records("rules.yaml", "rules", keys: Self.ruleKeys).compactMap {
      rule($0, code: codes.code(of: $0), pack: pack, references)
    }
  }

  private func rule(
    _ record: Record, code: String, pack: String, _ references: RuleReferences
  ) -> Rule? {
    let severity = record.choice("severity", of: Severity.self)
    let text = ruleText(of: record, references)
    let withholds = fields(record.elements("withholds"))
    let leads = record.optionalText("leads")
    if let leads { checkField(leads, at: record.place(of: "leads")) }
    let words = text.scope.map { self.words(of: $0) }
    let tags = TagReader(references: text.references)
    let russian = record.needed("russian").flatMap { phrases($0, words: words, tags) }
    let english = record.entry("english").flatMap { phrases($0, words: words, tags) }
    guard let severity, let scope = text.scope, let condition = text.condition, let russian
    else { return nil }
    return Rule(
      code: FindingCode(rawValue: "\(pack):\(code)"), severity: severity, scope: scope,
      condition: condition, when: text.when, tolerance: text.tolerance, withholds: withholds,
      leads: leads.map { FieldCode(rawValue: $0) }, russian: russian, english: english,
      unitTypes: record.texts("unit_types"))
  }

  /// `form`, `{row: dictionary}`, `{each: [fields]}` or `{column: [fields]}`.
  func scope(of entry: Entry) -> Rule.Scope? {
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

  /// What the condition and the messages of a rule may name.
  func words(of scope: Rule.Scope) -> Words {
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

  private func phrases(_ entry: Entry, words: Words?, _ tags: TagReader) -> Rule.Words? {
    guard let record = Record(entry, keys: ["message", "reason", "mend"], faults: faults) else {
      return nil
    }
    // Without a scope nobody knows what the message may name; the scope's own fault is noted.
    let message = words.flatMap { template("message", in: record, words: $0, tags: tags) }
    let reason = record.text("reason")
    let mend = record.text("mend")
    guard let message else { return nil }
    return Rule.Words(message: message, reason: reason, mend: mend)
  }
}

extension Catalogue.FieldInfo {
  fileprivate var isIdentity: Bool { kind?.isIdentity ?? false }
}
