import Campaign
import Reporting
import Wording

/// What a run of `answer` says at its end.
struct AnswerPrinter {
  /// Names of schools that a line lists.
  private static let listedNames = 10

  let answered: AnsweredSchools
  let isDryRun: Bool

  var text: String {
    guard !answered.answers.isEmpty else { return nothing }
    var lines = hindrances + edited
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

  private var nothing: String {
    say(
      "За \(answered.period) отвечать некому: форм не поступило (ожидается \(answered.silent)). "
        + "Положите формы в inbox и запустите svodka collect.",
      "Nobody to answer for \(answered.period): no forms have come (\(answered.silent) expected). "
        + "Put the forms in the inbox and run svodka collect.")
  }

  private var totals: String {
    let written = answered.answers.count { $0.outcome == .written }
    func count(_ verdicts: ProtocolMaterial.Verdict...) -> Int {
      answered.answers.count { verdicts.contains($0.verdict) }
    }
    let answers = Language.ru.counted(answered.answers.count, "ответ", "ответа", "ответов")
    return say(
      "\(answers) за \(answered.period): записано \(written), без изменений "
        + "\(answered.answers.count - written). Исправить – \(count(.errors, .returned)), "
        + "ответить на вопросы – \(count(.questions)), без замечаний – \(count(.clean)); "
        + "не поступило – \(answered.silent).",
      "\(answered.answers.count) answers for \(answered.period): \(written) written, "
        + "\(answered.answers.count - written) unchanged. To mend: \(count(.errors, .returned)), "
        + "to explain: \(count(.questions)), without remarks: \(count(.clean)); "
        + "nothing came from \(answered.silent).")
  }

  /// One line a reason.
  private var hindrances: [String] {
    let groups = Dictionary(grouping: answered.answers.filter { $0.hindrance != nil }) { answer in
      answer.hindrance.map { say($0.russian, $0.english) } ?? ""
    }
    return groups.sorted { $0.key < $1.key }.map { reason, answers in
      say(
        "Вместо копии файла приложен список, потому что \(reason): ",
        "A list instead of an annotated copy, because \(reason): ") + names(answers)
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
