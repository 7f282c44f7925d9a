import OpenDocument

/// Carries the steps of a template out, collecting all faults.
struct TemplateFilling {
  private(set) var faults: [TemplateFault] = []

  mutating func fill(_ steps: [TemplateStep], _ scope: TemplateScope) -> [FilledNode] {
    var nodes: [FilledNode] = []
    for step in steps {
      switch step {
      case .element(let element, _, let inner):
        let children = fill(inner, scope)
        // A table or list whose every row was left out is none.
        if children.isEmpty, ["table:table", "text:list"].contains(element.name) { continue }
        nodes.append(.element(element, children))
      case .opaque(let element, _): nodes.append(.opaque(element))
      case .paragraph(let element, let inner, let vanishes):
        let runs = self.runs(inner, scope)
        if vanishes, runs.allSatisfy(\.isBlank) { continue }
        nodes.append(.paragraph(element, runs))
      case .block(let tag, let path, let element):
        if let block = attempt(
          { evaluation throws(TemplateFault) in try evaluation.block(tag, path) }, scope), let block
        {
          nodes.append(.block(block, like: element))
        }
      case .loop, .choice:
        for (inner, scope) in chosen(step, scope) { nodes += fill(inner, scope) }
      // Text between paragraphs has no meaning.
      case .text, .value: break
      }
    }
    return nodes
  }

  /// The text of steps outside of paragraphs: a title.
  mutating func text(_ steps: [TemplateStep], _ scope: TemplateScope) -> String {
    runs(steps, scope).reduce(into: "") { text, run in
      if case .text(let own) = run.content { text += own }
    }
  }

  private mutating func runs(_ steps: [TemplateStep], _ scope: TemplateScope) -> [FilledRun] {
    var runs: [FilledRun] = []
    for step in steps {
      switch step {
      case .text(let text, let spans): runs.append(FilledRun(content: .text(text), spans: spans))
      case .value(let tag, let expression, let spans):
        if let text = attempt(
          { evaluation throws(TemplateFault) in try evaluation.text(tag, expression) }, scope)
        {
          runs.append(FilledRun(content: .text(text), spans: spans))
        }
      case .opaque(_, let spans), .element(_, let spans, _):
        runs += fill([step], scope).map { FilledRun(content: .node($0), spans: spans) }
      case .loop, .choice:
        for (inner, scope) in chosen(step, scope) { runs += self.runs(inner, scope) }
      case .paragraph, .block: break
      }
    }
    return runs
  }

  /// The steps that a loop or condition lets through, each with the scope of its turn.
  private mutating func chosen(
    _ step: TemplateStep, _ scope: TemplateScope
  ) -> [([TemplateStep], TemplateScope)] {
    switch step {
    case .loop(let tag, let variable, let path, let inner):
      let list =
        attempt({ evaluation throws(TemplateFault) in try evaluation.list(tag, path) }, scope) ?? []
      return list.indices.map { (inner, scope.turn(of: variable, $0, in: list)) }
    case .choice(let branches):
      for branch in branches {
        guard let condition = branch.condition else { return [(branch.steps, scope)] }
        let holds = attempt(
          { evaluation throws(TemplateFault) in try evaluation.holds(branch.tag, condition) }, scope
        )
        if holds ?? false { return [(branch.steps, scope)] }
      }
      return []
    case .element, .paragraph, .opaque, .text, .value, .block: return []
    }
  }

  private mutating func attempt<Value>(
    _ body: (TagEvaluation) throws(TemplateFault) -> Value, _ scope: TemplateScope
  ) -> Value? {
    do throws(TemplateFault) {
      return try body(TagEvaluation(scope: scope))
    } catch {
      // The same tag in every turn of a loop is one fault.
      if !faults.contains(error) { faults.append(error) }
      return nil
    }
  }
}

extension FilledRun {
  fileprivate var isBlank: Bool {
    switch content {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .node: false
    }
  }
}
