import Campaign
import Findings
import Monitoring
import Wording

/// What a run of `collect` says at its end.
struct CollectPrinter {
  let summary: CollectSummary
  let isDryRun: Bool

  var text: String {
    var lines: [String] = []
    let serious = (summary.fileFindings + summary.findings).filter { $0.severity != .notice }
    if !serious.isEmpty {
      lines.append(FindingsPrinter(findings: serious, speaker: summary.speaker).table)
      lines.append("")
    }
    let beside = summary.fileFindings.filter { $0.severity == .notice }
    if !beside.isEmpty {
      lines.append(
        say("Рядом с формами лежат и не тронуты: ", "Beside the forms, left alone: ")
          + beside.compactMap { $0.origins.first?.file }.joined(separator: "; "))
    }
    for correction in summary.corrections {
      lines.append(
        say(
          "\(correction.file): версия \(correction.version) формы \(correction.unit) за "
            + "\(correction.period), изменено значений: \(correction.changes)",
          "\(correction.file): version \(correction.version) of \(correction.unit) for "
            + "\(correction.period), values changed: \(correction.changes)"))
    }
    lines.append(totals)
    for period in summary.standings.keys.sorted() { lines.append(standing(period)) }
    if !summary.protocols.isEmpty {
      lines.append(
        say(
          "Протоколы школ: out/<период>/protocols; сводка: out/<период>/summary.html",
          "Protocols: out/<period>/protocols; summary: out/<period>/summary.html"))
    }
    if isDryRun {
      lines.append(say("Ничего не сохранено (--dry-run).", "Nothing was kept (--dry-run)."))
    }
    return lines.joined(separator: "\n")
  }

  private var totals: String {
    if summary.arrived == 0, summary.corrections.isEmpty, summary.known > 0 {
      return say(
        "Ничего нового: файлов \(summary.files), все прочитаны раньше.",
        "Nothing new: \(summary.files) files, all read before.")
    }
    return say(
      "Файлов: \(summary.files); новых форм: \(summary.arrived); исправленных: "
        + "\(summary.corrections.count); прочитаны раньше: \(summary.known).",
      "Files: \(summary.files); new forms: \(summary.arrived); corrected: "
        + "\(summary.corrections.count); read before: \(summary.known).")
  }

  private func standing(_ period: Period) -> String {
    let rows = summary.standings[period] ?? []
    let errors = rows.count { $0.state == .withErrors || $0.state == .undecided }
    let missing = rows.filter { $0.state == .missing }
    let names = missing.isEmpty ? "" : " (" + missing.map(\.name).joined(separator: ", ") + ")"
    return say(
      "\(period): ожидалось \(rows.count), поступило \(rows.count - missing.count), с ошибками "
        + "\(errors), не поступило \(missing.count)\(names)",
      "\(period): expected \(rows.count), arrived \(rows.count - missing.count), with errors "
        + "\(errors), missing \(missing.count)\(names)")
  }
}
