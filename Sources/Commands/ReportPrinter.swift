import Campaign
import Wording

/// What a run of `report` says at its end.
struct ReportPrinter {
  let written: WrittenDocuments
  let isDryRun: Bool

  var text: String {
    // A document a school is one line of its folder, not a line each.
    var lines = written.documents
      .filter { !$0.path.contains("/") || $0.outcome == .besideEdited }
      .map { document in "  \(mark(document.outcome))  \(document.path)" }
    let folders = Dictionary(
      grouping: written.documents.filter { $0.path.contains("/") },
      by: { $0.path.split(separator: "/").first.map(String.init) ?? "" })
    lines += folders.sorted { $0.key < $1.key }.map { folder, documents in
      "  +  \(folder)/ (\(documents.count))"
    }
    let edited = written.documents.count { $0.outcome == .besideEdited }
    let signed = written.documents.count { $0.outcome == .besideSigned }
    let new = written.documents.count { $0.outcome == .written }
    let same = written.documents.count { $0.outcome == .unchanged }
    let count = Language.ru.counted(written.documents.count, "файл", "файла", "файлов")
    lines.append(
      say(
        "\(count) в \(written.folder): записано \(new), без изменений "
          + "\(same).",
        "\(written.documents.count) files in \(written.folder): \(new) written, "
          + "\(same) unchanged."))
    if signed > 0 {
      lines.append(
        say(
          "Подписанные документы сохранены: \(signed); новые лежат рядом с пометкой «(новый)».",
          "Signed documents stay: \(signed); the new ones stand beside them as «(новый)»."))
    }
    if edited > 0 {
      lines.append(
        say(
          "Вы правили файлов: \(edited). Они не тронуты, новые лежат рядом с пометкой «(новый)».",
          "You edited \(edited) files. They stay; the new ones stand beside them as «(новый)»."))
    }
    if written.isDraft {
      lines.append(
        say(
          "Документы помечены «ПРОЕКТ»: данные \(written.arrived) из "
            + Language.ru.counted(written.expected, "школы", "школ", "школ") + ", "
            + "период \(written.period) не закрыт.",
          "The documents say «ПРОЕКТ» (draft): data of \(written.arrived) of \(written.expected) "
            + "schools, the period \(written.period) is not locked."))
    }
    if isDryRun {
      lines.append(say("Ничего не записано (--dry-run).", "Nothing was written (--dry-run)."))
    }
    return lines.joined(separator: "\n")
  }

  private func mark(_ outcome: DocumentShelf.Outcome) -> String {
    switch outcome {
    case .written: "+"
    case .unchanged: "="
    case .besideEdited: "!"
    case .besideSigned: "+"
    }
  }
}
