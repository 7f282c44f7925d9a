import Findings
import Foundation
import Monitoring
import Reporting
import Store
import Wording

/// Words the facts of a unit for its protocol.
struct AnswerMaterial: Sendable {
  let campaign: OpenCampaign
  let period: Period
  let now: Date
  private let speaker: FindingSpeaker
  private let places: PlaceWords
  private let states: ChangedStateWords
  private let names: CampaignNames

  init(campaign: OpenCampaign, period: Period, now: Date) {
    self.campaign = campaign
    self.period = period
    self.now = now
    speaker = FindingSpeaker(packs: campaign.packs)
    places = PlaceWords(pack: campaign.pack(of: period))
    states = ChangedStateWords(pack: campaign.pack(of: period))
    names = CampaignNames(campaign: campaign)
  }

  func material(of facts: UnitFacts) -> ProtocolMaterial {
    let findings = facts.findings
    let remarks = findings.map { remark($0, facts) }
    var material = ProtocolMaterial(
      head: head(of: facts),
      remarks: facts.undecided.isEmpty ? remarks : Self.together(remarks),
      sheets: places.sheets(of: findings), notEvaluated: facts.notEvaluated,
      absent: facts.absent.map(\.title), returned: returned(facts),
      refused: facts.files.filter { file in facts.refused.contains { $0.hash == file.hash } }
        .map { facts.label(of: $0) },
      undecided: facts.undecided.map { facts.label(of: $0) }, late: facts.late,
      corrections: facts.corrected.compactMap(correction),
      changes: inOrder(facts.changes).compactMap(change))
    // Of whom nothing is asked no term passes: the answer reads the same before and after it.
    if material.verdict == .clean { material.head.isOverdue = false }
    return material
  }

  private func head(of facts: UnitFacts) -> ProtocolMaterial.Head {
    let settings = campaign.settings
    let deadline = settings.correctionsUntil(of: period) ?? ""
    let main = facts.current.first
    let forms = campaign.pack(of: period).forms
    let form = forms.first { $0.code == main?.submission.form } ?? forms.first
    return ProtocolMaterial.Head(
      organisation: settings.organisation, unit: facts.unit.name(in: period).full,
      period: campaign.pack(of: period).periodKind.label(period), form: form?.title ?? "",
      file: facts.files.map { InboxPath.last($0.name) }.joined(separator: "; "),
      version: main?.standing == .current ? main?.version : nil,
      received: main?.standing == .current ? campaign.days.told(main?.came ?? "") : "",
      deadline: deadline,
      isOverdue: CalendarDate(iso: deadline).flatMap { end in today.map { end < $0 } } ?? false,
      formsTo: settings.formsTo ?? "в \(settings.organisationShort)",
      explanationSheet: places.explanationSheet,
      executor: "\(Typography.uncapitalized(settings.executor.post)) \(settings.executor.name)",
      closed: facts.closing.map { campaign.days.told($0.at) } ?? "")
  }

  /// The same day by which `status` and `remind` say what is overdue.
  private var today: CalendarDate? { campaign.days.day(of: now) }

  /// What is open about the file that was sent back is still to be mended.
  private func returned(_ facts: UnitFacts) -> ProtocolMaterial.Return? {
    let sentBack = facts.stored.decisions.sentBack(anyOf: facts.files.map(\.hash))
    return (sentBack ?? facts.stored.unmended).map {
      .init(
        reason: $0.reason, author: $0.author, at: campaign.days.told($0.at),
        again: sentBack == nil ? .values : facts.sentAgain == nil ? nil : .file)
    }
  }

  private func inOrder(_ changes: [SubmissionDiff.Change]) -> [SubmissionDiff.Change] {
    changes.map { (change: $0, position: places.position(of: $0.field, $0.breakdown)) }
      .sorted { $0.position.lexicographicallyPrecedes($1.position) }.map(\.change)
  }

  private func correction(_ observation: Observation) -> ProtocolMaterial.Change? {
    guard let mark = observation.decisions.last else { return nil }
    let key = observation.key
    return ProtocolMaterial.Change(
      value: names.value(key.field, key.breakdown, in: period, .ru),
      before: states.words(mark.before, of: key.field),
      after: states.words(observation.state, of: key.field), decision: dated(mark.decision))
  }

