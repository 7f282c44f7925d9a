import Analysis
import Campaign
import ExactNumbers
import Findings
import Monitoring
import Wording

/// The chain from a number to its cells.
struct TracePrinter {
  let trace: Trace
  let campaign: OpenCampaign
  private let traced: TracedValue

  init(_ traced: TracedValue) {
    trace = traced.trace
    campaign = traced.campaign
    self.traced = traced
  }

  private var names: CampaignNames { CampaignNames(campaign: campaign) }

  private var decided: DecidedWords {
    DecidedWords(names: names, returns: traced.returns, days: campaign.days)
  }

  private var forms: TracedFormWords {
    TracedFormWords(forms: traced.forms, speaker: traced.findings.speaker)
  }

  var text: String {
    var lines = [
      "\(trace.address)",
      "\(trace.indicator.label) \(trace.indicator.title)",
      say("Источник: ", "Source: ") + trace.indicator.source,
      say("Числитель: ", "Numerator: ") + trace.formula.numerator.description,
    ]
    if let denominator = trace.formula.denominator {
      lines.append(say("Знаменатель: ", "Denominator: ") + denominator.description)
    }
    lines.append(trace.address.term == .change ? change : total)
    lines += TraceRemarks(traced).lines
    lines.append("")
    lines += trace.contributions.flatMap(chain)
    if let period = trace.beforePeriod {
      lines.append("")
      lines.append(say("Сравнивается с периодом \(period):", "Compared with \(period):"))
      if let imported = trace.beforeValue?.imported {
        lines.append(TraceRemarks.place(of: imported))
      }
      lines += trace.before.flatMap(chain)
    }
    return lines.joined(separator: "\n")
  }

  private var total: String {
    let value = trace.value
    if let imported = value.imported { return TraceRemarks.value(value, imported) }
    let coverage = value.coverage
    let counted = say(
      "данные \(coverage.given) из \(coverage.expected)",
      "data of \(coverage.given) of \(coverage.expected)")
    guard let exact = value.exact else {
      return "= \(value.state.words(Speech.language)), \(counted)"
    }
    switch value.kind {
    case .count:
      return "= \(Speech.language.number(value.numerator)), \(counted)"
    case .share:
      let denominator = value.denominator.map { Speech.language.number($0) } ?? ""
      return "= \(Speech.language.number(value.numerator)) / \(denominator) = "
        + "\(Speech.language.percent(exact, decimals: 2)), \(counted)"
    }
  }

  /// The change itself, from the exact values of both periods.
  private var change: String {
    guard let before = trace.beforeValue, let now = trace.value.exact, let then = before.exact
    else {
      return trace.value.state == .withheld || trace.beforeValue?.state == .withheld
        ? "= " + say("уточняется", "being clarified")
        : "= " + say("сравнить не с чем", "nothing to compare with")
    }
    let difference =
      switch trace.value.kind {
      case .share: Speech.language.points(now - then, decimals: changeDecimals, sign: .always)
      case .count: Speech.language.number(now - then, decimals: 0, sign: .always)
      }
    return "= \(difference)"
  }

  /// No more than a percentage was printed with, where nothing else is known of it.
  private var changeDecimals: Int {
    min(2, trace.beforeValue.flatMap { $0.isPercentOnly ? $0.imported?.decimals : nil } ?? 2)
  }

  private func chain(_ contribution: Trace.Contribution) -> [String] {
    let unit =
      campaign.register[contribution.unit]?.name(in: trace.address.period).short
      ?? contribution.unit.rawValue
    let head = contribution.state == .given ? unit : "\(unit) — \(state(contribution.state))"
    return [head]
      + (forms.lines(of: contribution.numerator.key) + terms(of: contribution).flatMap(lines))
      .map { "    \($0)" }
  }

  private func terms(of contribution: Trace.Contribution) -> [Trace.Term] {
    switch trace.address.term {
    case .numerator: [contribution.numerator]
    case .denominator: contribution.denominator.map { [$0] } ?? []
    case .value, .coverage, .change:
      [contribution.numerator] + (contribution.denominator.map { [$0] } ?? [])
    }
  }

  /// What the form says, and below it why it does not count and what the office decided about it.
  private func lines(_ term: Trace.Term) -> [String] {
    [line(term)]
      + (reasons(term) + decided.lines(term.observation)).map { "    \($0)" }
  }

