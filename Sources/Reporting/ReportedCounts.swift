package import Monitoring

extension ReportMaterial.FactorCount {
  /// How often each factor was named, in the order of the pack's list; none when the form has no
  /// table of factors.
  ///
  /// The table is the form's section by the dictionary `factors`; its first field of yes and no is
  /// the mark, its first text the proof. A unit answered when it marked at least one factor either
  /// way; only answers of `units` count.
  package static func counted(
    in observations: [Observation], by units: [Unit], period: Period, pack: SystemPack
  ) -> [ReportMaterial.FactorCount] {
    let factors = KnownClassifier.factors
    guard let section = pack.table(by: factors),
      let mark = section.fields.first(where: { $0.kind == .yesNo })?.code
    else { return [] }
    let proof = section.fields.first { $0.kind == .text }?.code
    var answered: Set<UnitCode> = []
    var named: [MemberCode: Set<UnitCode>] = [:]
    var proofs: [MemberCode: [UnitCode: String]] = [:]
    for one in observations where one.key.period == period {
      guard let member = one.key.breakdown.member(of: factors) else { continue }
      switch one.state {
      case .given(.yesNo(let isNamed)) where one.key.field == mark:
        answered.insert(one.key.unit)
        if isNamed { named[member, default: []].insert(one.key.unit) }
      case .given(.text(let text)) where one.key.field == proof:
        proofs[member, default: [:]][one.key.unit] = text
      case .given, .missing, .notApplicable, .unreadable, .withheld: break
      }
    }
    let codes = units.map(\.code)
    return pack.members(of: factors).map { factor in
      let naming = codes.filter { named[factor.code]?.contains($0) ?? false }
      return ReportMaterial.FactorCount(
        factor: factor.code, named: naming.count, answered: codes.count(where: answered.contains),
        evidence: naming.compactMap { proofs[factor.code]?[$0] })
    }
  }
}

extension ReportMaterial.StatusCount {
  /// How many units reported each status, by direction; none when the form has no table of
  /// directions with a choice of `statuses`.
  package static func counted(
    in observations: [Observation], by units: [Unit], period: Period, pack: SystemPack
  ) -> [ReportMaterial.StatusCount] {
    let directions = KnownClassifier.directions
    guard let section = pack.table(by: directions),
      let field = section.fields.first(where: { $0.kind == .choice(KnownClassifier.statuses) })
    else { return [] }
    let known = Set(units.map(\.code))
    var counts: [MemberCode: [MemberCode: Int]] = [:]
    for one in observations
    where one.key.period == period && one.key.field == field.code && known.contains(one.key.unit) {
      guard let direction = one.key.breakdown.member(of: directions),
        case .given(.choice(let status)) = one.state
      else { continue }
      counts[direction, default: [:]][status, default: 0] += 1
    }
    return pack.members(of: directions).flatMap { direction in
      pack.members(of: KnownClassifier.statuses).compactMap { status in
        (counts[direction.code]?[status.code]).map {
          ReportMaterial.StatusCount(direction: direction.code, status: status.code, units: $0)
        }
      }
    }
  }
}

extension SystemPack {
  /// The first section whose rows are the members of a dictionary.
  fileprivate func table(by dimension: ClassifierCode) -> FormSection? {
    sections.first { $0.layout == .table(dimension: dimension) }
  }
}
