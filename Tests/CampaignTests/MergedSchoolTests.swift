import Analysis
import ExactNumbers
import Findings
import Foundation
@testable import Intake
import Monitoring
import Spreadsheets
import Store
import TestSupport
import Testing

@testable import Campaign

/// Two schools of 2020 that one continues in 2021: rules, grey values and results look back at the
/// same numbers.
@Suite struct MergedSchoolTests {
  private static let codes: (a: UnitCode, b: UnitCode, c: UnitCode) = ("m-1", "m-2", "m-3")

  /// The demonstration campaign with another register.
  private func campaign(
    _ change: (inout Monitoring.Unit) -> Void = { _ in }, aCloses: Bool = true
  ) throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let merged = try #require(Period(year: 2021))
    var unit = try #require(campaign.register.units.first)
    unit.succeeds = []
    var (a, b, c) = (unit, unit, unit)
    (a.code, b.code, c.code) = Self.codes
    (a.opened, a.closed) = (nil, aCloses ? merged : nil)
    (b.opened, b.closed) = (nil, merged)
    (c.opened, c.closed, c.succeeds) = (merged, nil, [a.code, b.code])
    change(&c)
    let register = UnitRegister(root: campaign.register.root, units: [a, b, c])
    return (
      scratch,
      OpenCampaign(
        folder: campaign.folder, settings: campaign.settings, register: register,
        registerFindings: [], packs: campaign.packs, packFolders: campaign.packFolders,
        pack: campaign.pack, current: campaign.current, readingMark: campaign.readingMark,
        machineZone: .gmt)
    )
  }

  private func said(
    _ unit: UnitCode, _ year: Int, _ fields: [FieldCode: Observation.State]
  ) throws -> [Observation] {
    let period = try #require(Period(year: year))
    return fields.sorted { $0.key < $1.key }.map { field, state in
      Observation(
        key: .init(unit: unit, period: period, field: field), state: state, origin: nil)
    }
  }

  private func before(
    _ campaign: OpenCampaign, _ given: [UnitCode: [FieldCode: Observation.State]]
  ) throws -> [FieldCode: Observation.State] {
    let place = UnitPeriod(unit: Self.codes.c, period: campaign.current)
    let found = try campaign.observationsBefore(place) { before in
      #expect(before.period == place.period.previous)
      return try said(before.unit, 2020, given[before.unit] ?? [:])
    }
    #expect(found.allSatisfy { $0.key.unit == Self.codes.c && $0.key.period.year == 2020 })
    return Dictionary(found.map { ($0.key.field, $0.state) }, uniquingKeysWith: { one, _ in one })
  }

  private func number(_ value: Int) -> Observation.State { .given(.number(ExactNumber(value))) }

  @Test func countsAreSummedAndNothingElseIs() throws {
    let (scratch, campaign) = try campaign()
    let fields = campaign.pack.forms.flatMap(\.fields)
    let share = try #require(fields.first { $0.kind == .percent }).code
    let a: [FieldCode: Observation.State] = [
      "staff_total": number(20), "trained": number(7), "teachers_total": number(18),
      "burnout_total": .notApplicable, "retrained": .notApplicable, "up_to_35": number(2),
      share: number(40), "filled_by": .given(.text("Петрова")),
    ]
    let b: [FieldCode: Observation.State] = [
      "staff_total": number(22), "trained": .withheld(.number(3)), "teachers_total": .missing,
      "burnout_total": number(4), "retrained": .notApplicable, "up_to_35": .unreadable,
      share: number(60), "filled_by": .given(.text("Иванова")),
    ]
    let sum = try before(campaign, [Self.codes.a: a, Self.codes.b: b])
    #expect(sum["staff_total"] == number(42))
    #expect(sum["burnout_total"] == number(4) && sum["retrained"] == .notApplicable)
    for missing: FieldCode in ["trained", "teachers_total", "up_to_35", share, "filled_by"] {
      #expect(sum[missing] == .missing, "\(missing)")
    }
    // Half of a school is no school.
    #expect(try before(campaign, [Self.codes.a: a]).isEmpty)
    _ = scratch
  }

  /// One that took another in has gone before itself, too; of a school that was split off from one
  /// that lives on nobody can say what was its own.
  @Test func whoTookAnotherInLooksBackAtBothAndWhoWasSplitOffAtNobody() throws {
    let (scratch, campaign) = try campaign { unit in
      unit.opened = nil
      unit.succeeds = [Self.codes.a]
    }
    let given: [UnitCode: [FieldCode: Observation.State]] = [
      Self.codes.a: ["staff_total": number(20)], Self.codes.c: ["staff_total": number(5)],
    ]
    #expect(try before(campaign, given)["staff_total"] == number(25))
    let (other, split) = try self.campaign({ $0.succeeds = [Self.codes.a] }, aCloses: false)
    #expect(try before(split, given).isEmpty)
    _ = (scratch, other)
  }

  @Test func rulesAndResultsLookBackAtTheSameNumber() throws {
    let (scratch, campaign) = try campaign()
    let indicator = try #require(
      campaign.pack.indicators.first { $0.kind == .share && !$0.isMunicipalOnly })
    let formula = try #require(indicator.formulas.first { $0.dimension == nil })
    let (part, whole) = (formula.numerator.field, try #require(formula.denominator).field)
    let given: [UnitCode: [FieldCode: Observation.State]] = [
      Self.codes.a: [part: number(3), whole: number(20)],
      Self.codes.b: [part: number(9), whole: number(20)],
    ]
    let sum = try before(campaign, given)
    #expect(sum[part] == number(12) && sum[whole] == number(40))
    var aggregator = Aggregator(
      pack: campaign.pack, register: campaign.register,
      periods: [try #require(Period(year: 2020)), campaign.current])
    let now = try said(Self.codes.c, 2021, [part: number(20), whole: number(40)])
    let earlier = try given.flatMap { try said($0.key, 2020, $0.value) }
    for one in now + earlier { aggregator.add(one) }
    let change = ValueAddress(
      indicator: indicator.code, unit: Self.codes.c, period: campaign.current, term: .change)
    // 20 of 40 after 12 of 40.
    #expect(try aggregator.results().comparisons[change]?.difference == Fraction(20))
    _ = scratch
  }

  /// 42 teachers worked in both schools: 43 are no jump, 20 are.
  @Test(arguments: [(43, false), (20, true)])
  func aRuleAboutLastYearIsAskedOfTheSum(staff: Int, isFound: Bool) throws {
    let (scratch, campaign) = try campaign()
    let place = UnitPeriod(unit: Self.codes.c, period: campaign.current)
    let previous = try campaign.observationsBefore(place) { before in
      try said(before.unit, 2020, ["staff_total": number(21)])
    }
    let outcome = try #require(
      RulePass(campaign: campaign).run(
        place, current: try said(Self.codes.c, 2021, ["staff_total": number(staff)]),
        previous: previous))
    let found = outcome.findings.filter { $0.code == "vilyuysk:staff_changed" }
    #expect(found.count == (isFound ? 1 : 0))
    #expect(found.allSatisfy { $0.arguments["previous(staff_total)"] == .number(42) })
    // The grey number beside the cell.
    let grey = LastYear(previous, of: try #require(place.period.previous), pack: campaign.pack)
    #expect(grey.content(of: .init("staff_total", .whole)) == .number(42))
    _ = scratch
  }
}