  private func change(_ change: SubmissionDiff.Change) -> ProtocolMaterial.Change? {
    guard names.isValue(change.field, in: period) else { return nil }
    return ProtocolMaterial.Change(
      value: names.value(change.field, change.breakdown, in: period, .ru),
      before: states.words(change.before, of: change.field),
      after: states.words(change.after, of: change.field))
  }

  private func remark(_ finding: Finding, _ facts: UnitFacts) -> ProtocolMaterial.Remark {
    let words = speaker.toUnit(facts.asCalled(finding))
    let hashes = Set(facts.files.map(\.hash))
    // Rules that look at last year's form name its cells, too.
    let own = finding.origins.filter { hashes.contains($0.hash) }
    let main = own.first ?? finding.origins.first
    let related = own.dropFirst().flatMap { origin in
      origin.cell.split(separator: "+").map { cell in
        origin.sheet == main?.sheet ? String(cell) : "\(origin.sheet)!\(cell)"
      }
    }
    let corrected = corrections(in: finding, facts)
    // What is said of several files is said of none of them.
    let isOfOne = Set(own.map(\.hash)).count <= 1
    let file = facts.files.count > 1 && isOfOne ? main : nil
    return ProtocolMaterial.Remark(
      severity: finding.severity,
      file: file.map { file in
        facts.files.first { $0.hash == file.hash }.map { facts.label(of: $0) }
          ?? InboxPath.last(file.file)
      } ?? "", fileHash: file?.hash ?? "",
      sheet: main?.sheet ?? "", cell: main?.cell ?? "",
      spot: places.spot(of: finding.key, message: words.headline),
      related: related.filter { $0 != main?.cell },
      message: corrected.isEmpty
        ? words.headline
        : ([Typography.stopped(words.headline)] + corrected).joined(separator: " "),
      reason: words.reason, mend: words.mend, code: finding.code.rawValue,
      explanation: finding.explanation, decision: finding.decision.map(dated),
      comesFromOffice: finding.isOfOffice, correction: finding.correction.map(dated))
  }

  /// What the office put right among the values that a rule names: they are not what the form says.
  private func corrections(in finding: Finding, _ facts: UnitFacts) -> [String] {
    guard finding.code.isOfRule else { return [] }
    return facts.corrected.filter(finding.names).compactMap(correction).map { change in
      let ground = change.decision.map { "; основание: \($0.reason)" } ?? ""
      return "Значение исправлено управлением: \(change.value) — было \(change.before), стало "
        + "\(change.after)\(ground)."
    }
  }

  /// The same remark at one place of several files that may be the form, told once.
  private static func together(
    _ remarks: [ProtocolMaterial.Remark]
  ) -> [ProtocolMaterial.Remark] {
    var all: [ProtocolMaterial.Remark] = []
    for remark in remarks {
      guard let place = all.firstIndex(where: { $0.isSame(as: remark) }) else {
        all.append(remark)
        continue
      }
      all[place].file += "; \(remark.file)"
      all[place].fileHash = ""
    }
    return all
  }

  private func dated(_ decision: Decision) -> Decision {
    var decision = decision
    decision.at = campaign.days.told(decision.at)
    return decision
  }
}

extension ProtocolMaterial.Remark {
  /// Whether it says the same of the same place of another file.
  fileprivate func isSame(as other: Self) -> Bool {
    var one = other
    (one.file, one.fileHash) = (file, fileHash)
    return one == self && !file.isEmpty && other.fileHash != fileHash
  }
}

extension UnitFacts {
  /// The finding with the unit's files called as the unit knows them.
  fileprivate func asCalled(_ finding: Finding) -> Finding {
    var called = finding.calling { origin in
      files.first { $0.hash == origin.hash }.map { label(of: $0) } ?? InboxPath.last(origin.file)
    }
    if finding.code == "submission.undecided" {
      called.arguments["places"] = .list(called.origins.map(\.file))
    }
    return called
  }
}
