import Monitoring
import Wording

/// Values as a protocol prints what changed.
struct StateWords: Sendable {
  /// Characters of a text that are printed.
  private static let longestText = 80

  let pack: SystemPack

  /// «12», «да», «пусто»; a text of a person's name and the like is not repeated.
  func words(_ state: Observation.State?, of field: FieldCode) -> String {
    switch state {
    case .none, .missing: "пусто"
    case .notApplicable: Mark.dash
    case .unreadable: "не прочитано"
    case .given(let value), .withheld(let value): words(value, pack.field(field))
    }
  }

  private func words(_ value: Observation.Value, _ field: FormField?) -> String {
    if field?.isPersonal ?? false { return "текст" }
    switch value {
    case .number(let number): return Language.ru.number(number)
    case .yesNo(let isYes): return isYes ? "да" : "нет"
    case .date(let day): return CalendarDate(iso: day).map(Language.ru.shortDate) ?? day
    case .text(let text):
      return text.count > Self.longestText ? text.prefix(Self.longestText) + "…" : text
    case .choice(let member):
      guard case .choice(let dictionary)? = field?.kind else { return member.rawValue }
      return pack.classifier(dictionary)?[member]?.title ?? member.rawValue
    }
  }
}
