import Campaign
import Monitoring
import Wording

/// What `lock` and `unlock` say.
struct LockPrinter {
  let summary: LockSummary

  var text: String {
    let head = say(
      "Период \(summary.period): формы сдали \(summary.arrived) из "
        + Language.ru.counted(summary.expected, "организации", "организаций", "организаций") + ".",
      "The period \(summary.period): \(summary.arrived) of \(summary.expected) units handed in.")
    var lines = [head]
    lines += named("Не поступило", "Missing", summary.missing)
    lines += named("Возвращены", "Sent back", summary.returned)
    lines += named(
      "Присланы после возврата с теми же значениями (подписываются они)",
      "Sent after their return with the same values (which are signed)", summary.unmended)
    lines += named("Неясно, какой файл верен", "No file counts yet", summary.undecided)
    lines += named("С ошибками", "With errors", summary.withErrors).map {
      $0 + say("; открытых ошибок — \(summary.errors)", "; open errors: \(summary.errors)")
    }
    lines.append(
      say(
        "Значений: \(summary.values), из них чисел: \(summary.known). Таблица: \(summary.file)\n"
          + "  SHA-256 \(summary.hash)",
        "Values: \(summary.values), of these numbers: \(summary.known). The table: \(summary.file)\n"
          + "  SHA-256 \(summary.hash)"))
    return (lines + [end]).joined(separator: "\n")
  }

  private var end: String {
    switch summary.outcome {
    case .locked(let line):
      say(
        "Период закрыт, строка журнала № \(line). Запустите svodka report: документы больше не "
          + "будут помечены «ПРОЕКТ».",
        "The period is closed, line \(line) of the journal. Run svodka report: the documents no "
          + "longer say «ПРОЕКТ» (draft).")
    case .restored(let line):
      say(
        "Период уже закрыт, строка журнала № \(line). Таблицы подписанных итогов не было, она записана "
          + "снова.",
        "The period is closed already, line \(line) of the journal. The table of signed results was "
          + "missing and is written again.")
    case .dryRun:
      say("Период не закрыт (--dry-run).", "The period was not closed (--dry-run).")
        + (summary.isDoubtful ? say(" Понадобится --anyway.", " It will need --anyway.") : "")
    case .refused:
      say(
        "Период не закрыт. Соберите недостающее или повторите с ключом --anyway.",
        "The period was not closed. Collect what is lacking, or run again with --anyway.")
    }
  }

  /// In units: a line of a terminal holds about ten names.
  private static let listed = 10

  private func named(_ russian: String, _ english: String, _ names: [String]) -> [String] {
    names.isEmpty
      ? []
      : [
        say(russian, english) + " (\(names.count)): "
          + Commands.listed(names, first: Self.listed, separator: ", ")
      ]
  }

  static func opened(_ period: Period, late: LateForms, isDryRun: Bool) -> String {
    let head =
      isDryRun
      ? say("Период \(period) не открыт (--dry-run).", "\(period) was not opened (--dry-run).")
      : say(
        "Период \(period) открыт; что изменилось, покажет svodka revisions.",
        "The period \(period) is open; svodka revisions shows what has changed.")
    let groups: [(words: String, files: [String])] = [
      (
        say("Пришли после закрытия и теперь учитываются: ", "Came after closing, now taken in: "),
        late.counting
      ),
      (
        say(
          "Пришли после закрытия, но старше учтённого, не учитываются (svodka choose выберет их): ",
          "Came after closing, older than what counts, not taken in (svodka choose takes them): "),
        late.older
      ),
      (
        say(
          "Пришли после закрытия; неясно, какой файл новее, не учтён ни один (выберите: svodka "
            + "choose): ",
          "Came after closing; it is not known which file is newer, none counts (say it by svodka "
            + "choose): "), late.undecided
      ),
      (say("Пришли после закрытия: ", "Came after closing: "), late.waiting),
    ]
    let lines = groups.filter { !$0.files.isEmpty }.map { group in
      group.words + Commands.listed(group.files, first: Self.listed, separator: "; ")
    }
    return ([head] + lines).joined(separator: "\n")
  }
}
