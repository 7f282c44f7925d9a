import Campaign
import Findings
import Monitoring
import Wording

/// What a run of `collect` says at its end.
struct CollectPrinter {
  let summary: CollectSummary
  let days: CampaignDays
  let isDryRun: Bool

  var text: String {
    var lines: [String] = []
    let serious = (summary.fileFindings + summary.findings).filter {
      $0.severity != .notice && $0.isOpen
    }
    if !serious.isEmpty {
      // The rest is shown by `check`.
      let notices = (summary.fileFindings + summary.findings).filter {
        $0.severity == .notice && $0.isOpen
      }
      lines.append(
        FindingsPrinter(findings: serious, speaker: summary.speaker, unshown: notices).table)
      lines.append("")
    }
    let beside = summary.fileFindings.filter {
      ["file.foreign", "file.service"].contains($0.code)
    }
    if !beside.isEmpty {
      lines.append(
        say("Рядом с формами лежат и не тронуты: ", "Beside the forms, left alone: ")
          + files(beside))
    }
    let open = summary.fileFindings.filter { $0.code == "file.open" }
    if !open.isEmpty {
      lines.append(
        say(
          "Открыты в офисной программе, прочитано сохранённое последним: ",
          "Open in an office program, read as saved last: ") + files(open))
    }
    let converted = summary.findings.filter { $0.code == "file.old-xls-converted" }
    if !converted.isEmpty {
      lines.append(
        say("Преобразованы из старого формата XLS: ", "Converted from the old XLS format: ")
          + files(converted))
    }
    let explained = summary.findings.count { $0.explanation != nil && $0.decision == nil }
    if explained > 0 {
      lines.append(
        say(
          "Вопросов пояснено: \(explained), тексты — в протоколах школ (svodka answer).",
          "Warnings explained: \(explained); the texts are in the protocols (svodka answer)."))
    }
    lines += foreign
    lines += summary.versions.map(version)
    lines += summary.choices.map { submission in
      let unit = summary.names.unit(submission.unit, in: submission.period)
      return say(
        "\(submission.fileName): принят, потому что из файлов организации «\(unit)» за "
          + "\(submission.period) в inbox остался он один",
        "\(submission.fileName): counts, being the only file of “\(unit)” for "
          + "\(submission.period) left in the inbox")
    }
    // One line is enough for a form that is told of as one that came in the stead of the last year's.
    let told = summary.strays.filter(\.isOfEarlierPeriod).prefix(Self.namedStrays)
    lines += summary.late.filter { late in !told.contains { $0.isOf(late) } }.map { submission in
      say(
        "ВНИМАНИЕ: период \(submission.period) закрыт, а \(submission.fileName) пришёл позже: "
          + "файл сохранён и не учитывается. Чтобы учесть его, откройте период: svodka unlock",
        "NOTE: the period \(submission.period) is closed and \(submission.fileName) came after: "
          + "the file is kept and does not count. To count it, open the period: svodka unlock")
        + meantForAnother(submission)
    }
    lines += strays
    lines.append(totals)
    for period in summary.standings.keys.sorted() { lines.append(standing(period)) }
    if !summary.summaries.isEmpty { lines.append(Self.next) }
    if isDryRun {
      lines.append(say("Ничего не сохранено (--dry-run).", "Nothing was kept (--dry-run)."))
    }
    return lines.joined(separator: "\n")
  }

  /// Where the register of forms is, and what answers the schools.
  static let next = say(
    "Реестр форм: out/<период>/summary.html. Ответить школам: svodka answer",
    "Register of forms: out/<period>/summary.html. To answer the schools: svodka answer")

  /// The files that findings are of, the first of many.
  private func files(_ findings: [Finding]) -> String {
    listed(findings.compactMap { $0.origins.first?.file }, first: 10, separator: "; ")
  }

  /// Workbooks that were read by bindings, and how many published totals agree with their sums.
  /// A form for this year may have been typed into last year's blank.
  private func meantForAnother(_ submission: Submission) -> String {
    guard let open = summary.standings.keys.max(), open > submission.period else { return "." }
    return say(
      ". Если форма за \(open), исправьте период на её первом листе (или возьмите новый бланк: svodka "
        + "forms) и положите в inbox снова.",
      ". If it is meant for \(open), mend the period on its first sheet (or take a new blank: svodka "
        + "forms) and put it into the inbox again.")
  }

  private var foreign: [String] {
    let read = summary.fileFindings.filter { $0.code == "foreign.read" }
    let agreeing = summary.fileFindings.count { $0.code == "total.agrees" }
    let lines = read.map { summary.speaker.words($0, Speech.language).headline }
    guard agreeing > 0 else { return lines }
    return lines + [
      say(
        "Опубликованных итогов сошлось с суммой: \(agreeing).",
        "Published totals that agree with their sums: \(agreeing).")
    ]
  }

