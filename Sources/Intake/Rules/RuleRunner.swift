import Expressions
import Findings
package import Monitoring

/// Runs the rules of a pack over the observations of one unit.
///
/// A condition with a missing operand is not evaluated, and counted as such. A rule that cannot
/// be evaluated at all is itself a finding; it never passes for kept.
package struct RuleRunner: Sendable {
  private let rules: [Rule]
  private let form: FormIndex
  /// The one that a finding is about when its rule names no field.
  private let mainForm: FormCode

  package init(rules: [Rule], schemas: [FormSchema], classifiers: [Classifier]) {
    self.rules = rules
    form = FormIndex(schemas: schemas, classifiers: classifiers)
    mainForm = schemas.first?.code ?? ""
  }

  /// - Parameters:
  ///   - current: what the forms of `period` say, as they were bound.
  ///   - previous: what those of the period before say; empty when there is none.
  package func run(
    unit: Unit, period: Period, current: [Observation], previous: [Observation]
  ) -> RuleOutcome {
    let form = form
    let scene = RuleScene(
      form: form, current: UnitValues(current),
      previous: UnitValues(previous.filter { !$0.isDoubtful }))
    var outcome = RuleOutcome()
    let file = current.lazy.compactMap(\.origin).first
    for rule in rules where rule.unitTypes.isEmpty || rule.unitTypes.contains(unit.type ?? "") {
      let run = RuleRun(
        rule: rule, form: form, unit: unit.code, period: period, mainForm: mainForm, file: file)
      for place in places(of: rule, in: scene) {
        do {
          try run.check(in: place, &outcome)
        } catch {
          outcome.broken.insert(rule.code)
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
    case .form:
      return [scene]
    case .row(let dimension):
      return form.members(of: dimension).map { row in
        var place = scene
        place.breakdown = row
        return place
      }
    case .each(let fields):
      return fields.flatMap { field in
        var place = scene
        place.field = field
        guard let section = form.section(of: field) else { return [place] }
        return form.rows(of: section, in: scene.current).map { row in
          place.breakdown = row
          return place
        }
      }
    case .column(let fields):
      return fields.map { field in
        var place = scene
        place.field = field
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
