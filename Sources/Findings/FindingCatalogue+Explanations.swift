extension FindingCatalogue {
  /// What can be said of the explanations that a unit wrote in its form.
  static let explanationEntries: [Entry] = [
    Entry(
      "explanation.unmatched", .notice,
      ru: .init(
        "Пояснение в строке {row} листа не относится ни к одному вопросу[: «{value}»].",
        why: "Вопроса с таким кодом или ячейкой нет, а может быть, неясно, о каком листе речь.",
        mend: "Если вопрос уже снят, делать ничего не нужно. Иначе впишите код замечания из "
          + "протокола или лист и ячейку, например: Кадры!C14."),
      en: .init(
        "The explanation in row {row} of the sheet is about no open question[: “{value}”].",
        why: "There is none of that code or cell, or it is not clear which sheet is meant.",
        mend: "If the question is settled, nothing has to be done. Otherwise give the code of the "
          + "finding, or sheet and cell, such as Кадры!C14.")),
    Entry(
      "explanation.empty", .warning,
      ru: .init(
        "Пояснение в строке {row} листа ничего не объясняет.",
        why: "Вопрос, к которому оно относится, остаётся открытым.",
        mend: "Напишите несколькими словами, почему так."),
      en: .init(
        "The explanation in row {row} of the sheet explains nothing.",
        why: "The question that it is about stays open.",
        mend: "Write in a few words why it is so.")),
    Entry(
      "explanation.error-stays", .notice,
      ru: .init(
        "Пояснение в строке {row} листа относится к ошибке ({codes}): пояснением она не снимается.",
        why: "Поясняют вопросы; значение с ошибкой не входит в расчёт, пока его не исправят.",
        mend: "Исправьте значение и пришлите форму ещё раз."),
      en: .init(
        "The explanation in row {row} of the sheet is about an error ({codes}) and does not "
          + "close it.",
        why: "Questions are explained; a wrong value does not count until it is mended.",
        mend: "Mend the value and send the form again.")),
  ]
}
