import Campaign
import Wording

/// What a run of `forms` says at its end.
struct FormsPrinter {
  let issued: IssuedFiles
  let isDryRun: Bool

  private var edited: [WrittenDocuments.Document] {
    issued.documents.filter { $0.outcome == .besideEdited }
  }

  var text: String {
    var lines =
      isDryRun ? issued.documents.map { "  \($0.path)" } : edited.map { "  !  \($0.path)" }
    let written = issued.documents.count { $0.outcome == .written }
    let same = issued.documents.count { $0.outcome == .unchanged }
    let units = Language.ru.counted(issued.units, "школы", "школ", "школ")
    let files = Language.ru.counted(issued.documents.count, "файл", "файла", "файлов")
    lines.append(
      say(
        "Бланки за \(issued.period) год для \(units) — \(files) в \(issued.folder): "
          + (isDryRun ? "будет записано " : "записано ") + "\(written), без изменений \(same).",
        "Blank forms of \(issued.period) for \(issued.units) schools: \(issued.documents.count) "
          + "files in \(issued.folder), \(written) " + (isDryRun ? "to write" : "written")
          + ", \(same) unchanged."))
    if !edited.isEmpty {
      lines.append(
        say(
          "Вы правили файлов: \(edited.count). Они не тронуты, новые лежат рядом с пометкой "
            + "«(новый)».",
          "You edited \(edited.count) files. They stay; the new ones stand beside them as "
            + "«(новый)»."))
    }
    if !issued.stale.isEmpty {
      let count = issued.stale.count
      lines.append(
        say(
          "Устарели, такой школы в этом году нет (переименована, закрыта, слита): \(count). Не "
            + "рассылайте их; лишние удалите сами:",
          "Out of date, no unit is called so this year (renamed, closed, merged): \(count). Do not "
            + "send them out; delete what you do not need:"))
      lines += issued.stale.map { "  ?  \($0)" }
    }
    if isDryRun {
      lines.append(say("Ничего не записано (--dry-run).", "Nothing was written (--dry-run)."))
    }
    return lines.joined(separator: "\n")
  }
}
