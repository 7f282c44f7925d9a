import Foundation
import Intake
import Logging
package import Monitoring
package import Spreadsheets
import Store

/// The step before all others: a blank form for each school, with what is known already.
package struct IssueForms: Sendable {
  private let campaign: OpenCampaign
  private let period: Period
  private let units: [UnitCode]
  private let formats: [NewWorkbook.FileFormat]
  private let isDryRun: Bool
  private let progress: Progress
  private let log = Logger(label: "svodka.forms")

  /// - Parameters:
  ///   - period: nil: the current one.
  ///   - units: empty: all that the register expects in the period.
  package init(
    campaign: OpenCampaign, period: Period?, units: [UnitCode],
    formats: [NewWorkbook.FileFormat], isDryRun: Bool, progress: Progress
  ) {
    self.campaign = campaign
    self.period = period ?? campaign.current
    self.units = units
    self.formats = formats
    self.isDryRun = isDryRun
    self.progress = progress
  }

  /// - Throws: `CampaignError` for a period or a unit that the campaign does not have, and for a
  ///   pack whose form no workbook can hold. What was written until then is whole.
  package func run() async throws -> IssuedFiles {
    let chosen = try campaign.expectedUnits(units, in: period)
    let source = try Source(campaign: campaign, period: period, formats: formats)
    if !isDryRun { try campaign.pinPacks() }
    let folder = campaign.folder.forms(period)
    var shelf = try DocumentShelf(
      folder: folder, isDryRun: isDryRun,
      keepsAll: campaign.settings.locked.contains(period))
    // Also when a form fails midway: what was written must be known as the program's own.
    defer { try? shelf.close() }
    var issued = IssuedFiles(
      folder: folder.path, period: period, units: chosen.count, documents: [])
    // Two schools a core at a time, so that a region's forms are never in memory together.
    let width = max(ProcessInfo.processInfo.activeProcessorCount, 1) * 2
    var names = IssuedNames()
    for start in stride(from: 0, to: chosen.count, by: width) {
      let batch = chosen[start..<min(start + width, chosen.count)]
      let jobs = try batch.flatMap { try source.jobs(for: $0, &names) }
      for (outcome, path) in try shelf.put(try await Self.files(of: jobs)) {
        log.debug("\(path)", metadata: ["outcome": "\(outcome.rawValue)"])
        issued.documents.append(WrittenDocuments.Document(path: path, outcome: outcome))
      }
      progress.report(.issuing, batch.endIndex, chosen.count)
      guard !Task.isCancelled || batch.endIndex == chosen.count else {
        throw CampaignError.interruptedIssuing
      }
    }
    try shelf.close()
    issued.stale = IssuedBlanks(campaign: campaign, period: period).stale
    return issued
  }

  /// One form, in each of the formats.
  private struct Job: Sendable {
    var issuer: FormIssuer
    var unit: Monitoring.Unit
    var period: Period
    var last: [Observation]
    var formats: [NewWorkbook.FileFormat]
    /// Of its files, without the ending.
    var name: String

    func files() throws -> [DocumentShelf.Document] {
      let form = issuer.issue(to: unit, for: period, last: last)
      do {
        return try formats.map { format in
          DocumentShelf.Document(
            path: "\(name).\(format.rawValue)", bytes: try form.workbook.bytes(as: format))
        }
      } catch let error as NewWorkbookError {
        throw CampaignError(
          .badPack,
          ru: "форму «\(name)» составить не удалось: \(error). Исправьте form.yaml пакета",
          en: "the form \(name) could not be made: \(error). Mend the pack's form.yaml")
      }
    }
  }

  /// In the order of the jobs, made at once.
  private static func files(of jobs: [Job]) async throws -> [DocumentShelf.Document] {
    try await withThrowingTaskGroup(of: (Int, [DocumentShelf.Document]).self) { group in
      for (index, job) in jobs.enumerated() {
        group.addTask { (index, try job.files()) }
      }
      var made: [Int: [DocumentShelf.Document]] = [:]
      for try await (index, files) in group { made[index] = files }
      return jobs.indices.flatMap { made[$0] ?? [] }
    }
  }

  /// What the forms of all units are made of.
  private struct Source {
    let campaign: OpenCampaign
    let period: Period
    let formats: [NewWorkbook.FileFormat]
    let pack: SystemPack
    /// One a form that units must hand in: it keeps what all their forms have in common.
    let issuers: [(form: FormSchema, issuer: FormIssuer)]
    /// Nil where nothing was collected yet.
    let store: Store?

    init(campaign: OpenCampaign, period: Period, formats: [NewWorkbook.FileFormat]) throws {
      self.campaign = campaign
      self.period = period
      self.formats = formats
      let pack = campaign.pack(of: period)
      self.pack = pack
      issuers = pack.forms.filter { !$0.isOptional }.map { form in
        (form, FormIssuer(schema: form, pack: pack, settings: campaign.settings))
      }
      store = try Store.exists(in: campaign.folder.root.path) ? campaign.store() : nil
    }

    func jobs(for unit: Monitoring.Unit, _ names: inout IssuedNames) throws -> [Job] {
      let place = UnitPeriod(unit: unit.code, period: period)
      let last = try store.map { try campaign.observationsBefore(place, in: $0) } ?? []
      return issuers.map { form, issuer in
        let name = names.name(
          form: form.title, unit: unit, period: period, year: pack.periodKind.short(period))
        return Job(
          issuer: issuer, unit: unit, period: period, last: last, formats: formats, name: name)
      }
    }
  }
}
