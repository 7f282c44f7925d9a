import Campaign
import Foundation
import Monitoring
import Wording

/// What `new-period` did, and what is to be done next.
struct NewPeriodPrinter {
  let begun: BegunPeriod
  let campaign: OpenCampaign
  let isDryRun: Bool

  /// Files and units named in one line.
  private static let named = 12

  var text: String {
    var lines = [head, pack]
    lines.append(
      say("Формы сдадут: \(begun.expected).", "Forms are expected of \(begun.expected)."))
    lines += [
      changes(say("Открыты", "Opened"), begun.opened, begun.period),
      changes(say("Закрыты", "Closed"), begun.closed, begun.before),
      changes(say("Слиты из нескольких", "Merged of several"), begun.merged, begun.period),
      changes(say("Разделены", "Split"), begun.split, begun.before),
      changes(say("Переименованы", "Renamed"), begun.renamed, begun.period),
    ].compactMap(\.self)
    if !begun.isBeforeClosed {
      lines.append(
        say(
          "ВНИМАНИЕ: период \(begun.before) не закрыт, его значения ещё могут измениться. Закройте: "
            + "svodka lock --period \(begun.before)",
          "NOTE: the period \(begun.before) is not closed, its values may still change. Close it: "
            + "svodka lock --period \(begun.before)"))
    }
    lines.append(next)
    return lines.joined(separator: "\n")
  }

  private var head: String {
    if begun.isUnchanged {
      return say(
        "Период \(begun.period) уже начат, менять нечего.",
        "The period \(begun.period) has begun already; nothing is left to do.")
    }
    let done =
      isDryRun
      ? say("Будет начат период \(begun.period)", "Would begin the period \(begun.period)")
      : say("Начат период \(begun.period)", "The period \(begun.period) has begun")
    guard let deadline = begun.deadline.flatMap({ CalendarDate(iso: $0) }) else {
      return done + "."
    }
    let day = Speech.language.longDate(deadline)
    let guessed =
      begun.isDeadlineGuessed
      ? say(
        " (через год после прошлого; поправьте в campaign.yaml, если он другой)",
        " (a year after the last one; mend it in campaign.yaml if it is another)") : ""
    let text = done + say(", срок — \(day)", ", the deadline is \(day)") + guessed
    // A Russian day ends with the full stop of «г.».
    return Typography.stopped(text)
  }

  private var pack: String {
    let folder = "system/\(begun.period)"
    return switch begun.pin {
    case .there: say("Пакет уже в \(folder)", "The pack is in \(folder) already") + different
    case .kept:
      say(
        "Пакет прошлого года скопирован в \(folder).", "Last year's pack was copied to \(folder).")
    case .renewed(let from):
      say("Пакет взят из \(from) в \(folder)", "The pack was taken from \(from) into \(folder)")
        + different
    }
  }

  private var different: String {
    guard !begun.changedFiles.isEmpty else {
      return say("; он такой же, как в прошлом году.", "; it is the same as last year's.")
    }
    return say("; отличаются от прошлого года: ", "; not as last year: ")
      + listed(begun.changedFiles) + "."
  }

  private func changes(_ title: String, _ units: [UnitCode], _ period: Period) -> String? {
    guard !units.isEmpty else { return nil }
    let names = units.map { campaign.register[$0]?.name(in: period).short ?? $0.rawValue }
    return "\(title) (\(units.count)): \(listed(names))."
  }

  private func listed(_ names: [String]) -> String {
    names.prefix(Self.named).joined(separator: "; ") + (names.count > Self.named ? "; …" : "")
  }

  private var next: String {
    let folder = campaign.folder.root.lastPathComponent
    return say(
      "Дальше: поправьте реестр школ, если что-то изменилось, и выпустите бланки: svodka forms "
        + folder,
      "Next: mend the register of schools where something has changed, and write the blanks: svodka "
        + "forms \(folder)")
  }
}
