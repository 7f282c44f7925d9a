package import Findings
import Intake
package import Monitoring
import Store

/// The step by which the office lets values count in spite of a finding.
package struct AcceptFindings: Sendable {
  /// Which of several findings of one code.
  package enum Choice: Sendable, Hashable {
    /// The one that there is; several are refused.
    case only
    case cell(String)
    case all
  }

  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let code: FindingCode
  private let choice: Choice
  private let note: DecisionNote
  private let isDryRun: Bool

  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, code: FindingCode, choice: Choice,
    note: DecisionNote, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.code = code
    self.choice = choice
    self.note = note
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError`; all findings are accepted or none.
  package func run() throws -> DecisionOutcome {
    let form = try DecidedForm(campaign, unit: unit, period: period)
    let current = try form.currentOrRefusal()
    try form.refuseReturned(current)
    let findings = try chosen(try form.findings().filter(\.isOpen), form)
    let values = try form.counted()
    let entries = try findings.map { finding in
      try refuseWhatDoesNotCount(finding, values, form)
      return form.entry(
        .accept(
          code: finding.code, field: finding.key.field, breakdown: finding.key.breakdown,
          seen: finding.seen), form: FormCode(rawValue: finding.key.form), note)
    }
    return isDryRun ? try form.rehearse(entries) : try form.write(entries)
  }

  private func chosen(_ open: [Finding], _ form: DecidedForm) throws -> [Finding] {
    let ofCode = open.filter { $0.code == code || $0.code.rawValue.hasSuffix(":\(code)") }
    guard !ofCode.isEmpty else {
      let codes = Set(open.map(\.code.rawValue)).sorted().joined(separator: ", ")
      throw refusal(
        form, ru: "открытого замечания «\(code)» нет; открыты: \(codes.isEmpty ? "–" : codes)",
        en: "there is no open finding \"\(code)\"; open are: \(codes.isEmpty ? "–" : codes)")
    }
    let places = ofCode.map { $0.origins.first?.place ?? "–" }.joined(separator: ", ")
    switch choice {
    case .all: return ofCode
    case .only:
      if ofCode.count == 1 { return ofCode }
      throw refusal(
        form,
        ru: "замечаний «\(code)» \(ofCode.count): \(places); назовите одно ключом --cell или все "
          + "ключом --all",
        en: "there are \(ofCode.count) findings \"\(code)\": \(places); name one by --cell, or "
          + "all by --all")
    case .cell(let text):
      let cell = CellName(text)
      // The cell that the protocol prints; only then the others that a finding names.
      let first = ofCode.filter { $0.origins.first.map(cell.names) ?? false }
      let here = first.isEmpty ? ofCode.filter { $0.origins.contains(where: cell.names) } : first
      guard !here.isEmpty else {
        throw refusal(
          form, ru: "у ячейки \(text) замечания «\(code)» нет; есть у \(places)",
          en: "the cell \(text) has no finding \"\(code)\"; it is at \(places)")
      }
      return here
    }
  }

  /// What cannot be read has no value that could count: it is corrected.
  private func refuseWhatDoesNotCount(
    _ finding: Finding, _ values: [Observation], _ form: DecidedForm
  ) throws {
    let place = finding.origins.first?.place ?? "–"
    if finding.code.isOfRule, finding.severity != .notice { return }
    guard let key = finding.observationKey, finding.severity != .notice else {
      throw refusal(
        form, ru: "замечание «\(finding.code)» не о значении, принять его нельзя",
        en: "the finding \"\(finding.code)\" is about no value and cannot be accepted")
    }
    switch values.first(where: { $0.key == key })?.state {
    case .given, .withheld, .notApplicable: return
    case .missing, .unreadable, nil:
      throw refusal(
        form,
        ru: "\(place): значения, которое можно учесть, нет; впишите его: svodka correct … "
          + "'\(place)=ЗНАЧЕНИЕ'",
        en: "\(place): there is no value that could count; give it: svodka correct … "
          + "'\(place)=VALUE'")
    }
  }

  private func refusal(_ form: DecidedForm, ru: String, en: String) -> CampaignError {
    CampaignError(.badDecision, ru: "\(form.name): \(ru)", en: "\(form.name): \(en)")
  }
}
