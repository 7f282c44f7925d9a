/// Walks all branches of a template with data of the right shape, to find what a filling would
/// stumble over later.
struct TemplateInspection {
  private(set) var faults: [TemplateFault] = []

  mutating func inspect(_ steps: [TemplateStep], _ scope: TemplateScope) {
    let evaluation = TagEvaluation(scope: scope)
    for step in steps {
      switch step {
      case .element(_, _, let inner), .paragraph(_, let inner, _): inspect(inner, scope)
      case .opaque, .text: break
      case .value(let tag, let expression, _):
        note { () throws(TemplateFault) in _ = try evaluation.text(tag, expression) }
      case .block(let tag, let path, _):
        note { () throws(TemplateFault) in _ = try evaluation.block(tag, path) }
      case .loop(let tag, let variable, let path, let inner):
        var list: [TemplateRecord] = []
        note { () throws(TemplateFault) in list = try evaluation.list(tag, path) }
        // Of an empty list it cannot be said what its elements have.
        if !list.isEmpty { inspect(inner, scope.turn(of: variable, 0, in: list)) }
      case .choice(let branches):
        for branch in branches {
          if let condition = branch.condition {
            note { () throws(TemplateFault) in _ = try evaluation.holds(branch.tag, condition) }
          }
          inspect(branch.steps, scope)
        }
      }
    }
  }

  /// A value that these data lack may stand behind a condition: no fault before the filling.
  private mutating func note(_ body: () throws(TemplateFault) -> Void) {
    do throws(TemplateFault) {
      try body()
    } catch {
      if error.code != .noValue, !faults.contains(error) { faults.append(error) }
    }
  }
}
