import ArgumentParser
import Campaign
import Findings
import Monitoring

/// Which units and periods a listing shows; nothing given: all.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Только эта школа (код из реестра).", "Only this school (its code in the register)."),
      valueName: say("код", "code")))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("Только этот период.", "Only this period."), valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period?

  /// - Throws: a usage error for a unit or period that the campaign does not have: an empty table
  ///   would look like an answer.
  /// - Parameter imported: periods that the campaign has beside those of its settings.
  func check(_ campaign: OpenCampaign, beside imported: [Period] = []) throws {
    if let unit, campaign.register[UnitCode(rawValue: unit)] == nil {
      let codes = UnitRegister.codes(
        near: unit, among: [campaign.register.root] + campaign.register.units)
      throw ValidationError(
        say(
          "в реестре нет кода «\(unit)»; коды: \(codes)",
          "the register has no code \"\(unit)\"; codes: \(codes)"))
    }
    let known = Set(campaign.settings.periods + imported)
    if let period, !known.contains(period) {
      let periods = known.sorted().map(\.description).joined(separator: ", ")
      throw ValidationError(
        say(
          "периода \(period) в кампании нет; есть \(periods)",
          "the campaign has no period \(period); it has \(periods)"))
    }
  }

  func filter(_ findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      (unit.map { finding.key.unit == $0 } ?? true)
        && (period.map { finding.key.period == $0.description } ?? true)
    }
  }

  static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw ValidationError(
        say(
          "«\(text)» — не период; нужен год, например 2021",
          "\"\(text)\" is no period; give a year, such as 2021"))
    }
    return period
  }
}

/// The one period that a step is for.
struct PeriodOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("За какой период (по умолчанию — последний).", "For which period (default: the last)."),
      valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period?
}
