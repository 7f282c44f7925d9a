import ArgumentParser
import Campaign
import Logging
import Wording

/// The command line as the executable sees it.
package enum Entrance {
  /// Parses the arguments of the process, runs the command and exits with the code that
  /// `ExitStatus` names.
  package static func run() async {
    let isVerbose = CommandLine.arguments.contains { $0 == "--verbose" || $0 == "-v" }
    LoggingSystem.bootstrap { label in
      guard isVerbose else { return SwiftLogNoOpLogHandler() }
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = .debug
      return handler
    }
    if let message = UnknownCommand.message(CommandLine.arguments.dropFirst()) {
      Terminal.note("svodka: \(message)")
      SvodkaCommand.exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try SvodkaCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as CampaignError {
      Terminal.note("svodka: \(error.message(Speech.language)) [\(error.code.rawValue)]")
      SvodkaCommand.exit(
        withError: error.code == .interrupted ? ExitStatus.interrupted : ExitStatus.couldNotRun)
    } catch {
      // The parser's own (help, usage, our exit codes) know how to end; anything else could not run.
      let code = SvodkaCommand.exitCode(for: error)
      guard code == .failure, !(error is ExitCode) else { end(error, code) }
      Terminal.note(
        say("svodka: выполнить не удалось: \(error)", "svodka: could not run: \(error)"))
      SvodkaCommand.exit(withError: ExitStatus.couldNotRun)
    }
  }

  /// Ends as the parser does, with its frame in the language of the run.
  private static func end(_ error: any Error, _ code: ExitCode) -> Never {
    let text = SvodkaCommand.fullMessage(for: error)
    guard Speech.language == .ru, RussianFrame.isAround(text) else {
      SvodkaCommand.exit(withError: error)
    }
    let words = RussianFrame.words(of: text)
    if code == .success { Terminal.print(words) } else { Terminal.note(words) }
    SvodkaCommand.exit(withError: code)
  }
}

/// What the exit code says.
enum ExitStatus {
  /// There are findings of error severity.
  static let findings = ExitCode(1)
  /// The run could not be done; nothing is half done.
  static let couldNotRun = ExitCode(2)
  /// A person stopped it (Ctrl-C), as shells say that: 128 and the number of SIGINT.
  static let interrupted = ExitCode(130)
}

struct SvodkaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svodka",
    abstract: say(
      "Из форм, которые сдали школы, — документы, которые подписывает управление.",
      "From the forms that schools hand in to the documents that a department signs."),
    discussion: say(
      """
      Обычный порядок:
        svodka new кампания --pack ПАКЕТ      создать папку кампании
        svodka forms кампания                 выпустить бланки форм для школ
        svodka collect кампания               прочесть и проверить формы из папки inbox
        svodka status кампания                кто сдал, у кого ошибки, кого нет
        svodka answer кампания                ответить школам: протоколы, файлы с замечаниями, письма
        svodka report кампания                отчёт, рекомендации, дорожная карта, приказ
        svodka trace кампания АДРЕС           откуда взято число
        svodka lock кампания --period ГОД     закрыть период, когда итоги подписаны

      Код завершения: 0 — готово, 1 — есть ошибки в формах, 2 — выполнить не удалось, \
      64 — неверная команда, 130 — остановлено (Ctrl-C).
      """,
      """
      The usual order:
        svodka new campaign --pack NAME       make a campaign's folder
        svodka forms campaign                 write the blank form of each school
        svodka collect campaign               read and check the forms in its inbox
        svodka status campaign                who handed in, who has errors, who is missing
        svodka answer campaign                answer the schools: protocols, annotated files, letters
        svodka report campaign                report, recommendations, roadmap, order
        svodka trace campaign ADDRESS         where a number comes from
        svodka lock campaign --period YEAR    close a period when its results are signed

      Exit code: 0 done, 1 errors in forms, 2 could not run, 64 usage, 130 stopped (Ctrl-C).
      """),
    version: "0.1.0",
    subcommands: [
      NewCommand.self, FormsCommand.self, CollectCommand.self, CheckCommand.self,
      StatusCommand.self, AnswerCommand.self, RemindCommand.self, NewPeriodCommand.self,
      ResultsCommand.self, ReportCommand.self, TraceCommand.self, CellsCommand.self,
      PackCommand.self, ForgetCommand.self,
      CorrectCommand.self, AcceptCommand.self, ReturnCommand.self, ChooseCommand.self,
      ScanCommand.self, WithdrawCommand.self, JournalCommand.self,
      LockCommand.self, UnlockCommand.self, RevisionsCommand.self, ImportResultsCommand.self,
    ])

  /// They may stand before the command's name as well as behind it.
  @OptionGroup var options: RunOptions
}
