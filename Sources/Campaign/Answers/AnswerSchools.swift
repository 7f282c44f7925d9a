import Documents
package import Foundation
import Logging
package import Monitoring
import Reporting
import Store

/// The step that answers each unit that handed something in: its protocol, its own file with the
/// remarks in it, and a letter with both.
package struct AnswerSchools: Sendable {
  /// What is answered.
  package enum Scope: Sendable, Hashable {
    /// Units whose answer has changed since it was written.
    case changed
    case all
  }

  private let campaign: OpenCampaign
  private let period: Period
  private let units: [UnitCode]
  private let scope: Scope
  private let now: Date
  private let isDryRun: Bool
  private let progress: Progress
  private let log = Logger(label: "svodka.answer")

  /// - Parameters:
  ///   - period: nil: the current one.
  ///   - units: empty: all that the register expects in the period.
  package init(
    campaign: OpenCampaign, period: Period?, units: [UnitCode], scope: Scope, now: Date,
    isDryRun: Bool, progress: Progress
  ) {
    self.campaign = campaign
    self.period = period ?? campaign.current
    self.units = units
    self.scope = scope
    self.now = now
    self.isDryRun = isDryRun
    self.progress = progress
  }

  /// - Throws: `CampaignError` for a period or a unit that the campaign does not have, for a pack
  ///   without a protocol, and for a folder that cannot be written to. What was written is whole.
  ///   A unit whose answer cannot be made has the outcome `.failed`.
  package func run() async throws -> AnsweredSchools {
    let chosen = try campaign.expectedUnits(units, in: period)
    let folder = campaign.folder.answers(period)
    var answered = AnsweredSchools(folder: folder.path, period: period, answers: [], silent: 0)
    guard Store.exists(in: campaign.folder.root.path) else {
      answered.silent = chosen.count
      return answered
    }
    let store = try campaign.store()
    let source = try UnitFactsSource(campaign: campaign, store: store)
    answered.unclaimed = units.isEmpty ? source.unclaimed(in: period) : []
    let writer = AnswerMaterial(campaign: campaign, period: period, now: now)
    let form = try form()
    var desk = try AnswerDesk(folder: folder, isDryRun: isDryRun)
    // Also when an answer fails midway: what was written must be known as the program's own.
    defer { try? desk.close() }
    var silent: [UnitCode] = []
    // Two units a core at a time, so that a region's files are never in memory together.
    let width = max(ProcessInfo.processInfo.activeProcessorCount, 1) * 2
    for start in stride(from: 0, to: chosen.count, by: width) {
      let batch = chosen[start..<min(start + width, chosen.count)]
      var jobs: [Job] = []
      for unit in batch {
        guard let facts = try source.facts(of: unit, in: period) else {
          if try source.isLate(unit.code, in: period) {
            answered.late.append(unit.name(in: period).short)
          } else {
            silent.append(unit.code)
          }
          try takeAway(unit, from: &desk, &answered)
          continue
        }
        let job = try job(facts, writer, form)
        let isKnown = scope == .changed && desk.holds(job.mark, of: job.code)
        jobs.append(isKnown ? job.known : job)
      }
      for (job, outcome) in zip(jobs, await Self.outcomes(jobs, with: form.form, from: store)) {
        var answer = job.answer(outcome)
        if case .made(let made) = outcome {
          answer.besideEdited = try desk.put(made, mark: job.mark, of: job.code)
        }
        answered.answers.append(answer)
        log.debug("\(job.code)", metadata: ["outcome": "\(answer.outcome.rawValue)"])
      }
      progress.report(.writing, batch.endIndex, chosen.count)
      guard !Task.isCancelled || batch.endIndex == chosen.count else {
        throw CampaignError.interruptedAnswering
      }
    }
    try desk.close()
    answered.silent = silent.count
    answered.earlier = try earlier(of: Set(silent))
    return answered
  }

  /// What these units sent in the stead of this period's forms, where they sent anything.
  private func earlier(
    of silent: Set<UnitCode>
  ) throws -> [(name: String, forms: [EarlierForm])] {
    // It takes a look at the forms of all years, and only the last one's can be awaited.
    guard !silent.isEmpty, period == campaign.current else { return [] }
    return try (CampaignStatus(campaign: campaign).run([period])[period] ?? [])
      .filter { silent.contains($0.unit) && !$0.earlier.isEmpty }
      .map { ($0.name, $0.earlier) }
  }

  /// The form of a unit may turn out to be another's: then its answer is nobody's.
  private func takeAway(
    _ unit: Monitoring.Unit, from desk: inout AnswerDesk, _ answered: inout AnsweredSchools
  ) throws {
    let code = FileName.safe(unit.code.rawValue)
    guard let kept = try desk.takeAway(code) else { return }
    answered.withdrawn.append(unit.name(in: period).short)
    answered.kept += kept
  }

  /// What became of a job. What is wrong with one unit's answer stops none of the others.
  private enum Outcome: Sendable {
    case known
    case made(SchoolAnswer.Made)
    case failed(any Error)
  }

  /// The answer to one unit, to be made unless it is known.
  private struct Job: Sendable {
    var answer: SchoolAnswer
    var mark: String
    var isKnown = false

    /// The unit's folder.
    var code: String { FileName.safe(answer.facts.unit.code.rawValue) }

    var known: Job {
      var job = self
      job.isKnown = true
      return job
    }

    func answer(_ outcome: Outcome) -> AnsweredSchools.Answer {
      let unit = answer.facts.unit
      let letter = SchoolLetter(material: answer.material, unit: unit, texts: [:])
      var told = AnsweredSchools.Answer(
        unit: unit.code, name: unit.name(in: answer.facts.period).short,
        verdict: answer.material.verdict, outcome: .unchanged,
        hasAddress: !letter.addresses.isEmpty, besideEdited: [])
      switch outcome {
      case .known: break
      case .made(let made):
        told.outcome = .written
        told.hindrance = made.hindrance.map { ($0.russian, $0.english) }
      case .failed(let error):
        told.outcome = .failed
        let known = error as? CampaignError
        told.failure = (known?.russian ?? "\(error)", known?.english ?? "\(error)")
      }
      return told
    }
  }

  private func job(
    _ facts: UnitFacts, _ writer: AnswerMaterial, _ form: (form: SchoolAnswer.Form, mark: [UInt8])
  ) throws -> Job {
    let material = writer.material(of: facts)
    let json = try ProtocolJSON(facts, campaign: campaign).bytes
    // All that the answer is made of but the clock.
    let parts =
      form.mark + json + (try JSONText.bytes(material))
      + Array(facts.files.map { "\($0.hash) \(String(describing: $0.hindrance))\n" }.joined().utf8)
      + Array("\(facts.unit.email ?? "")\n\(facts.unit.headDative ?? "")".utf8)
    return Job(
      answer: SchoolAnswer(facts: facts, material: material, json: json),
      mark: Store.hash(of: parts))
  }

  /// In the order of the jobs, made at once.
  private static func outcomes(
    _ jobs: [Job], with form: SchoolAnswer.Form, from store: Store
  ) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      for (index, job) in jobs.enumerated() where !job.isKnown {
        group.addTask { (index, outcome(of: job, with: form, from: store)) }
      }
      var outcomes: [Int: Outcome] = [:]
      for await (index, one) in group { outcomes[index] = one }
      return jobs.indices.map { outcomes[$0] ?? .known }
    }
  }

  private static func outcome(
    of job: Job, with form: SchoolAnswer.Form, from store: Store
  ) -> Outcome {
    do {
      let made = try job.answer.made(with: form) { hash in
        do { return try store.bytes(of: hash) } catch { throw CopyHindrance.notKept }
      }
      return .made(made)
    } catch {
      return .failed(error)
    }
  }

  /// What all answers are made with, and what of it they depend on.
  private func form() throws -> (form: SchoolAnswer.Form, mark: [UInt8]) {
    let folder = campaign.packFolder(period)
    let templates = TemplateFolder(pack: folder)
    let path = "documents/protocol.fodt"
    guard templates.has(path) else {
      throw CampaignError(
        .badTemplate,
        ru: "в пакете нет \(path): его форм никто не заполняет, и отвечать некому",
        en: "the pack has no \(path): nobody fills its forms in, so there is nobody to answer")
    }
    let texts = campaign.pack(of: period).texts.filter {
      $0.key.hasPrefix(Vocabulary.letterPrefix)
    }
    let form = SchoolAnswer.Form(
      templates: templates, page: try templates.template(path), frame: try templates.frame(),
      texts: texts, now: now, clock: now.formatted(.iso8601))
    let mark =
      try WholeFile.read(folder.appending(path: path))
      + WholeFile.read(folder.appending(path: "documents/frame.html"))
      + JSONText.bytes(texts) + Array(Self.version.utf8)
    return (form, mark)
  }

  /// Raised when this program words or lays answers out differently.
  private static let version = "3"
}
