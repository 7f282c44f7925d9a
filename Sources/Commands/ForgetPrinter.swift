import Campaign
import Wording

/// What `forget` prints.
struct ForgetPrinter {
  let summary: ForgetSummary

  var text: String {
    (destroyed + remaining + unopened + waiting + end).joined(separator: "\n")
  }

  private var destroyed: [String] {
    guard !summary.destroyed.isEmpty else { return [] }
    let head =
      summary.isDryRun
      ? say("Будет удалено:", "Would be destroyed:") : say("Удалено:", "Destroyed:")
    return [head] + summary.destroyed.map { "  \($0.path)  SHA-256 \($0.hash)" }
  }

  private var remaining: [String] {
    guard !summary.remaining.isEmpty else { return [] }
    return [say("Списки остались:", "Rosters are still here:")]
      + summary.remaining.map {
        "  \($0.file.path)  SHA-256 \($0.file.hash)\n    \(advice($0.place))"
      }
  }

  private var unopened: [String] {
    guard !summary.unopened.isEmpty else { return [] }
    return [say("Не удалось просмотреть:", "Could not be looked into:")]
      + summary.unopened.map {
        "  \($0.path)\n    \(say($0.reason.russian, $0.reason.english))"
      }
  }

  private func advice(_ place: FileCopies.Place) -> String {
    switch place {
    case .inbox:
      say(
        "Удалите файл сами или запустите forget с ключом --inbox.",
        "Delete it yourself, or run forget with --inbox.")
    case .archive:
      say(
        "Архив не изменён: удалите из него этот файл или удалите архив.",
        "The archive was not changed: take this file out of it, or delete the archive.")
    case .elsewhere:
      say("Эту копию сделала не программа: удалите её сами.", "Not ours: delete it yourself.")
    }
  }

  private var waiting: [String] {
    guard !summary.waiting.isEmpty, let term = summary.term else { return [] }
    let day = CalendarDate(iso: term).map(Speech.language.longDate) ?? term
    return [
      say("Хранятся по \(day) включительно:", "Kept until \(day), that day included:")
    ] + summary.waiting.map { "  \($0.path)  SHA-256 \($0.hash)" }
  }

  private var end: [String] {
    if let act = summary.act {
      let proof: [String] =
        switch (summary.remaining.isEmpty, summary.unopened.isEmpty) {
        case (false, _): []
        case (true, true):
          [
            say(
              "Проверено: в папке кампании файлов с этими контрольными суммами нет.",
              "Proved: no file with these hashes is left in the campaign's folder.")
          ]
        case (true, false):
          [
            say(
              "В том, что просмотрено, файлов с этими контрольными суммами нет.",
              "In what was looked into no file with these hashes is left.")
          ]
        }
      return proof + [say("Акт об уничтожении: \(act)", "The act of destruction: \(act)")]
    }
    if summary.destroyed.isEmpty, summary.remaining.isEmpty, summary.waiting.isEmpty {
      return [say("Удалять нечего.", "There is nothing to destroy.")]
    }
    return []
  }
}
