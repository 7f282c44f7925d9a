import Advice
import Analysis
import Documents
package import Findings
package import Foundation
import Logging
package import Monitoring
import Reporting
import Store

/// What was written.
package struct WrittenDocuments: Sendable {
  package struct Document: Sendable, Hashable {
    /// Below the period's folder of documents.
    package var path: String
    package var outcome: DocumentShelf.Outcome
  }

  /// The folder of documents.
  package var folder: String
  package var documents: [Document]
  package var period: Period
  package var arrived: Int
  package var expected: Int
  package var isDraft: Bool
  /// `signed.differs` for each closed period whose results are not those that were signed.
  package var breaches: [Finding]
}

/// The step from results to the documents that a department signs.
package struct WriteDocuments: Sendable {
  private let campaign: OpenCampaign
  private let period: Period
  private let now: Date
  private let isDryRun: Bool
  private let progress: Progress
  private let log = Logger(label: "svodka.report")

  package init(
    campaign: OpenCampaign, period: Period?, now: Date, isDryRun: Bool, progress: Progress
  ) {
    self.campaign = campaign
    self.period = period ?? campaign.current
    self.now = now
    self.isDryRun = isDryRun
    self.progress = progress
  }

  package func run() async throws -> WrittenDocuments {
    try campaign.require(period)
    let reckoning = try ReckonResults(campaign: campaign.until(period)).run()
    let facts = try ReportedFacts(campaign: campaign, period: period)
    var written = WrittenDocuments(
      folder: campaign.folder.output(period).path, documents: [], period: period,
      arrived: facts.arrived, expected: facts.expected,
      isDraft: !campaign.settings.locked.contains(period), breaches: reckoning.breaches)
    if !isDryRun { try campaign.pinPacks() }
    var shelf = try DocumentShelf(
      folder: campaign.folder.output(period), isDryRun: isDryRun, keepsAll: !written.isDraft)
    // Also when a template fails midway: what was written must be known as the program's own.
    defer { try? shelf.close() }
    let templates = TemplateFolder(pack: campaign.packFolder(period))
    let frame = try templates.frame()
    let jobs = jobs(in: campaign.pack(of: period))
    for audience in Edition.Audience.allCases
    where jobs.contains(where: { $0.audience == audience }) {
      let writer = ReportWriter(try material(reckoning, facts, audience))
      for (plan, group) in grouped(jobs.filter { $0.audience == audience }) {
        let template = try templates.template(plan.template)
        for job in group {
          let document = try templates.render(template, writer.record(for: plan, unit: job.unit))
          let odt = try TemplateFolder.wording(plan.template) { () throws(DocumentError) in
            try document.odt(clock: now.formatted(.iso8601))
          }
          let html = document.html(frame: frame)
          for (outcome, path) in try shelf.put([
            .init(path: "\(job.path).odt", bytes: odt),
            .init(path: "\(job.path).html", bytes: html),
          ]) {
            log.debug("\(path)", metadata: ["outcome": "\(outcome.rawValue)"])
            written.documents.append(WrittenDocuments.Document(path: path, outcome: outcome))
          }
          progress.report(.writing, written.documents.count, jobs.count * 2)
          guard !Task.isCancelled || written.documents.count == jobs.count * 2 else {
            throw CampaignError.interruptedWriting
          }
        }
      }
    }
    try shelf.close()
    return written
  }

  /// One document of one audience.
  private struct Job {
    var plan: SystemPack.DocumentPlan
    var audience: Edition.Audience
    var unit: UnitCode?
    /// Below the folder of documents, without extension.
    var path: String
  }

  private func jobs(in pack: SystemPack) -> [Job] {
    pack.documents.flatMap { plan in
      plan.audiences.flatMap { audience -> [Job] in
        let folder = audience == .public ? "public/" : ""
        switch plan.cardinality {
        case .once:
          return [Job(plan: plan, audience: audience, unit: nil, path: folder + plan.fileName)]
        case .perUnit:
          return campaign.register.expected(in: period).map { unit in
            let name = plan.fileName.replacing("{unit}", with: FileName.safe(unit.code.rawValue))
            return Job(
              plan: plan, audience: audience, unit: unit.code,
              path: folder + "\(FileName.safe(plan.title))/" + name)
          }
        }
      }
    }
  }

  private func grouped(_ jobs: [Job]) -> [(SystemPack.DocumentPlan, [Job])] {
    var groups: [(SystemPack.DocumentPlan, [Job])] = []
    for job in jobs {
      if groups.last?.0 == job.plan {
        groups[groups.count - 1].1.append(job)
      } else {
        groups.append((job.plan, [job]))
      }
    }
    return groups
  }

  private func material(
    _ reckoning: Reckoning, _ facts: ReportedFacts, _ audience: Edition.Audience
  ) throws -> ReportMaterial {
    let pack = campaign.pack(of: period)
    var results = reckoning.results
    results.revisions = results.revisions.mapValues(campaign.days.told)
    let edition = Edition(
      audience, of: results, pack: pack, register: campaign.register)
    let adviser = Adviser(
      pack: pack, edition: edition, register: campaign.register, period: period)
    // What supports a practice are values of its unit, which a public edition does not hold.
    let chooser = Adviser(
      pack: pack,
      edition: Edition(
        .internal, of: reckoning.results, pack: pack, register: campaign.register),
      register: campaign.register, period: period)
    return ReportMaterial(
      pack: pack, settings: campaign.settings, register: campaign.register, edition: edition,
      period: period, statements: try adviser.statements(),
      recommendations: try adviser.recommendations(), measures: try adviser.measures(),
      practices: chooser.supported(facts.practices),
      factors: facts.factors, measureStatuses: facts.statuses, arrived: facts.arrived,
      expected: facts.expected, decisions: facts.decisions)
  }
}
