import ArgumentParser
import Campaign
import Foundation
import Wording

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say("Создать папку кампании.", "Make a campaign's folder."),
    discussion: say(
      """
      В папке появятся campaign.yaml (район, периоды, кто подписывает), реестр школ, копия \
      пакета для каждого периода и папка inbox для форм. Чего не дано, создаётся образцом, \
      который нужно заполнить.

      Примеры:
        svodka new кампания --pack ПАКЕТ
        svodka new кампания --pack ПАКЕТ --settings campaign.yaml --register schools.xlsx
      """,
      """
      The folder gets campaign.yaml (district, periods, who signs), the register of schools, a \
      copy of the pack for each period and the inbox. What is not given is made as a sample to \
      fill in.

      Examples:
        svodka new campaign --pack NAME
        svodka new campaign --pack NAME --settings campaign.yaml --register schools.xlsx
      """))

  @Argument(
    help: ArgumentHelp(
      say("Папка, которой ещё нет или которая пуста.", "A folder that is not there yet or empty."),
      valueName: say("папка", "folder")))
  var folder: String

  @Option(
    help: ArgumentHelp(
      say(
        "Пакет: имя под Templates или путь к папке.", "The pack: a name under Templates or a path."),
      valueName: say("пакет", "pack")))
  var pack: String

  @Option(
    help: ArgumentHelp(
      say("Готовый campaign.yaml.", "A campaign.yaml to take."), valueName: say("файл", "file")))
  var settings: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Готовый реестр школ (XLSX, ODS, CSV).", "A register of schools to take (XLSX, ODS, CSV)."),
      valueName: say("файл", "file")))
  var register: String?

  @Flag(
    help: ArgumentHelp(say("Только показать, что будет создано.", "Only say what would be made.")))
  var dryRun = false

  @OptionGroup var options: RunOptions

  func run() throws {
    let step = NewCampaign(
      folder: CampaignFolder(URL(filePath: folder, directoryHint: .isDirectory)),
      pack: try PackFolders.find(pack),
      settings: settings.map { URL(filePath: $0) },
      register: register.map { URL(filePath: $0) },
      isDryRun: dryRun)
    for file in try step.run() {
      Terminal.print(dryRun ? say("будет создан: \(file)", "would make \(file)") : file)
    }
    guard !dryRun else { return }
    let samples = [
      settings == nil ? "campaign.yaml" : nil, register == nil ? "schools.csv" : nil,
    ].compactMap(\.self)
    if !samples.isEmpty {
      Terminal.note(
        say(
          "Сначала впишите своё вместо образцов: \(Language.ru.list(samples)).",
          "First write your own in place of the samples: \(Language.en.list(samples))."))
    }
    Terminal.note(
      say(
        "Готово. Положите формы школ в \(folder)/inbox и запустите: svodka collect \(folder)",
        "Done. Put the schools' forms in \(folder)/inbox and run: svodka collect \(folder)"))
  }
}
