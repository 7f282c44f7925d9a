import Analysis
import Campaign
import ExactNumbers
import Findings
import Monitoring
import Wording

/// What a trace says beside the cells: what was signed, and where a signed table was taken from.
struct TraceRemarks {
  private let traced: TracedValue

  init(_ traced: TracedValue) { self.traced = traced }

  var lines: [String] { revision + origin }

  private var revision: [String] {
    guard let revision = traced.revision else { return [] }
    let date = revision.at.map { say(", уточнено ", ", revised ") + day($0) }
    return [
      say("Подписано: ", "Signed: ") + Self.value(revision.signed) + " ("
        + day(revision.signing.at) + "); " + say("теперь: ", "now: ")
        + (revision.now.map(Self.value) ?? say("не рассчитывается", "not reckoned"))
        + (date ?? say(", период не открывали", ", the period was not opened"))
    ] + revision.causes.map { "    " + Self.cause($0, days) }
  }

  private var origin: [String] {
    guard let imported = traced.trace.value.imported, let entry = traced.importedBy else {
      return []
    }
    return [
      "    " + Self.place(of: imported),
      say(
        "Принято по подписанной таблице: \(entry.author), \(day(entry.at)), запись журнала "
          + "№ \(entry.number): \(entry.reason). К ячейкам форм не прослеживается.",
        "Taken over from a signed table: \(entry.author), \(day(entry.at)), line "
          + "\(entry.number) of the journal: \(entry.reason). It goes back no further."),
    ]
  }

  /// «i3_3 = 34,8 % ← итоги.xlsx › Лист1!C7».
  static func place(of imported: IndicatorValue.Imported) -> String {
    let origin = imported.origin
    return "\(origin.rawText.isEmpty ? "∅" : origin.rawText)  ← \(origin.file) › \(origin.place)"
  }

  static func value(_ value: IndicatorValue, _ imported: IndicatorValue.Imported) -> String {
    "= " + Self.value(value) + say(", по подписанной таблице", ", from a signed table")
  }

  static func value(_ value: IndicatorValue) -> String {
    let language = Speech.language
    guard let exact = value.exact else { return value.state.words(language) }
    switch value.kind {
    case .count: return language.number(value.numerator)
    case .share:
      let decimals = value.isPercentOnly ? value.imported?.decimals ?? 1 : 1
      let percent = language.percent(exact, decimals: decimals)
      guard let denominator = value.denominator else { return percent }
      return "\(percent) (\(language.number(value.numerator)) / \(language.number(denominator)))"
    }
  }

  static func cause(_ entry: JournalEntry, _ days: CampaignDays) -> String {
    "№ \(entry.number), \(day(entry.at, days)), \(act(entry.act)), \(entry.author): \(entry.reason)"
  }

  /// «20.01.2022», by the clocks of the campaign.
  static func day(_ stamp: String, _ days: CampaignDays) -> String {
    (days.day(of: stamp) ?? CalendarDate(iso: stamp)).map(Speech.language.shortDate) ?? stamp
  }

  private var days: CampaignDays { traced.campaign.days }

  private func day(_ stamp: String) -> String { Self.day(stamp, days) }

  private static func act(_ act: JournalEntry.Act) -> String {
    switch act {
    case .correct: say("исправлено", "corrected")
    case .accept: say("принято", "accepted")
    case .returnForm: say("возвращено", "returned")
    case .scan: say("скан", "scan")
    case .lock: say("закрыт период", "locked")
    case .unlock: say("открыт период", "unlocked")
    case .importResults: say("принята таблица", "imported")
    case .newPeriod: say("новый период", "new period")
    case .withdraw: say("отозвано", "withdrawn")
    }
  }
}
