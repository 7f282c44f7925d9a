import ArgumentParser
import Campaign
import Foundation
import Monitoring

/// Who decides, and about which unit and period.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var author: AuthorOption

  @Option(
    help: ArgumentHelp(
      say("Период (по умолчанию — текущий).", "The period (default: the current one)."),
      valueName: say("год", "year")), transform: SelectionOptions.period)
  var period: Period?

  @Flag(help: ArgumentHelp(say("Показать, ничего не записывая.", "Show, and write nothing.")))
  var dryRun = false

  @OptionGroup var clock: ClockOption

  /// Lets the register's page say what was decided.
  func renewPages(of campaign: OpenCampaign) throws {
    guard !dryRun else { return }
    try CheckForms(campaign: campaign, isDryRun: false, progress: .silent).renewSummaries()
  }

  /// - Throws: a usage error that says how to name the author.
  func note(_ reason: String) throws -> DecisionNote {
    return try DecisionNote(author: try author.typed(), reason: reason, now: clock.now)
  }
}

/// Why; every decision has to say.
struct ReasonOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Причина: останется в журнале.", "The reason: it stays in the journal."),
      valueName: say("текст", "text")))
  var reason: String
}

/// The unit that a decision is about.
struct DecidedUnit: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("Код школы из реестра.", "The school's code in the register."),
      valueName: say("код", "code")), transform: { UnitCode(rawValue: $0) })
  var unit: UnitCode
}
