@testable import Campaign
import Findings
import Foundation
import Intake
import Monitoring
import Store
import TestSupport
import Testing
import Wording

/// Forms as people break them, and what `expected.tsv` says of each.
@Suite struct BrokenFormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let isUnderstood: Bool
    /// Codes with the place, "cell.not-a-number Кадры!D8"; empty for a form without findings.
    let findings: [String]
    var testDescription: String { file }
  }

  static let cases: [Case] = {
    let table = Checkout.fixtures.appending(path: "broken/expected.tsv")
    return ((try? tableRows(table, separator: "\t")) ?? []).map { row in
      let findings = row["findings"] ?? ""
      return Case(
        file: row["file"] ?? "", isUnderstood: row["understood"] == "yes",
        findings: findings == "-" ? [] : findings.components(separatedBy: " | "))
    }
  }()

  @Test func thereAreBrokenForms() { #expect(Self.cases.count >= 10) }

  @Test(arguments: cases) func eachFaultIsNamedAtItsCell(form: Case) async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: "broken/\(form.file)"))
    let reading = FormReader(campaign: campaign).read(
      bytes, name: form.file, hash: Store.hash(of: bytes))
    var findings = reading.findings
    for contents in reading.submissions {
      findings += contents.findings + (try ruleFindings(contents, campaign))
    }
    let said = findings.flatMap { finding in
      finding.origins.map { "\(finding.code) \($0.place)" } + [finding.code.rawValue]
    }
    for expected in form.findings {
      #expect(said.contains(expected), "\(form.file): \(said)")
    }
    if form.findings.isEmpty { #expect(findings.isEmpty, "\(said)") }
    #expect(!reading.submissions.isEmpty == form.isUnderstood, "\(said)")
    // No finding is without words in either language.
    for finding in findings {
      let speaker = FindingSpeaker(packs: campaign.packs)
      #expect(speaker.words(finding, .ru).headline != finding.code.rawValue)
      #expect(speaker.words(finding, .en).headline != finding.code.rawValue)
    }
  }

  private func ruleFindings(
    _ contents: SubmissionContents, _ campaign: OpenCampaign
  ) throws -> [Finding] {
    let unit = try #require(campaign.register[contents.submission.unit])
    let period = contents.submission.period
    let store = try campaign.store()
    let previous = try period.previous.map {
      try store.observationsAsRead(unit: unit.code, period: $0)
    }
    let pack = campaign.pack(of: period)
    return RuleRunner(rules: pack.rules, schemas: pack.forms, classifiers: pack.classifiers).run(
      unit: unit, period: period, current: contents.observations, previous: previous ?? []
    ).findings
  }
}
