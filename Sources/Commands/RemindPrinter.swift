import Campaign
import Monitoring
import Wording

/// To whom reminders were written.
struct RemindPrinter {
  let summary: ReminderSummary
  let campaign: OpenCampaign
  let isDryRun: Bool

  var text: String {
    if let closing = summary.closing { return closed(by: closing) }
    var lines: [String] = []
    if !summary.letters.isEmpty {
      var table = TextTable([
        (say("Организация", "Unit"), .left), (say("Почему", "Why"), .left),
        (say("Адрес", "Address"), .left), (say("Бланк", "Blank"), .left),
        (say("Письмо", "Letter"), .left),
      ])
      for letter in summary.letters {
        table.add([
          name(letter.unit), why(letter.reason),
          letter.hasAddress ? say("есть", "yes") : say("НЕТ", "NO"),
          letter.hasBlank ? say("приложен", "attached") : "", state(letter),
        ])
      }
      lines += [table.text, ""]
    }
    let without = summary.letters.filter { !$0.hasAddress }.map { name($0.unit) }
    if !without.isEmpty {
      lines.append(
        say(
          "Без адреса в реестре (впишите его в письмо сами): ",
          "Without an address in the register (type it into the letter): ")
          + without.joined(separator: "; "))
    }
    lines += answered
    lines.append(total)
    return lines.joined(separator: "\n")
  }

  private func closed(by entry: JournalEntry) -> String {
    let day = TraceRemarks.day(entry.at, campaign.days)
    return say(
      "Период \(summary.period) закрыт \(day), подписано: \(entry.author), \(entry.closingReason). "
        + "Напоминания не написаны: формы, которые придут теперь, не учитываются. Чтобы собирать "
        + "их, откройте период: svodka unlock; чтобы всё же написать — ключ --anyway.",
      "The period \(summary.period) was closed on \(day), signed by \(entry.author): "
        + "\(entry.closingReason). No reminders were written: forms that come now do not count. "
        + "To collect them, open the period: svodka unlock; to write all the same, give --anyway.")
  }

  private var answered: [String] {
    var lines: [String] = []
    if !summary.removed.isEmpty {
      lines.append(
        say(
          "Напоминать больше не о чем, письма убраны: ",
          "Nothing to remind of any more, letters taken away: ")
          + summary.removed.map(name).joined(separator: "; "))
    }
    if !summary.kept.isEmpty {
      lines.append(
        say(
          "Напоминать больше не о чем, но вы правили письма — они остались: ",
          "Nothing to remind of any more, but you edited the letters, which stay: ")
          + summary.kept.map(name).joined(separator: "; "))
    }
    return lines
  }

  private var total: String {
    let count = summary.letters.count
    guard count > 0 else { return say("Напоминать некому.", "There is nobody to remind.") }
    return isDryRun
      ? say("Было бы писем: \(count).", "Would write \(count) letters.")
      : say("Писем: \(count), в \(summary.folder)", "Letters: \(count), in \(summary.folder)")
  }

  private func name(_ unit: UnitCode) -> String {
    campaign.register[unit]?.name(in: summary.period).short ?? unit.rawValue
  }

  private func why(_ reason: ReminderSummary.Reason) -> String {
    switch reason {
    case .awaited: say("ещё не сдала", "not handed in yet")
    case .missing: say("не сдала, срок истёк", "not handed in, overdue")
    case .undecided: say("несколько файлов", "several files")
    case .errors: say("есть ошибки", "has errors")
    case .returned: say("возвращена", "sent back")
    case .refused: say("файл не принят", "file refused")
    }
  }

  private func state(_ letter: ReminderSummary.Letter) -> String {
    let path = letter.document.path
    return switch letter.document.outcome {
    case .written: path
    case .unchanged: path + say(" (без изменений)", " (unchanged)")
    case .besideEdited: path + say(" (рядом с правленым)", " (beside the edited one)")
    case .besideSigned: path + say(" (рядом с подписанным)", " (beside the signed one)")
    }
  }
}
