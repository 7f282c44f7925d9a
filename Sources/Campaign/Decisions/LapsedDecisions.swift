import Findings
import Monitoring
import Store
import Wording

/// Decisions of the office that hold no more, because the form came again and says something else.
struct LapsedDecisions {
  static let code: FindingCode = "decision.lapsed"
  static let ofAcceptance: FindingCode = "decision.acceptance-lapsed"

  private let decisions: FormDecisions
  private let forms: [Submission]
  private let names: CampaignNames

  /// - Parameters:
  ///   - entries: the lines of the journal about one unit's forms that hold.
  ///   - forms: the files that count.
  init(entries: [JournalEntry], forms: [Submission], names: CampaignNames) {
    self.forms = forms
    self.names = names
    decisions = FormDecisions(
      entries.filter { entry in forms.contains { $0.form == entry.form } })
  }

  /// - Parameters:
  ///   - asRead: what the forms say.
  ///   - found: what is found in them now, with what was decided.
  func findings(asRead: [Observation], found: [Finding], at place: UnitPeriod) -> [Finding] {
    let said = Dictionary(asRead.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let values = decisions.corrections.compactMap { key, all in lapsed(all, at: key, now: said[key])
    }
    return values.sorted { line($0) < line($1) }
      + decisions.acceptances.compactMap { lapsed($0, among: found) }
  }

  private func line(_ finding: Finding) -> Int {
    if case .count(let line)? = finding.arguments["line"] { return line }
    return 0
  }

  /// Nothing is said of one that the form has taken over.
  private func lapsed(
    _ all: [FormDecisions.Correction], at key: Observation.Key, now: Observation?
  ) -> Finding? {
    guard let last = all.last, last.after != now?.state,
      decisions.correction(of: key, saying: now?.state) == nil
    else { return nil }
    var arguments: [String: FindingValue] = [
      "line": .count(last.entry.number),
      "name": .text(names.value(key.field, key.breakdown, in: key.period, .ru)),
    ]
    arguments["before"] = last.before.flatMap { shown($0, at: key) }
    arguments["after"] = shown(last.after, at: key)
    arguments["now"] = now.flatMap { shown($0.state, at: key) }
    return Finding(
      code: Self.code, severity: .notice,
      key: FindingKey(
        unit: key.unit.rawValue, period: key.period.description,
        form: last.entry.form?.rawValue ?? "", field: key.field.rawValue,
        breakdown: key.breakdown.description),
      arguments: arguments, origins: [now?.origin ?? file(last.entry)])
  }

  private func lapsed(_ entry: JournalEntry, among found: [Finding]) -> Finding? {
    guard case .accept(let code, let field, let breakdown, _) = entry.act else { return nil }
    let same = found.filter {
      $0.code == code && $0.key.field == field && $0.key.breakdown == breakdown
    }
    guard let open = same.first(where: \.isOpen), !same.contains(where: { $0.decision != nil })
    else { return nil }
    let name = open.observationKey.map { names.value($0.field, $0.breakdown, in: $0.period, .ru) }
    return Finding(
      code: Self.ofAcceptance, severity: .notice, key: open.key,
      arguments: [
        "line": .count(entry.number), "code": .text(code.rawValue),
        "name": .text(name ?? open.origins.first?.place ?? code.rawValue),
      ], origins: open.origins)
  }

  private func file(_ entry: JournalEntry) -> Origin {
    let form = forms.first { $0.form == entry.form }
    return Origin(file: form?.fileName ?? "", hash: form?.fileHash ?? "")
  }

  /// Nil for what is no value: the sentence leaves it out.
  private func shown(_ state: Observation.State, at key: Observation.Key) -> FindingValue? {
    switch state {
    case .given(.number(let number)), .withheld(.number(let number)): .number(number)
    case .given(.text(let text)), .withheld(.text(let text)): .text("«\(text)»")
    case .given(.yesNo(let flag)), .withheld(.yesNo(let flag)): .yesNo(flag)
    case .given(.choice(let member)), .withheld(.choice(let member)):
      // By the title that the pack gives it, which is the same in both languages.
      .text(names.state(.given(.choice(member)), of: key.field, in: key.period, .ru))
    case .given(.date(let day)), .withheld(.date(let day)): .moments([day])
    case .notApplicable: .text("–")
    case .missing, .unreadable: nil
    }
  }
}
