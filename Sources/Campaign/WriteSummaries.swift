import Findings
import Foundation
import Monitoring
import Reporting
import Store
import Wording

/// The step that says how far a campaign has come: one page of each period, and the same for programs.
struct WriteSummaries {
  let campaign: OpenCampaign
  let speaker: FindingSpeaker
  let store: Store

  /// - Returns: the paths that were written or were there unchanged, below the campaign's folder.
  func run(standings: [Period: [UnitStanding]], others: [Finding]) throws -> [String] {
    var written: [String] = []
    for period in campaign.settings.periods {
      let templates = TemplateFolder(pack: campaign.packFolder(period))
      // A pack whose forms nobody fills in has nobody to expect them from.
      guard templates.has("documents/protocol.fodt") else { continue }
      Drafts.sweep(below: campaign.folder.output(period))
      let register = try ReadRegister(campaign: campaign, now: nil)
        .run(period, standings: standings[period] ?? [], in: store).withoutContacts
      let output = campaign.folder.output(period).path
      try renew(
        output + "/summary.html",
        try templates.html(
          templates.template("documents/summary.fodt"), summary(register, others).record,
          templates.frame()))
      try renew(output + "/summary.json", try summaryJSON(register, others))
      written.append("out/\(period)/summary.html")
    }
    return written
  }

  /// Summaries are the program's own: they are made anew whenever a word of them changes.
  private func renew(_ path: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path)
    if let there = try? Data(contentsOf: file), there.elementsEqual(bytes) { return }
    try WholeFile.write(bytes, to: file)
  }

  private func summary(_ register: FormRegister, _ others: [Finding]) -> SummaryMaterial {
    let owners = register.rows.reduce(into: [String: String]()) { owners, row in
      for file in row.standing.refused { owners[file.name] = row.standing.name }
    }
    return register.material(
      of: campaign,
      others: others.map { finding in
        let file = finding.origins.first?.file ?? ""
        return SummaryMaterial.OtherFile(
          file: file, unit: owners[file] ?? "",
          remark: finding.placed(speaker.words(finding, .ru)))
      })
  }

  private func summaryJSON(_ register: FormRegister, _ others: [Finding]) throws -> [UInt8] {
    try JSONText.bytes(
      SummaryJSON(
        units: register.rows.map { StandingJSON($0) },
        files: others.map { FindingJSON($0, speaker) }))
  }
}

private struct SummaryJSON: Encodable {
  var units: [StandingJSON]
  var files: [FindingJSON]
}
