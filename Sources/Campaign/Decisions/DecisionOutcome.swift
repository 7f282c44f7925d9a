package import Findings
package import Monitoring
import Store

/// What a decision changes, or would change.
package struct DecisionOutcome: Sendable {
  /// A value as it counted and as it counts.
  package struct Counted: Sendable, Hashable {
    package var key: Observation.Key
    package var before: Observation.State?
    package var after: Observation.State?
    /// The cell, «Кадры!C14»; nil where the form has none.
    package var place: String?
  }

  package let unit: UnitCode
  package let period: Period
  /// The unit's short name.
  package let name: String
  package let isDryRun: Bool
  /// The lines of the journal; none in a dry run.
  package internal(set) var lines: [Int] = []
  /// Whether each of them can be taken back.
  package internal(set) var canBeWithdrawn = false
  /// In the order of the form; nothing of persons, and no explanations.
  package private(set) var counted: [Counted] = []
  /// Findings that were open and are not.
  package private(set) var settled: [Finding] = []
  /// Findings that are open and were not there.
  package private(set) var new: [Finding] = []
  package let names: CampaignNames
  private let places: PlaceWords
  package let speaker: FindingSpeaker

  init(form: DecidedForm, isDryRun: Bool) {
    unit = form.place.unit
    period = form.place.period
    name = form.name
    self.isDryRun = isDryRun
    names = CampaignNames(campaign: form.campaign)
    places = PlaceWords(pack: form.pack)
    speaker = FindingSpeaker(packs: form.campaign.packs)
  }

  mutating func compare(
    _ before: [Finding], _ after: [Finding], _ old: [Observation], _ new: [Observation]
  ) {
    let (was, isNow) = (before.filter(\.isOpen), after.filter(\.isOpen))
    settled = was.filter { one in !isNow.contains { $0.says(the: one) } }
    self.new = isNow.filter { one in !was.contains { $0.says(the: one) } }
    var rest = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    counted = new.compactMap { observation in
      let before = rest.removeValue(forKey: observation.key)
      guard before?.state != observation.state else { return nil }
      return Counted(
        key: observation.key, before: before?.state, after: observation.state,
        place: observation.origin?.place)
    }
    counted += rest.values.map {
      Counted(key: $0.key, before: $0.state, after: nil, place: $0.origin?.place)
    }
    counted = inOrder(counted.filter { names.isValue($0.key.field, in: period) })
  }
}

extension DecisionOutcome {
  /// Whether a whole form counts from now on, of which nothing counted before.
  package var isTakenIn: Bool { counted.count > 1 && counted.allSatisfy { $0.before == nil } }

  /// Whether nothing of a form counts any more.
  package var isTakenOut: Bool {
    counted.count > 1
      && counted.allSatisfy { one in
        guard case .withheld? = one.after else { return one.after == nil }
        return true
      } && settled.isEmpty && new.isEmpty
  }

  private func inOrder(_ values: [Counted]) -> [Counted] {
    values.map { ($0, places.position(of: $0.key.field, $0.key.breakdown)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }
}

extension Finding {
  /// Whether it is the same, whoever decided what about it.
  fileprivate func says(the same: Finding) -> Bool {
    code == same.code && key == same.key && arguments == same.arguments
  }
}
