import ArgumentParser
import Campaign
import Foundation
import Monitoring

struct StatusCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case xlsx
    case html
  }

  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "Реестр форм: кто сдал и когда, у кого ошибки, кого нет.",
      "The register of forms: who handed in and when, who has errors, who is missing."),
    discussion: say(
      """
      В срок сдана форма, первая версия которой сохранена не позднее срока этого периода.

      Примеры:
        svodka status кампания
        svodka status кампания --only missing --only late
        svodka status кампания --period 2021 --group КОД --format json
        svodka status кампания --format xlsx          в out/<период>/register.xlsx
        svodka status кампания --since 2022-01-24     что изменилось с этого дня
      """,
      """
      A form is in time whose first version was stored not after its period's deadline.

      Examples:
        svodka status campaign
        svodka status campaign --only missing --only late
        svodka status campaign --period 2021 --group NAME --format json
        svodka status campaign --format xlsx          into out/<period>/register.xlsx
        svodka status campaign --since 2022-01-24     what has changed since that day
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: RegisterSelection
  @OptionGroup var clock: ClockOption

  @Option(
    help: ArgumentHelp(
      say("Вид: table, json, xlsx или html.", "How to print: table, json, xlsx or html."),
      valueName: say("вид", "format")))
  var format: Format = .table

  @Option(
    help: ArgumentHelp(
      say(
        "Куда записать (по умолчанию: table и json — на экран, xlsx и html — в out/<период>).",
        "Where to write (default: table and json to the screen, xlsx and html to out/<period>)."),
      valueName: say("файл", "file")))
  var output: String?

  @OptionGroup var start: SinceOption

  func run() throws {
    let campaign = try campaign.open()
    try selection.check(campaign)
    if let since = start.since {
      try tell(campaign, since: since)
      return
    }
    let step = ReadRegister(campaign: campaign, now: clock.now)
    let periods = selection.periods(of: campaign, format: format)
    let registers = try periods.map { try selection.filtered(step.run($0), campaign) }
    let printer = StatusPrinter(
      registers: registers, speaker: FindingSpeaker(packs: campaign.packs),
      isSelection: selection.isPartial)
    switch format {
    case .table: try give([UInt8]((printer.table + "\n").utf8))
    case .json: try give(try printer.json())
    case .xlsx, .html:
      for register in registers { try write(register, campaign) }
    }
    guard !campaign.settings.locked.isEmpty else { return }
    try BreachNote.say(try ReckonResults(campaign: campaign).run().breaches)
  }

  /// The same story as `journal` tells, of the units that are asked for; what concerns a whole
  /// period concerns each of them.
  private func tell(_ campaign: OpenCampaign, since: CampaignJournal.Beginning) throws {
    guard selection.only.isEmpty else {
      throw ValidationError(
        say(
          "--only говорит о том, как обстоит сейчас, а --since — о том, что было: нужно одно из двух",
          "--only is about what is now and --since about what happened: give one of them"))
    }
    let story = try CampaignJournal(
      campaign: campaign, unit: nil, period: selection.places.period, since: since
    ).run()
    let lines = story.lines.filter { line in
      line.unit.map { selection.includes($0, campaign) } ?? true
    }
    let printer = JournalPrinter(
      lines: lines, names: story.names, speaker: FindingSpeaker(packs: campaign.packs),
      days: campaign.days)
    switch format {
    case .json: try give(try printer.json())
    case .table: try give([UInt8]((printer.table + "\n").utf8))
    case .xlsx, .html:
      throw ValidationError(
        say(
          "--since печатается в виде table или json", "--since is printed as table or json"))
    }
  }

  private func give(_ bytes: [UInt8]) throws {
    guard let output else { return Terminal.write(bytes) }
    try WholeFile.write(bytes, to: URL(filePath: output))
  }

  /// The file is the program's own: it is made anew, unless it is named by `--output`.
  private func write(_ register: FormRegister, _ campaign: OpenCampaign) throws {
    let step = WriteRegister(campaign: campaign, now: clock.now)
    let file =
      output.map { URL(filePath: $0) }
      ?? campaign.folder.output(register.period).appending(path: "register.\(format.rawValue)")
    try WholeFile.write(
      format == .xlsx ? step.workbook(register) : step.page(register), to: file)
    Terminal.print(file.path)
  }
}
