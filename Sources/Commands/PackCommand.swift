import ArgumentParser
import Campaign

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: say("Работа с пакетом системы.", "Work with a system pack."),
    subcommands: [PackCheckCommand.self])
}

struct PackCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Проверить пакет: все ошибки сразу, с файлом и строкой.",
      "Check a pack: all faults at once, with file and line."),
    discussion: say(
      """
      Примеры:
        svodka pack check Templates/ПАКЕТ
      """,
      """
      Examples:
        svodka pack check Templates/NAME
      """))

  @Argument(
    help: ArgumentHelp(
      say("Имя пакета или путь к его папке.", "The pack's name or the path of its folder."),
      valueName: say("пакет", "pack")))
  var pack: String

  @OptionGroup var options: RunOptions

  func run() throws {
    let checked = try PackCheck(folder: try PackFolders.find(pack))
    for fault in checked.faults(Speech.language) { Terminal.print(fault) }
    Terminal.note(checked.summary(Speech.language))
    if checked.hasFaults { throw ExitStatus.findings }
  }
}
