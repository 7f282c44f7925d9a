import Findings
import Intake
package import Monitoring
import Store
import Wording

/// The step by which the office puts values of a form right.
package struct CorrectValues: Sendable {
  /// Characters of a text that is put in the place of another; a cell of a form holds a sentence.
  package static let longestText = 1000

  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let assignments: [ValueAssignment]
  private let note: DecisionNote
  private let isDryRun: Bool

  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, assignments: [ValueAssignment],
    note: DecisionNote, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.assignments = assignments
    self.note = note
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError`; all values are written or none.
  package func run() throws -> DecisionOutcome {
    let form = try DecidedForm(campaign, unit: unit, period: period)
    let current = try form.currentOrRefusal()
    try form.refuseReturned(current)
    let entries = try entries(form, try ValueFinder(form, current: current))
    guard isDryRun else { return try form.write(entries) }
    return try form.rehearse(entries)
  }

  private func entries(_ form: DecidedForm, _ finder: ValueFinder) throws -> [JournalEntry] {
    let pack = form.pack
    let typed = TypedValue(classifiers: pack.classifiers, readings: pack.readings)
    let place = form.place
    let now = try storing {
      try form.store.observationsToCheck(unit: place.unit, period: place.period)
    }
    var seen: Set<Observation.Key> = []
    return try assignments.map { assignment in
      let found = try finder.value(assignment.name)
      guard seen.insert(found.key).inserted else {
        throw finder.refusal(
          ru: "\(found.place): значение названо дважды", en: "\(found.place): named twice")
      }
      let after = try state(assignment.text, found, typed, finder)
      let before = finder.asRead.first { $0.key == found.key }?.state
      try refuseNothing(
        after, before: before, now: now.first { $0.key == found.key }, found, finder)
      return form.entry(
        .correct(
          field: found.key.field, breakdown: found.key.breakdown, before: before, after: after),
        form: found.form, note)
    }
  }

  private func state(
    _ text: String, _ found: ValueFinder.Found, _ typed: TypedValue, _ finder: ValueFinder
  ) throws -> Observation.State {
    guard text.count <= Self.longestText else {
      throw finder.refusal(
        ru: "\(found.place): \(text.count) знаков, больше \(Self.longestText); сократите",
        en: "\(found.place): \(text.count) characters, more than \(Self.longestText); shorten it")
    }
    do {
      return try typed.state(of: text, as: found.field, called: found.label)
    } catch {
      func words(_ language: Language) -> String {
        FindingCatalogue.words(for: error.finding, language: language).line
      }
      throw finder.refusal(
        ru: "\(found.place): \(words(.ru))", en: "\(found.place): \(words(.en))")
    }
  }

  /// What is so already needs no line in the journal.
  private func refuseNothing(
    _ after: Observation.State, before: Observation.State?, now: Observation?,
    _ found: ValueFinder.Found, _ finder: ValueFinder
  ) throws {
    if let mark = now?.decisions.first, after == before {
      throw finder.refusal(
        ru: "\(found.place): это и стоит в форме; чтобы вернуть его, отзовите исправление: "
          + "svodka withdraw, строка \(mark.decision.number)",
        en: "\(found.place): the form says so; to have it back, withdraw the correction: "
          + "svodka withdraw, line \(mark.decision.number)")
    }
    guard after == now?.state || (now == nil && after == .missing) else { return }
    throw finder.refusal(
      ru: "\(found.place): это значение уже учитывается, исправлять нечего",
      en: "\(found.place): this is the value already, there is nothing to correct")
  }
}
