package import Monitoring
package import Wording

/// The words of what stands in a field, or counts there, for those who read journals and reports.
package struct StateWords {
  private let pack: SystemPack?

  /// - Parameter pack: where titles of choices stand; without it their codes are printed.
  package init(pack: SystemPack?) { self.pack = pack }

  /// «12», «да», «нет данных»; nil: the form has no such place.
  package func words(
    _ state: Observation.State?, of field: FieldCode, _ language: Language
  ) -> String {
    let isRussian = language == .ru
    switch state {
    case .given(let value): return words(value, of: field, language)
    case .withheld(let value):
      return words(value, of: field, language)
        + (isRussian ? " (не учитывается)" : " (does not count)")
    case .missing: return isRussian ? "нет данных" : "missing"
    case .notApplicable: return isRussian ? "неприменимо" : "not applicable"
    case .unreadable: return isRussian ? "не читается" : "unreadable"
    case nil: return isRussian ? "нет в форме" : "not in the form"
    }
  }

  private func words(
    _ value: Observation.Value, of field: FieldCode, _ language: Language
  ) -> String {
    switch value {
    case .number(let number): language.number(number)
    case .yesNo(let flag):
      switch language {
      case .ru: flag ? "да" : "нет"
      case .en: flag ? "yes" : "no"
      }
    case .choice(let member): title(of: member, in: field)
    case .text(let text): text
    case .date(let day): language.moment(day)
    }
  }

  private func title(of member: MemberCode, in field: FieldCode) -> String {
    guard case .choice(let dictionary)? = pack?.field(field)?.kind else { return member.rawValue }
    return pack?.classifier(dictionary)?[member]?.title ?? member.rawValue
  }
}
