package import Monitoring
import ExactNumbers

extension Adviser {
  /// The practices that results support, in the order of the pack's sections, then of `reported`.
  ///
  /// A practice is supported when its unit's share is at or above the municipality's, compared as
  /// fractions, at the first indicator of its section that the regulation wants to grow (the first
  /// share that is no context, when it names none). A practice without a known value is left out.
  /// The choice looks at single units: it needs the internal edition, whoever reads of it.
  package func supported(_ reported: [Practice]) -> [Practice] {
    let sections = pack.classifier(Self.sections)?.members.map(\.code) ?? []
    return sections.flatMap { section in
      reported.filter { $0.section == section }.compactMap(withEvidence)
    }
  }

  private func withEvidence(_ practice: Practice) -> Practice? {
    guard let unit = practice.unit, let indicator = leading(practice.section) else { return nil }
    let own = ValueAddress(indicator: indicator.code, unit: unit, period: period)
    let whole = ValueAddress(
      indicator: indicator.code, unit: register.root.code, period: period)
    guard let share = edition[own]?.value?.exact, let all = edition[whole]?.value?.exact,
      share >= all
    else { return nil }
    var chosen = practice
    chosen.evidence = [own, whole]
    return chosen
  }

  private func leading(_ section: MemberCode) -> Indicator? {
    let shares = pack.indicators.filter {
      $0.section == section && $0.kind == .share && $0.direction == .up && !$0.isMunicipalOnly
    }
    return shares.first { $0.directionSource != nil } ?? shares.first
  }

  /// The dictionary of the regulation's sections.
  static var sections: ClassifierCode { "sections" }
}
