import ExactNumbers
import Expressions
import Findings
import Monitoring

/// One rule at one unit.
struct RuleRun {
  let checked: CheckedRule
  let unit: UnitCode
  let period: Period
  let mainForm: FormCode
  let file: Origin?

  var rule: Rule { checked.rule }

  /// Adds what the condition says in `place`. Throws when it cannot be evaluated.
  func check(in place: RuleScene, _ outcome: inout RuleOutcome) throws(ExpressionError) {
    if let when = checked.rule.when {
      switch try truth(of: when, in: place, within: nil) {
      case true: break
      case false: return
      case nil:
        outcome.notEvaluated += 1
        return
      }
    }
    switch try truth(of: checked.rule.condition, in: place, within: checked.rule.tolerance) {
    case nil: outcome.notEvaluated += 1
    case true: outcome.evaluated += 1
    case false:
      outcome.evaluated += 1
      outcome.add(
        finding(in: place), withholding: rule.severity == .error ? withheld(in: place) : [])
    }
  }

  /// Nil when an operand is missing.
  private func truth(
    of condition: Expression, in place: RuleScene, within tolerance: ExactNumber?
  ) throws(ExpressionError) -> Bool? {
    let value = try condition.evaluate(in: place, tolerance: tolerance)
    switch value {
    case .missing: return nil
    case .flag(let flag): return flag
    case .number, .text, .list, .record:
      throw ExpressionError(
        .wrongType, at: 0..<condition.source.count, found: value.kind.rawValue,
        expected: ExpressionValue.Kind.flag.rawValue)
    }
  }

  private func finding(in place: RuleScene) -> Finding {
    let form = place.form
    let named = operands(in: place)
    let lead = rule.leads.flatMap(form.column(of:)) ?? place.column ?? named.first?.column
    let (first, others) = named.parted { $0.column == lead }
    let leadCells = lead.map { first.isEmpty ? cells(of: $0, in: place) : first.flatMap(\.cells) }
    let touched = (leadCells ?? []) + others.flatMap(\.cells)
    let origins = touched.compactMap { place.unit.current[$0.column, $0.row]?.origin }
    let row = leadCells?.count == 1 ? leadCells?[0].row : nil
    return Finding(
      code: rule.code, severity: rule.severity,
      key: FindingKey(
        unit: unit.rawValue, period: period.description,
        form: (lead.map { form.forms[$0] } ?? mainForm).rawValue,
        field: lead.map { form.fields[$0].code.rawValue } ?? rule.leads?.rawValue ?? "",
        breakdown: form.breakdown(of: row ?? place.row).description),
      arguments: RuleArguments(rule: checked, place: place).values,
      origins: origins.isEmpty ? [file?.wholeFile ?? Origin(file: "")] : origins)
  }

  private func withheld(in place: RuleScene) -> [Observation.Key] {
    let form = place.form
    let named =
      rule.withholds.isEmpty
      ? operands(in: place).flatMap(\.cells)
      : rule.withholds.compactMap(form.column(of:)).flatMap { cells(of: $0, in: place) }
    return named.map {
      Observation.Key(
        unit: unit, period: period, field: form.fields[$0.column].code,
        breakdown: form.breakdown(of: $0.row))
    }
  }
}

// MARK: The cells that a condition names

extension RuleRun {
  private typealias FormCell = (column: Int, row: FormRow)

  /// The cells of one operand.
  private struct Operand {
    var column: Int
    var cells: [FormCell]
  }

  private func operands(in place: RuleScene) -> [Operand] {
    checked.operands.compactMap { operand in
      guard let column = place.column(named: operand.name) else { return nil }
      guard let member = operand.member else {
        return Operand(column: column, cells: cells(of: column, in: place))
      }
      return place.form.row(member, ofColumn: column).map {
        Operand(column: column, cells: [(column, $0)])
      }
    }
  }

  /// The cells that a column means in `place`.
  private func cells(of column: Int, in place: RuleScene) -> [FormCell] {
    let rows = place.form.columns[column].rows
    if !place.isColumn, place.row.belongs(to: rows) { return [(column, place.row)] }
    return place.unit.current.rows(ofColumn: column).map { (column, $0) }
  }
}

extension Array {
  /// Those that keep a condition, and the others, in their order.
  fileprivate func parted(_ keeps: (Element) -> Bool) -> (kept: [Element], others: [Element]) {
    (filter(keeps), filter { !keeps($0) })
  }
}
