import Advice
import Foundation
import Monitoring
import Reporting
import Store

/// What forms say beside indicators: practices, factors, how measures went; and how many came.
struct ReportedFacts {
  private(set) var practices: [Practice] = []
  private(set) var factors: [ReportMaterial.FactorCount] = []
  private(set) var statuses: [ReportMaterial.StatusCount] = []
  private(set) var arrived = 0
  let expected: Int

  init(campaign: OpenCampaign, period: Period) throws {
    let units = campaign.register.expected(in: period)
    expected = units.count
    guard Store.exists(in: campaign.folder.root.path) else { return }
    let store = try campaign.store()
    let pack = campaign.pack(of: period)
    var observations: [Observation] = []
    for unit in units {
      try storing {
        let current = try store.submissions(unit: unit.code, period: period)
          .contains { $0.standing == .current }
        if current { arrived += 1 }
        observations += try store.observations(unit: unit.code, period: period)
      }
    }
    practices = Practice.reported(
      in: observations, by: units, period: period, pack: pack)
    factors = Self.factors(in: observations, pack)
    statuses = Self.statuses(in: observations, pack)
  }

  /// A yes counts a factor as named, a yes or no as answered; its evidence is kept as texts.
  private static func factors(
    in observations: [Observation], _ pack: SystemPack
  ) -> [ReportMaterial.FactorCount] {
    guard let section = pack.section(of: "factors"), let classifier = pack.classifier("factors"),
      let mark = section.fields.first(where: { $0.kind == .yesNo })
    else { return [] }
    let evidence = section.fields.first { $0.kind == .text }
    return classifier.members.map { factor in
      var named = 0
      var answered = 0
      var texts: [String] = []
      for observation in observations
      where observation.key.breakdown.member(of: classifier.code) == factor.code {
        switch observation.state {
        case .given(.yesNo(let flag)) where observation.key.field == mark.code:
          answered += 1
          if flag { named += 1 }
        case .given(.text(let text)) where observation.key.field == evidence?.code:
          texts.append(text)
        case .given, .missing, .notApplicable, .unreadable, .withheld: break
        }
      }
      return ReportMaterial.FactorCount(
        factor: factor.code, named: named, answered: answered, evidence: texts)
    }
  }

  /// How many units gave each direction each status.
  private static func statuses(
    in observations: [Observation], _ pack: SystemPack
  ) -> [ReportMaterial.StatusCount] {
    guard let section = pack.section(of: "directions"),
      let directions = pack.classifier("directions"),
      let field = section.fields.first(where: { $0.kind == .choice("statuses") }),
      let statuses = pack.classifier("statuses")
    else { return [] }
    var counts: [MemberCode: [MemberCode: Int]] = [:]
    for observation in observations where observation.key.field == field.code {
      if case .given(.choice(let status)) = observation.state,
        let direction = observation.key.breakdown.member(of: directions.code)
      {
        counts[direction, default: [:]][status, default: 0] += 1
      }
    }
    return directions.members.flatMap { direction in
      statuses.members.compactMap { status in
        counts[direction.code]?[status.code].map {
          ReportMaterial.StatusCount(direction: direction.code, status: status.code, units: $0)
        }
      }
    }
  }
}

extension SystemPack {
  /// The table of the form whose rows are this dictionary's; nil when it has none.
  fileprivate func section(of dimension: ClassifierCode) -> FormSection? {
    form.sections.first { $0.layout == .table(dimension: dimension) }
  }
}
