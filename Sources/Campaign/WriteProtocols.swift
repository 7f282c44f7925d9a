import Documents
import Findings
import Foundation
import Monitoring
import Reporting
import Store
import Wording

/// The step that answers each school: a protocol for a person (HTML) and for a program (JSON),
/// and one summary of each period.
struct WriteProtocols {
  let campaign: OpenCampaign
  let speaker: FindingSpeaker
  let progress: Progress

  /// - Returns: the paths that were written or were there unchanged, below the campaign's folder.
  func run(
    _ store: Store, standings: [Period: [UnitStanding]], others: [Finding]
  ) throws -> [String] {
    var written: [String] = []
    let ofUnits = UnitFindings(campaign: campaign)
    let total = standings.values.reduce(0) { $0 + $1.count } + standings.count
    for period in campaign.settings.periods {
      let templates = TemplateFolder(pack: campaign.packFolder(period))
      // A pack whose forms nobody fills in has nobody to answer.
      guard templates.has("documents/protocol.fodt") else { continue }
      Drafts.sweep(below: campaign.folder.output(period))
      let frame = try templates.frame()
      let page = try templates.template("documents/protocol.fodt")
      let rows = standings[period] ?? []
      for row in rows {
        guard !Task.isCancelled else { throw CampaignError.interruptedChecking }
        let (findings, notEvaluated) = try storing {
          (
            try ofUnits.stored(UnitPeriod(unit: row.unit, period: period), in: store),
            try store.notEvaluated(unit: row.unit, period: period)
          )
        }
        if row.state != .missing {
          let base = "\(campaign.folder.protocols(period).path)/\(row.unit)"
          let material = material(row, findings, notEvaluated, period)
          try renew(
            base + ".html", try templates.html(page, material.record, frame))
          try renew(base + ".json", try json(row, findings, notEvaluated, period))
          written.append("out/\(period)/protocols/\(row.unit).html")
        }
        progress.report(.writing, written.count, total)
      }
      let summary = summary(rows, others, period)
      let output = campaign.folder.output(period).path
      try renew(
        output + "/summary.html",
        try templates.html(templates.template("documents/summary.fodt"), summary.record, frame))
      try renew(output + "/summary.json", try summaryJSON(rows, others))
      written.append("out/\(period)/summary.html")
    }
    progress.report(.writing, total, total)
    return written
  }

  /// Protocols are the program's own: they are made anew whenever a word of them changes.
  private func renew(_ path: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path)
    if let there = try? Data(contentsOf: file), there.elementsEqual(bytes) { return }
    try WholeFile.write(bytes, to: file)
  }

  private func material(
    _ row: UnitStanding, _ findings: [Finding], _ notEvaluated: Int, _ period: Period
  ) -> ProtocolMaterial {
    ProtocolMaterial(
      organisation: campaign.settings.organisation,
      unit: campaign.register[row.unit]?.name(in: period).full ?? row.name,
      period: campaign.pack.periodKind.label(period),
      form: campaign.pack(of: period).forms.first?.title ?? "", file: row.file,
      version: row.version,
      remarks: findings.sorted { $0.severity < $1.severity }.map { finding in
        let words = speaker.words(finding, .ru)
        return ProtocolMaterial.Remark(
          severity: finding.severity, place: finding.origins.first?.place ?? "",
          message: words.headline, reason: words.reason, mend: words.mend,
          code: finding.code.rawValue, explanation: finding.explanation)
      },
      notEvaluated: notEvaluated,
      deadline: period == campaign.current ? campaign.settings.deadline : "",
      executor: "\(campaign.settings.executor.post) \(campaign.settings.executor.name)")
  }

  private func summary(
    _ rows: [UnitStanding], _ others: [Finding], _ period: Period
  ) -> SummaryMaterial {
    SummaryMaterial(
      organisation: campaign.settings.organisation,
      period: campaign.pack.periodKind.label(period),
      deadline: period == campaign.current ? campaign.settings.deadline : "",
      rows: rows.map { row in
        SummaryMaterial.Row(
          number: row.number, unit: row.name, standing: Self.standing(row.state), file: row.file,
          versions: row.versions, errors: row.errors, warnings: row.warnings,
          explained: row.explained)
      },
      others: others.map { finding in
        SummaryMaterial.OtherFile(
          file: finding.origins.first?.file ?? "", remark: speaker.words(finding, .ru).line)
      })
  }

  private static func standing(_ state: UnitStanding.State) -> SummaryMaterial.Standing {
    switch state {
    case .missing: .missing
    case .undecided, .withErrors: .withErrors
    case .withWarnings: .withWarnings
    case .clean: .clean
    }
  }

  private func json(
    _ row: UnitStanding, _ findings: [Finding], _ notEvaluated: Int, _ period: Period
  ) throws -> [UInt8] {
    try JSONText.bytes(
      ProtocolJSON(
        unit: row.unit.rawValue, period: period.description, file: row.file, version: row.version,
        notEvaluated: notEvaluated, state: row.state.rawValue,
        findings: findings.map { FindingJSON($0, speaker) }))
  }

  private func summaryJSON(_ rows: [UnitStanding], _ others: [Finding]) throws -> [UInt8] {
    try JSONText.bytes(
      SummaryJSON(
        units: rows.map(StandingJSON.init), files: others.map { FindingJSON($0, speaker) }))
  }
}

private struct ProtocolJSON: Encodable {
  var unit: String
  var period: String
  var file: String
  var version: Int?
  /// How many times a rule could not be evaluated, because an operand is missing.
  var notEvaluated: Int
  var state: String
  var findings: [FindingJSON]
}

private struct SummaryJSON: Encodable {
  var units: [StandingJSON]
  var files: [FindingJSON]
}