  private func reasons(_ term: Trace.Term) -> [String] {
    traced.findings.reasons(of: term.observation).map { finding in
      let words = traced.findings.speaker.words(finding, Speech.language).headline
      let number = finding.correction?.number
      let line = number.map { say(", строка \($0) журнала", ", line \($0) of the journal") }
      let cause =
        finding.isOfOffice
        ? say(" — следствие исправления", " – it comes from a correction") + (line ?? "") : ""
      return say("не учитывается: ", "does not count: ") + "\(words) [\(finding.code)]"
        + cause
    }
  }

  private func line(_ term: Trace.Term) -> String {
    let name = names.value(
      term.key.field, term.key.breakdown, in: term.key.period, Speech.language)
    guard let observation = term.observation else {
      return "\(name): " + forms.absence(of: term.key)
    }
    guard let origin = observation.origin else {
      return "\(name): "
        + (observation.decisions.isEmpty
          ? say("ячейка не найдена", "no cell was found")
          : say("в форме такой ячейки нет", "the form has no such cell"))
    }
    // A count of a roster stands in no cell.
    let counted = origin.cell.isEmpty ? observation.number?.description : nil
    let seen = counted ?? (origin.rawText.isEmpty ? "∅" : origin.rawText)
    return "\(name) = \(seen)"
      + "  ← \(origin.file) › \(origin.place)"
  }

  private func state(_ state: Trace.State) -> String {
    switch state {
    case .given: ""
    case .missing: say("нет данных", "missing")
    case .notApplicable: say("неприменимо", "not applicable")
    case .unreadable: say("не читается", "unreadable")
    case .withheld: say("уточняется", "withheld")
    }
  }

  private struct ContributionJSON: Encodable {
    var unit: String
    var state: String
    var numerator: Origin?
    var denominator: Origin?
    /// What the office decided; left out where nothing was.
    var numeratorDecisions: [DecidedWords.LineJSON]?
    var denominatorDecisions: [DecidedWords.LineJSON]?
    /// Codes of the findings that take them out of the sum; left out where nothing does.
    var numeratorFindings: [String]?
    var denominatorFindings: [String]?
    /// What became of a form that gives nothing, or of files beside the one that counts.
    var form: TracedFormWords.FormJSON?

    init(
      _ contribution: Trace.Contribution, _ decided: DecidedWords, _ findings: TracedFindings,
      _ forms: TracedFormWords
    ) {
      form = forms.json(of: contribution.numerator.key)
      unit = contribution.unit.rawValue
      state = contribution.state.rawValue
      numerator = contribution.numerator.observation?.origin
      denominator = contribution.denominator?.observation?.origin
      numeratorDecisions = decided.json(contribution.numerator.observation)
      denominatorDecisions = decided.json(contribution.denominator?.observation)
      let codes = { (term: Trace.Term?) -> [String]? in
        let found = findings.reasons(of: term?.observation).map(\.code.rawValue)
        return found.isEmpty ? nil : found
      }
      numeratorFindings = codes(contribution.numerator)
      denominatorFindings = codes(contribution.denominator)
    }
  }

  private struct TraceJSON: Encodable {
    var address: String
    var numerator: ExactNumber
    var denominator: ExactNumber?
    var given: Int
    var expected: Int
    var state: String
    var contributions: [ContributionJSON]
    /// For a change: the period and the units that it is compared with.
    var beforePeriod: String?
    var before: [ContributionJSON]
    /// The cell of a signed table; left out for a value of forms.
    var imported: Origin?
    /// In percent, of a table that prints no counts.
    var percent: ExactNumber?
    /// The terms that were signed, where they were others, and when they were revised.
    var signedNumerator: ExactNumber?
    var signedDenominator: ExactNumber?
    var revised: String?
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(
      TraceJSON(
        address: trace.address.description, numerator: trace.value.numerator,
        denominator: trace.value.denominator, given: trace.value.coverage.given,
        expected: trace.value.coverage.expected,
        state: trace.value.state.rawValue,
        contributions: trace.contributions.map {
          ContributionJSON($0, decided, traced.findings, forms)
        },
        beforePeriod: trace.beforePeriod?.description,
        before: trace.before.map {
          ContributionJSON($0, decided, traced.findings, forms)
        },
        imported: trace.value.imported?.origin, percent: trace.value.imported?.percent,
        signedNumerator: traced.revision?.signed.numerator,
        signedDenominator: traced.revision?.signed.denominator, revised: traced.revision?.at))
  }
}
