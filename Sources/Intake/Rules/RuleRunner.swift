import Expressions
import Findings
package import Monitoring

/// Runs the rules of a pack over the observations of one unit.
///
/// A condition with a missing operand is not evaluated, and counted as such. A rule that cannot
/// be evaluated at all is itself a finding; it never passes for kept.
package struct RuleRunner: Sendable {
  private let rules: [CheckedRule]
  private let form: FormIndex
  /// The one that a finding is about when its rule names no field.
  private let mainForm: FormCode

  package init(rules: [Rule], schemas: [FormSchema], classifiers: [Classifier]) {
    self.rules = rules.map(CheckedRule.init)
    form = FormIndex(schemas: schemas, classifiers: classifiers)
    mainForm = schemas.first?.code ?? ""
  }

  /// - Parameters:
  ///   - current: what the forms of `period` say, as they were bound.
  ///   - previous: what those of the period before say; empty when there is none.
  package func run(
    unit: Unit, period: Period, current: [Observation], previous: [Observation]
  ) -> RuleOutcome {
    let scene = UnitScene(
      form: form, current: current, previous: previous.filter { !$0.isDoubtful })
    var outcome = RuleOutcome()
    let file = current.lazy.compactMap(\.origin).first
    for checked in rules where checked.rule.applies(toType: unit.type) {
      let run = RuleRun(
        checked: checked, unit: unit.code, period: period, mainForm: mainForm, file: file)
      for place in places(of: checked.rule, in: RuleScene(unit: scene)) {
        do {
          try run.check(in: place, &outcome)
        } catch {
          outcome.broken.insert(checked.rule.code)
          outcome.findings.append(broken(run, error))
          break
        }
      }
    }
    return outcome
  }

  /// Every place that a rule's scope has, in the order of the form.
  private func places(of rule: Rule, in scene: RuleScene) -> [RuleScene] {
    switch rule.scope {
    case .form: [scene]
    case .row(let dimension): form.rows(of: dimension).map { scene.at($0) }
    case .each(let fields):
      fields.flatMap { field -> [RuleScene] in
        guard let column = form.column(of: field) else { return [scene] }
        return scene.unit.current.rows(ofColumn: column).map { scene.at($0, column) }
      }
    case .column(let fields):
      fields.map { field in
        var place = scene
        place.column = form.column(of: field)
        place.isColumn = true
        return place
      }
    }
  }

  private func broken(_ run: RuleRun, _ error: ExpressionError) -> Finding {
    Finding(
      code: "rule.broken", severity: .error,
      key: FindingKey(
        unit: run.unit.rawValue, period: run.period.description, form: mainForm.rawValue),
      arguments: [
        "rule": .text(run.rule.code.rawValue), "detail": .text(error.description),
      ], origins: [run.file?.wholeFile ?? Origin(file: "")])
  }
}

extension RuleScene {
  fileprivate func at(_ row: FormRow, _ column: Int? = nil) -> RuleScene {
    var place = self
    place.row = row
    place.column = column
    return place
  }
}

extension Observation {
  /// Whether a value of last year is itself in doubt, and so proves nothing.
  fileprivate var isDoubtful: Bool {
    if case .withheld = state { return true }
    return false
  }
}

extension Origin {
  /// The file alone.
  var wholeFile: Origin { Origin(file: file, hash: hash) }
}