  private func version(_ version: CollectSummary.Version) -> String {
    let unit = summary.names.unit(version.unit, in: version.period)
    let form = say(
      "\(unit), \(version.period), версия \(version.version)",
      "\(unit), \(version.period), version \(version.version)")
    switch version.standing {
    case .counts(let diff):
      let values = diff.changes.filter { change in
        summary.names.isValue(change.field, in: version.period)
      }.map { change in
        summary.names.value(change.field, change.breakdown, in: version.period, Speech.language)
      }
      let areExplained = diff.changes.contains { change in
        summary.names.isExplanation(change.field, in: version.period)
      }
      return "\(version.file): \(form); "
        + say("изменено значений: ", "values changed: ") + "\(values.count)"
        + (values.isEmpty ? "" : ": " + listed(values, first: 8, separator: "; "))
        + (areExplained
          ? say("; изменены пояснения", "; explanations changed") : "")
    case .older:
      return "\(version.file): \(form); "
        + say("старше учтённой, не учитывается", "older than the one that counts")
    case .undecided:
      return "\(version.file): \(form); "
        + say("неясно, какой файл новее: ни один не учтён", "none of the files counts yet")
    }
  }

  /// How many forms of one oddity are named: a whole folder of another year may lie there.
  private static let namedStrays = 10

  /// Those that were sent back first: they are few, and nobody else tells of them.
  private var strays: [String] {
    let old = summary.strays.filter(\.isOfEarlierPeriod)
    let sentBack = summary.strays.filter { !$0.isOfEarlierPeriod }
    return [sentBack, old].flatMap { forms in
      let more = forms.count - Self.namedStrays
      let rest = say("ВНИМАНИЕ: и ещё таких форм: \(more).", "NOTE: and \(more) more such forms.")
      return forms.prefix(Self.namedStrays).map(stray) + (more > 0 ? [rest] : [])
    }
  }

  /// What was taken and should be looked at all the same, with what to do.
  private func stray(_ form: StrayForm) -> String {
    let unit = summary.names.unit(form.unit, in: form.period)
    let head = say("ВНИМАНИЕ: ", "NOTE: ") + "\(form.file) (\(unit), \(form.period)): "
    switch form.oddity {
    case .ofEarlierPeriod(let last):
      let isLate = summary.late.contains { form.isOf($0) }
      return head
        + (isLate
          ? say(
            "период \(form.period) закрыт, файл сохранён и не учитывается; ",
            "the period \(form.period) is closed, the file is kept and does not count; ") : "")
        + say(
          "это форма за \(form.period), а за \(last) от организации ничего не принято. Попросите "
            + "форму за \(last); если в файле значения за \(last), исправьте в нём год (или "
            + "перенесите их в новый бланк: svodka forms) и положите в inbox снова.",
          "this form is of \(form.period), and nothing of the unit was taken for \(last). Ask for "
            + "the form of \(last); if the values are of \(last), mend the year in the file (or put "
            + "them into a new blank: svodka forms) and put it into the inbox again.")
    case .sentBack(let entry):
      return head
        + say(
          "тот же файл, который возвращён \(day(entry)) (\(entry.reason)); он не изменён и не "
            + "учитывается. Попросите исправленный: ответ школе напишет svodka answer.",
          "the same file that was sent back on \(day(entry)) (\(entry.reason)); it is unchanged "
            + "and does not count. Ask for a mended one: svodka answer writes to the school.")
    case .unchanged(let entry):
      return head
        + say(
          "все значения те же, что в форме, которая возвращена \(day(entry)) (\(entry.reason)); "
            + "теперь учитывается этот файл. Если исправлять было что, верните и его: svodka return; "
            + "если нечего, отзовите возврат: svodka withdraw \(entry.number).",
          "all values are those of the form that was sent back on \(day(entry)) (\(entry.reason)); "
            + "this file counts now. If there was something to mend, send it back too: svodka return; "
            + "if not, take the return back: svodka withdraw \(entry.number).")
    }
  }

  private func day(_ entry: JournalEntry) -> String { TraceRemarks.day(entry.at, days) }

  private var totals: String {
    let late = summary.late.count
    if summary.arrived == 0, summary.versions.isEmpty, summary.known > 0, summary.refused == 0,
      late == 0
    {
      return say(
        "Ничего нового: файлов \(summary.files), все прочитаны раньше.",
        "Nothing new: \(summary.files) files, all read before.")
    }
    let afterClosing =
      late > 0 ? say("; пришли после закрытия: \(late)", "; after closing: \(late)") : ""
    return say(
      "Файлов: \(summary.files); новых форм: \(summary.arrived); повторных: "
        + "\(summary.versions.count); не приняты: \(summary.refused); прочитаны раньше: "
        + "\(summary.known)\(afterClosing).",
      "Files: \(summary.files); new forms: \(summary.arrived); sent again: "
        + "\(summary.versions.count); refused: \(summary.refused); read before: "
        + "\(summary.known)\(afterClosing).")
  }

  private func standing(_ period: Period) -> String {
    let rows = summary.standings[period] ?? []
    return TotalWords(
      period: period, totals: FormRegister.Totals(standings: rows),
      missing: rows.filter { $0.state == .missing }.map(\.name)
    ).text
  }
}

extension StrayForm {
  /// Whether it is that one.
  fileprivate func isOf(_ submission: Submission) -> Bool {
    file == submission.fileName && unit == submission.unit && period == submission.period
  }

  fileprivate var isOfEarlierPeriod: Bool {
    if case .ofEarlierPeriod = oddity { return true }
    return false
  }
}
