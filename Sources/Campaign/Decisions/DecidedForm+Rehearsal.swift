import Findings
import Intake
import Monitoring
import Store

extension DecidedForm {
  /// What corrections and acceptances would make of the form; nothing is written.
  func rehearse(_ entries: [JournalEntry]) throws -> DecisionOutcome {
    var outcome = DecisionOutcome(form: self, isDryRun: true)
    let values = try corrected(by: entries)
    var rules = RunRules(campaign: campaign)
    let found = try storing {
      try rules.outcome(of: place, in: store, values: values, entries: entries)
    }
    let before = try findings()
    guard let found else { return outcome }
    let codes = Set(pack.rules.map(\.code))
    let read = try storing { try store.findings(unit: place.unit, period: place.period) }
      .filter { !codes.contains($0.code) }
    let decisions = FindingDecisions(
      try storing { try store.decisions(unit: place.unit, period: place.period) } + entries)
    let lapsed = before.filter { $0.code == LapsedDecisions.code }
    let after = UnitFindings(campaign: campaign).explained(
      decisions.applied(to: read + found.findings, values: values) + lapsed, at: place,
      observations: values)
    outcome.compare(before, after, try counted(), found.applied(to: values))
    return outcome
  }

  /// The values that rules see, with these corrections.
  private func corrected(by entries: [JournalEntry]) throws -> [Observation] {
    var values = try storing {
      try store.observationsToCheck(unit: place.unit, period: place.period)
    }
    for entry in entries {
      guard case .correct(let field, let breakdown, let before, let after) = entry.act else {
        continue
      }
      let key = Observation.Key(
        unit: place.unit, period: place.period, field: field, breakdown: breakdown)
      let mark = ValueDecision(decision: entry.decision(.corrected), before: before)
      if let index = values.firstIndex(where: { $0.key == key }) {
        values[index].state = after
        values[index].decisions = [mark]
      } else {
        values.append(Observation(key: key, state: after, origin: nil, decisions: [mark]))
      }
    }
    return values
  }

  /// The line by which a file was sent back that still counts; nil when there is none.
  func returned(_ current: [StoredSubmission]) throws -> JournalEntry? {
    let hashes = Set(current.map(\.submission.fileHash))
    return FormDecisions(
      try storing { try store.decisions(unit: place.unit, period: place.period) }
    ).sentBack(anyOf: hashes)
  }

  /// - Throws: `CampaignError.badDecision` when the form was sent back: nothing of it counts.
  func refuseReturned(_ current: [StoredSubmission]) throws {
    guard let line = try returned(current) else { return }
    throw CampaignError(
      .badDecision,
      ru: "\(name): форма возвращена и не учитывается; сначала отзовите возврат: svodka withdraw, "
        + "строка \(line.number)",
      en: "\(name): the form was sent back and does not count; withdraw that first: "
        + "svodka withdraw, line \(line.number)")
  }
}
