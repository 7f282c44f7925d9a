extension FindingCatalogue {
  /// What stood in a cell and could not be taken as a value.
  private static let unreadableEntries: [Entry] = [
    Entry(
      "cell.not-a-number", .error,
      ru: .init(
        "«{label}»: «{value}» – не число ({place}).",
        why: "Значение не учтено; нулём оно не считается.",
        mend: "Впишите число; если показатель неприменим, поставьте «–»."),
      en: .init(
        "“{label}”: “{value}” is no number ({place}).",
        why: "The value is not counted; it does not count as zero.",
        mend: "Write a number; where it does not apply, write “–”.")),
    Entry(
      "cell.not-whole", .error,
      ru: .init(
        "«{label}»: {value} – не целое число ({place}).",
        why: "Считаются люди или предметы; дробное значение не учтено.",
        mend: "Впишите целое число."),
      en: .init(
        "“{label}”: {value} is not whole ({place}).",
        why: "Persons or things are counted; the value is not.",
        mend: "Write a whole number.")),
    Entry(
      "cell.negative", .error,
      ru: .init(
        "«{label}»: {value} меньше нуля ({place}).",
        why: "Такого значения быть не может, оно не учтено.",
        mend: "Впишите число не меньше нуля."),
      en: .init(
        "“{label}”: {value} is below zero ({place}).",
        why: "There can be no such value; it is not counted.",
        mend: "Write a number not below zero.")),
    Entry(
      "cell.percent-for-count", .error,
      ru: .init(
        "«{label}»: вписан процент ({value}), а нужно число ({place}).",
        why: "Доля вместо числа не учтена.",
        mend: "Впишите число и снимите с ячейки формат «Процентный»."),
      en: .init(
        "“{label}”: a percentage stands there ({value}) instead of a number ({place}).",
        why: "A share in place of a number is not counted.",
        mend: "Write the number and take the percentage format off the cell.")),
    Entry(
      "cell.error", .error,
      ru: .init(
        "«{label}»: формула выдаёт ошибку {value} ({place}).",
        why: "Значения нет; нулём оно не считается.",
        mend: "Исправьте формулу или впишите число."),
      en: .init(
        "“{label}”: the formula gives the error {value} ({place}).",
        why: "There is no value; it does not count as zero.",
        mend: "Mend the formula or write the number.")),
    Entry(
      "cell.no-result", .error,
      ru: .init(
        "«{label}»: в ячейке формула без вычисленного значения ({place}).",
        why: "Файл сохранён программой, которая формул не считает; значения нет.",
        mend: "Откройте файл в Excel или LibreOffice, сохраните и пришлите снова."),
      en: .init(
        "“{label}”: the cell holds a formula without a stored result ({place}).",
        why: "The file was saved by a program that does not compute; there is no value.",
        mend: "Open the file in Excel or LibreOffice, save it and send it again.")),
    Entry(
      "cell.not-yes-no", .error,
      ru: .init(
        "«{label}»: «{value}» – не «да» и не «нет» ({place}).",
        why: "Ответ не понят и не учтён.",
        mend: "Впишите «да» или «нет»."),
      en: .init(
        "“{label}”: “{value}” is neither yes nor no ({place}).",
        why: "The answer was not understood and is not counted.",
        mend: "Write «да» or «нет».")),
    Entry(
      "cell.not-a-choice", .error,
      ru: .init(
        "«{label}»: «{value}» – не из списка ({place}). Допустимо: {candidates}.",
        why: "Ответ не понят и не учтён.",
        mend: "Выберите значение из списка."),
      en: .init(
        "“{label}”: “{value}” is not in the list ({place}). Allowed: {candidates}.",
        why: "The answer was not understood and is not counted.",
        mend: "Choose a value from the list.")),
    Entry(
      "cell.not-a-date", .error,
      ru: .init(
        "«{label}»: «{value}» – не дата ({place}).",
        why: "Дата не понята и не учтена.",
        mend: "Впишите дату в виде 31.03.2021."),
      en: .init(
        "“{label}”: “{value}” is no date ({place}).",
        why: "The date was not understood and is not counted.",
        mend: "Write the date as 31.03.2021.")),
    Entry(
      "cell.merged", .error,
      ru: .init(
        "«{label}»: ячейка {place} скрыта под объединением с {anchor} (под ним: {value}).",
        why: "В объединении видна только первая ячейка; что должно быть здесь, неясно.",
        mend: "Разъедините ячейки и впишите значение в каждую."),
      en: .init(
        "“{label}”: {place} is hidden under a merge with {anchor} (under it: {value}).",
        why: "Only the first cell of a merge shows; what belongs here is not clear.",
        mend: "Unmerge the cells and write the value in each.")),
    Entry(
      "cell.lost", .error,
      ru: .init(
        "«{label}»: запись ячейки повреждена ({place}).",
        why: "Значение прочитать не удалось.",
        mend: "Впишите значение заново и сохраните файл."),
      en: .init(
        "“{label}”: the cell is damaged in the file ({place}).",
        why: "Its value could not be read.",
        mend: "Write the value again and save the file.")),
  ]

  /// What was understood, or is lacking without being wrong.
  private static let understoodEntries: [Entry] = [
    Entry(
      "cell.missing", .warning,
      ru: .init(
        "«{label}»: не заполнено ({place}).",
        why: "Пустая ячейка – не ноль; в расчёт организация по этому показателю не войдёт.",
        mend: "Впишите значение; если показать нечего, поставьте 0."),
      en: .init(
        "“{label}”: left empty ({place}).",
        why: "An empty cell is no zero; the unit does not count in this indicator.",
        mend: "Write the value; where there is nothing to show, write 0.")),
    Entry(
      "cell.row-empty", .warning,
      ru: .init(
        "Строка «{row}»: не заполнена ни одна графа ({place}).",
        why: "Пустая строка – не нули; в расчёт она не войдёт.",
        mend: "Заполните строку; если показать нечего, поставьте в первой графе 0."),
      en: .init(
        "The row “{row}” is left empty ({place}).",
        why: "An empty row is no row of zeros; it does not count.",
        mend: "Fill it in; where there is nothing to show, write 0 in its first column.")),
    Entry(
      "cell.text-number", .notice,
      ru: .init(
        "«{label}»: текст «{value}» прочитан как число {number} ({place}).",
        why: "В ячейке текст, а не число; формулы книги такое значение пропускают.",
        mend: "Впишите число без слов и пробелов, снимите с ячейки формат «Текстовый»."),
      en: .init(
        "“{label}”: the text “{value}” was read as the number {number} ({place}).",
        why: "The cell holds text; the workbook’s formulas skip such a value.",
        mend: "Write the number without words and spaces, take the text format off.")),
    Entry(
      "cell.long-number", .notice,
      ru: .init(
        "«{label}»: у числа «{value}» больше знаков, чем хранит программа; "
          + "взято {number} ({place}).",
        why: "Лишние знаки появляются при вычислениях и отброшены.",
        mend: "Проверьте значение."),
      en: .init(
        "“{label}”: the number “{value}” has more digits than can be held; "
          + "{number} was taken ({place}).",
        why: "Such digits come from computing and were dropped.",
        mend: "Check the value.")),
  ]

  static let cellEntries = unreadableEntries + understoodEntries
}
