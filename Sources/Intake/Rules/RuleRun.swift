import Expressions
import Findings
import Monitoring

/// One rule at one unit.
struct RuleRun {
  let rule: Rule
  let form: FormIndex
  let unit: UnitCode
  let period: Period
  let mainForm: FormCode
  let file: Origin?

  /// Adds what the condition says in `place`. Throws when it cannot be evaluated.
  func check(in place: RuleScene, _ outcome: inout RuleOutcome) throws(ExpressionError) {
    let value = try rule.condition.evaluate(in: place)
    switch value {
    case .missing:
      outcome.notEvaluated += 1
    case .flag(true):
      outcome.evaluated += 1
    case .flag(false):
      outcome.evaluated += 1
      outcome.findings.append(finding(in: place))
      if rule.severity == .error { outcome.withheld.formUnion(withheld(in: place)) }
    case .number, .text, .list, .record:
      throw ExpressionError(
        .wrongType, at: 0..<rule.condition.source.count, found: value.kind.rawValue,
        expected: ExpressionValue.Kind.flag.rawValue)
    }
  }

  private func finding(in place: RuleScene) -> Finding {
    let lead = rule.leads ?? place.field ?? named(in: place).first
    let leadRow = lead.map { rows(of: $0, in: place) } ?? []
    var fields = named(in: place)
    if let lead { fields = [lead] + fields.filter { $0 != lead } }
    let origins = fields.flatMap { field in
      rows(of: field, in: place).compactMap { place.current[field, $0]?.origin }
    }
    return Finding(
      code: rule.code, severity: rule.severity,
      key: FindingKey(
        unit: unit.rawValue, period: period.description,
        form: (lead.flatMap(form.form(of:)) ?? mainForm).rawValue,
        field: lead?.rawValue ?? "",
        breakdown: leadRow.count == 1 ? leadRow[0].description : place.breakdown.description),
      arguments: RuleArguments(rule: rule, place: place).values,
      origins: origins.isEmpty ? [file?.wholeFile ?? Origin(file: "")] : origins)
  }

  /// The fields that the condition names, `value` as what it stands for.
  private func named(in place: RuleScene) -> [FieldCode] {
    var fields: [FieldCode] = []
    for name in rule.condition.names {
      guard let first = name.path.first else { continue }
      let field = first == "value" ? place.field : FieldCode(rawValue: first)
      guard let field, form.field(field) != nil, !fields.contains(field) else { continue }
      fields.append(field)
    }
    return fields
  }

  /// The rows that a field's name means in `place`.
  private func rows(of field: FieldCode, in place: RuleScene) -> [Breakdown] {
    guard let section = form.section(of: field) else { return [] }
    switch section.layout {
    case .list: return [.whole]
    case .table, .records:
      if !place.isColumn, form.has(place.breakdown, in: section) { return [place.breakdown] }
      return form.rows(of: section, in: place.current)
    }
  }

  private func withheld(in place: RuleScene) -> [Observation.Key] {
    let fields = rule.withholds.isEmpty ? named(in: place) : rule.withholds
    return fields.flatMap { field in
      rows(of: field, in: place).map {
        Observation.Key(unit: unit, period: period, field: field, breakdown: $0)
      }
    }
  }
}
