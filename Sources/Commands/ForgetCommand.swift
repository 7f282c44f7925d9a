import ArgumentParser
import Campaign
import Foundation
import Wording

struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: say(
      "Уничтожить файлы со списками людей, срок хранения которых вышел.",
      "Destroy the files with rosters of persons whose term is over."),
    discussion: say(
      """
      Срок стоит в campaign.yaml: rosters: {keep_until: "2026-12-31"}, этот день включительно. \
      Без него списки не хранятся вовсе, и удаляется всё, что осталось от прежних запусков. \
      Контрольные суммы и подсчитанные числа остаются; акт об уничтожении — в out/forgotten. \
      Файлы в inbox команда только называет, с --inbox удаляет и их.

      Код завершения 1 — файлы со списками в папке кампании остались.

      Примеры:
        svodka forget кампания --dry-run             что будет удалено
        svodka forget кампания                       удалить то, чей срок вышел
        svodka forget кампания --until 2026-12-31    удалить, не дожидаясь срока
        svodka forget кампания --inbox               удалить и списки в inbox
      """,
      """
      The term stands in campaign.yaml: rosters: {keep_until: "2026-12-31"}, that day included. \
      Without it rosters are not kept at all, and what earlier runs left is destroyed. Hashes and \
      counts stay; the act of destruction is in out/forgotten. Files in the inbox are only named, \
      with --inbox they are destroyed too.

      Exit code 1: files with rosters are still in the campaign's folder.

      Examples:
        svodka forget campaign --dry-run             what would be destroyed
        svodka forget campaign                       destroy what is past its term
        svodka forget campaign --until 2026-12-31    without waiting for the term
        svodka forget campaign --inbox               the rosters in the inbox too
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption

  @Option(
    help: ArgumentHelp(
      say(
        "Удалить файлы, срок которых кончается по этот день, не дожидаясь его.",
        "Destroy files whose term ends by this day, without waiting for it."),
      valueName: "2026-12-31"),
    transform: day)
  var until: String?

  @Flag(help: ArgumentHelp(say("Удалить и файлы в inbox.", "Destroy files in the inbox too.")))
  var inbox = false

  @Flag(help: ArgumentHelp(say("Показать, ничего не удаляя.", "Show, and destroy nothing.")))
  var dryRun = false

  func run() async throws {
    let summary = try await campaign.alone(isDryRun: dryRun) { campaign in
      try ForgetFiles(
        campaign: campaign, now: clock.now, until: until,
        inbox: inbox ? .destroy : .name, isDryRun: dryRun
      ).run()
    }
    Terminal.print(ForgetPrinter(summary: summary).text)
    if !summary.remaining.isEmpty { throw ExitStatus.findings }
  }

  private static func day(_ text: String) throws -> String {
    guard text.count == 10, CalendarDate(iso: text) != nil else {
      throw ValidationError(
        say(
          "«\(text)» — не день; нужно так: 2026-12-31",
          "\"\(text)\" is no day; write 2026-12-31"))
    }
    return text
  }
}
