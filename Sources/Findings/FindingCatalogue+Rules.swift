extension FindingCatalogue {
  /// What can be said of the rules of a pack, beside what they say themselves.
  static let ruleEntries: [Entry] = [
    Entry(
      "rule.broken", .error,
      ru: .init(
        "Правило «{rule}» не удалось вычислить.",
        why: "Значения этим правилом не проверены. Это ошибка комплекта, а не формы.",
        mend: "Исправьте правило в комплекте (файл rules.yaml)."),
      en: .init(
        "The rule “{rule}” could not be evaluated: {detail}.",
        why: "The values were not checked by it. This is a fault of the pack, not of the form.",
        mend: "Mend the rule in the pack (file rules.yaml)."))
  ]
}
