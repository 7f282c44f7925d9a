extension FindingCatalogue {
  /// What can be said of decisions of the office that hold no more.
  static let decisionEntries: [Entry] = [
    Entry(
      "decision.lapsed", .notice,
      ru: .init(
        "Исправление (строка {line} журнала) больше не действует: {name}[, было {before}]"
          + "[, исправляли на {after}][, теперь в форме {now}].",
        why: "Форма говорит теперь другое, чем когда её исправляли; учитывается то, что в форме.",
        mend: "Если и новое значение неверно, исправьте его снова: svodka correct."),
      en: .init(
        "The correction (line {line} of the journal) holds no more: {name}[, was {before}]"
          + "[, corrected to {after}][, the form now says {now}].",
        why: "The form says something else than when it was corrected; what it says counts.",
        mend: "If the new value is wrong too, correct it again: svodka correct."),
      toUnit: .init(
        "Исправление, которое внесло управление, больше не действует: {name}[, было {before}]"
          + "[, исправляли на {after}][, теперь в форме {now}].",
        why: "Форма говорит теперь другое, чем когда её исправляли; учитывается то, что в форме.",
        mend: "")),
    Entry(
      "decision.acceptance-lapsed", .notice,
      ru: .init(
        "Решение учесть значение (строка {line} журнала) больше не действует: {name}[, {code}].",
        why: "Замечание теперь о других значениях, чем те, которые решили учесть.",
        mend: "Если и новые значения верны, примите замечание снова: svodka accept."),
      en: .init(
        "The acceptance (line {line} of the journal) holds no more: {name}[, {code}].",
        why: "The finding is about other values now than those that were accepted.",
        mend: "If the new values are right too, accept the finding again: svodka accept."),
      toUnit: .init(
        "Решение управления учесть значение больше не действует: {name}.",
        why: "Замечание теперь о других значениях, чем те, которые решили учесть.",
        mend: "")),
  ]
}
