import Campaign
import Reporting
import Wording

/// What a run of `answer` says at its end.
struct AnswerPrinter {
  /// Names of schools that a line lists.
  private static let listedNames = 10

  let answered: AnsweredSchools
  let speaker: FindingSpeaker
  let isDryRun: Bool

  var text: String {
    guard !answered.answers.isEmpty else {
      return (withdrawn + late + earlier + unclaimed + [nothing]).joined(separator: "\n")
    }
    var lines = failures + hindrances + edited + withdrawn + late + earlier + unclaimed
    let unreachable = answered.answers.filter { !$0.hasAddress }
    if !unreachable.isEmpty {
      lines.append(
        say(
          "В реестре нет адреса почты, письма без адресата: ",
          "The register has no mail address, letters name no addressee: ") + names(unreachable))
    }
    lines.append(totals)
    lines.append(
      say(
        "Папка ответов: \(answered.folder). Письма .eml откройте почтовой программой.",
        "The folder of answers: \(answered.folder). Open the .eml letters in a mail program."))
    if isDryRun {
      lines.append(say("Ничего не записано (--dry-run).", "Nothing was written (--dry-run)."))
    }
    return lines.joined(separator: "\n")
  }

  /// Forms that came after the period was closed.
  private var late: [String] {
    guard !answered.late.isEmpty else { return [] }
    return [
      say(
        "Пришли, когда период \(answered.period) был уже закрыт: сохранены, не учитываются, ответа "
          + "нет. Чтобы учесть их, откройте период: svodka unlock. Это: ",
        "Came when the period \(answered.period) was closed: kept, not counted, not answered. To "
          + "count them, open the period: svodka unlock. These are: ")
        + listed(answered.late, first: Self.listedNames, separator: ", ")
    ]
  }

  /// Schools whose form is missing and that sent one of an earlier year.
  private var earlier: [String] {
    guard !answered.earlier.isEmpty else { return [] }
    let schools = answered.earlier.map { school in
      let forms = school.forms.map { "\($0.file), \($0.period)" }.joined(separator: "; ")
      return "\(school.name) (\(forms))"
    }
    return [
      say(
        "Вместо формы за \(answered.period) прислали форму за прошлый год, ответ не составлен; об этом "
          + "напишет svodka remind. Это: ",
        "Sent a form of an earlier year and none of \(answered.period), not answered; svodka remind "
          + "writes of it. These are: ")
        + listed(schools, first: Self.listedNames, separator: ", ")
    ]
  }

  /// Files of which nobody can tell whom to answer.
  private var unclaimed: [String] {
    guard !answered.unclaimed.isEmpty else { return [] }
    let head = say(
      "Файлы не приняты, и неизвестно, чьи они: ответить некому. Положите файл в inbox в папку с "
        + "кодом или названием школы, запустите collect и answer — ответ будет составлен:",
      "Files were not taken, and nobody can tell whose they are: nobody is answered. Put the file "
        + "into a folder of the inbox called by the school's code or name, run collect and answer, "
        + "and the answer will be written:")
    return [head]
      + answered.unclaimed.flatMap { file in
        ["  \(file.name)"]
          + file.reasons { speaker.words($0, Speech.language) }.map { "      \($0)" }
      }
  }

  private var nothing: String {
    guard answered.late.isEmpty else {
      return say(
        "За \(answered.period) отвечать некому: форм, которые учитываются, нет.",
        "Nobody to answer for \(answered.period): no form counts.")
    }
    return say(
      "За \(answered.period) отвечать некому: форм не поступило (ожидается \(answered.silent)). "
        + "Положите формы в inbox и запустите svodka collect.",
      "Nobody to answer for \(answered.period): no forms have come (\(answered.silent) expected). "
        + "Put the forms in the inbox and run svodka collect.")
  }

  private var totals: String {
    let written = answered.answers.count { $0.outcome == .written }
    let unchanged = answered.answers.count { $0.outcome == .unchanged }
    func count(_ verdicts: ProtocolMaterial.Verdict...) -> Int {
      answered.answers.count { verdicts.contains($0.verdict) }
    }
    let refused = count(.refused)
    let late = answered.late.count + count(.afterClosing)
    let answers = Language.ru.counted(answered.answers.count, "ответ", "ответа", "ответов")
    return say(
      "\(answers) за \(answered.period): записано \(written), без изменений "
        + "\(unchanged). Исправить — \(count(.errors, .returned)), "
        + "ответить на вопросы — \(count(.questions)), без замечаний — \(count(.clean)); "
        + (refused > 0 ? "файл не принят — \(refused); " : "")
        + (late > 0 ? "после закрытия — \(late); " : "")
        + "не поступило — \(answered.silent).",
      "\(answered.answers.count) answers for \(answered.period): \(written) written, "
        + "\(unchanged) unchanged. To mend: \(count(.errors, .returned)), "
        + "to explain: \(count(.questions)), without remarks: \(count(.clean)); "
        + (refused > 0 ? "file refused: \(refused); " : "")
        + (late > 0 ? "after closing: \(late); " : "")
        + "nothing came from \(answered.silent).")
  }

  private var failures: [String] {
    byReason(\.failure) { reason in
      say(
        "Ответить не удалось, прежний ответ не изменён (\(reason)): ",
        "No answer could be made, the earlier one stays (\(reason)): ")
    }
  }

  /// One line a reason, with the units that have it.
  private func byReason(
    _ reason: (AnsweredSchools.Answer) -> (russian: String, english: String)?,
    _ beginning: (String) -> String
  ) -> [String] {
    let groups = Dictionary(grouping: answered.answers.filter { reason($0) != nil }) { answer in
      reason(answer).map { say($0.russian, $0.english) } ?? ""
    }
    return groups.sorted { $0.key < $1.key }.map { beginning($0) + names($1) }
  }

  private var withdrawn: [String] {
    var lines: [String] = []
    if !answered.withdrawn.isEmpty {
      lines.append(
        (isDryRun
          ? say(
            "Будут убраны прежние ответы, форм этих организаций больше нет: ",
            "Earlier answers would be taken away, there is no form of these units any more: ")
          : say(
            "Прежние ответы убраны, форм этих организаций больше нет: ",
            "Earlier answers were taken away, there is no form of these units any more: "))
          + listed(answered.withdrawn, first: Self.listedNames, separator: ", "))
    }
    if !answered.kept.isEmpty {
      lines.append(
        say("Вы правили эти файлы, они остались: ", "You edited these files, they stay: ")
          + listed(answered.kept, first: Self.listedNames, separator: "; "))
    }
    return lines
  }

  private var hindrances: [String] {
    byReason(\.hindrance) { reason in
      say(
        "Вместо копии файла приложен список, потому что \(reason): ",
        "A list instead of an annotated copy, because \(reason): ")
    }
  }

  private var edited: [String] {
    let paths = answered.answers.flatMap(\.besideEdited)
    guard !paths.isEmpty else { return [] }
    return [
      say(
        "Вы правили эти файлы, новые лежат рядом: ",
        "You edited these files, the new ones stand beside them: ")
        + listed(paths, first: Self.listedNames, separator: "; ")
    ]
  }

  private func names(_ answers: [AnsweredSchools.Answer]) -> String {
    listed(answers.map(\.name), first: Self.listedNames, separator: ", ")
  }
}
