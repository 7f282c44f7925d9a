extension FindingCatalogue {
  /// What stood in a cell and could not be taken as a value.
  private static let unreadableEntries: [Entry] = [
    Entry(
      "cell.not-a-number", .error,
      ru: .init(
        "«{label}»: «{value}» — не число.",
        why: "Значение не учтено; нулём оно не считается.",
        mend: "Если таких нет, поставьте 0; если сведений нет, оставьте ячейку пустой; "
          + "[если показатель неприменим, поставьте «{dash}»; ]иначе впишите число."),
      en: .init(
        "“{label}”: “{value}” is no number.",
        why: "The value is not counted; it does not count as zero.",
        mend: "If there are none, write 0; if nothing is known, leave the cell empty; "
          + "[where it does not apply, write “{dash}”; ]else write a number.")),
    Entry(
      "cell.flag-for-number", .error,
      ru: .init(
        "«{label}»: логическое значение {value} вместо числа.",
        why: "Значение не учтено; нулём оно не считается.",
        mend: "Впишите число; если таких нет, поставьте 0."),
      en: .init(
        "“{label}”: the logical value {value} instead of a number.",
        why: "The value is not counted; it does not count as zero.",
        mend: "Write a number; if there are none, write 0.")),
    Entry(
      "cell.date-for-number", .error,
      ru: .init(
        "«{label}»: дата {value} вместо числа.",
        why: "Табличная программа превращает в даты записи вроде «12.3»; значение не учтено.",
        mend: "Снимите с ячейки формат «Дата» и впишите число заново."),
      en: .init(
        "“{label}”: the date {value} instead of a number.",
        why: "Spreadsheet programs turn entries such as “12.3” into dates; it is not counted.",
        mend: "Take the date format off the cell and write the number again.")),
    Entry(
      "cell.too-large", .error,
      ru: .init(
        "«{label}»: число {value} слишком велико.",
        why: "Наибольшее допустимое — {limit}; значение не учтено.",
        mend: "Впишите верное число."),
      en: .init(
        "“{label}”: the number {value} is too large.",
        why: "The greatest that is taken is {limit}; the value is not counted.",
        mend: "Write the right number.")),
    Entry(
      "cell.not-whole", .error,
      ru: .init(
        "«{label}»: {value} — не целое число.",
        why: "Считаются люди или предметы; дробное значение не учтено.",
        mend: "Впишите целое число."),
      en: .init(
        "“{label}”: {value} is not whole.",
        why: "Persons or things are counted; the value is not.",
        mend: "Write a whole number.")),
    Entry(
      "cell.negative", .error,
      ru: .init(
        "«{label}»: {value} меньше нуля.",
        why: "Такого значения быть не может, оно не учтено.",
        mend: "Впишите число не меньше нуля."),
      en: .init(
        "“{label}”: {value} is below zero.",
        why: "There can be no such value; it is not counted.",
        mend: "Write a number not below zero.")),
    Entry(
      "cell.percent-for-count", .error,
      ru: .init(
        "«{label}»: вписан процент ({value}), а нужно число.",
        why: "Доля вместо числа не учтена.",
        mend: "Впишите число[ без знака «{sign}»][ и снимите с ячейки формат «{format}»]."),
      en: .init(
        "“{label}”: a percentage stands there ({value}) instead of a number.",
        why: "A share in place of a number is not counted.",
        mend: "Write the number[ without “{sign}”][ and take the percentage format (“{format}”) "
          + "off the cell].")),
    Entry(
      "cell.error", .error,
      ru: .init(
        "«{label}»: формула выдаёт ошибку {value}.",
        why: "Значения нет; нулём оно не считается.",
        mend: "Исправьте формулу или впишите число."),
      en: .init(
        "“{label}”: the formula gives the error {value}.",
        why: "There is no value; it does not count as zero.",
        mend: "Mend the formula or write the number.")),
    Entry(
      "cell.error-text", .error,
      ru: .init(
        "«{label}»: вместо значения — текст ошибки «{value}».",
        why: "Так выглядит скопированный результат сломанной формулы; нулём он не считается.",
        mend: "Впишите число; если формула нужна, исправьте её."),
      en: .init(
        "“{label}”: the text of an error, “{value}”, stands in place of a value.",
        why: "The result of a broken formula looks so when copied; it does not count as zero.",
        mend: "Write the number; if the formula is needed, mend it.")),
    Entry(
      "cell.no-result", .error,
      ru: .init(
        "«{label}»: в ячейке формула без вычисленного значения.",
        why: "Файл сохранён программой, которая формул не считает; значения нет.",
        mend: "Откройте файл в Excel или LibreOffice, сохраните и пришлите снова."),
      en: .init(
        "“{label}”: the cell holds a formula without a stored result.",
        why: "The file was saved by a program that does not compute; there is no value.",
        mend: "Open the file in Excel or LibreOffice, save it and send it again.")),
    Entry(
      "cell.not-yes-no", .error,
      ru: .init(
        "«{label}»: «{value}» — не «да» и не «нет».",
        why: "Ответ не понят и не учтён.",
        mend: "Впишите «да» или «нет»."),
      en: .init(
        "“{label}”: “{value}” is neither yes nor no.",
        why: "The answer was not understood and is not counted.",
        mend: "Write «да» or «нет».")),
    Entry(
      "cell.not-a-choice", .error,
      ru: .init(
        "«{label}»: «{value}» — не из списка. Допустимо: {candidates}.",
        why: "Ответ не понят и не учтён.",
        mend: "Выберите значение из списка."),
      en: .init(
        "“{label}”: “{value}” is not in the list. Allowed: {candidates}.",
        why: "The answer was not understood and is not counted.",
        mend: "Choose a value from the list.")),
    Entry(
      "cell.not-a-date", .error,
      ru: .init(
        "«{label}»: «{value}» — не дата.",
        why: "Дата не понята и не учтена.",
        mend: "Впишите дату в виде 31.03.2021."),
      en: .init(
        "“{label}”: “{value}” is no date.",
        why: "The date was not understood and is not counted.",
        mend: "Write the date as 31.03.2021.")),
    Entry(
      "cell.merged", .error,
      ru: .init(
        "«{label}»: ячейка скрыта под объединением с {anchor} (под ним: {value}).",
        why: "В объединении видна только первая ячейка; что должно быть здесь, неясно.",
        mend: "Разъедините ячейки и впишите значение в каждую."),
      en: .init(
        "“{label}”: the cell is hidden under a merge with {anchor} (under it: {value}).",
        why: "Only the first cell of a merge shows; what belongs here is not clear.",
        mend: "Unmerge the cells and write the value in each.")),
    Entry(
      "cell.lost", .error,
      ru: .init(
        "«{label}»: запись ячейки повреждена.",
        why: "Значение прочитать не удалось.",
        mend: "Впишите значение заново и сохраните файл."),
      en: .init(
        "“{label}”: the cell is damaged in the file.",
        why: "Its value could not be read.",
        mend: "Write the value again and save the file.")),
  ]

  /// What was understood, or is lacking without being wrong.
  private static let understoodEntries: [Entry] = [
    Entry(
      "cell.missing", .warning,
      ru: .init(
        "«{label}»: не заполнено.",
        why: "Пустая ячейка — не ноль; в расчёт организация по этому показателю не войдёт.",
        mend: "Впишите значение; если таких нет, поставьте 0; если сведений нет, сообщите об этом."),
      en: .init(
        "“{label}”: left empty.",
        why: "An empty cell is no zero; the unit does not count in this indicator.",
        mend: "Write the value; where there is nothing to show, write 0.")),
    Entry(
      "cell.row-empty", .warning,
      ru: .init(
        "Строка «{row}»: не заполнена ни одна графа.",
        why: "Пустая строка — не нули; в расчёт она не войдёт.",
        mend: "Заполните строку; если таких нет, поставьте в первой графе 0."),
      en: .init(
        "The row “{row}” is left empty.",
        why: "An empty row is no row of zeros; it does not count.",
        mend: "Fill it in; where there is nothing to show, write 0 in its first column.")),
    Entry(
      "cell.text-number", .notice,
      ru: .init(
        "«{label}»: текст «{value}» прочитан как число {number}.",
        why: "В ячейке текст, а не число; формулы книги такое значение пропускают.",
        mend: "Впишите число без слов и пробелов, снимите с ячейки формат «Текстовый»."),
      en: .init(
        "“{label}”: the text “{value}” was read as the number {number}.",
        why: "The cell holds text; the workbook’s formulas skip such a value.",
        mend: "Write the number without words and spaces, take the text format off.")),
    Entry(
      "cell.no-data", .warning,
      ru: .init(
        "«{label}»: [«{value}» ]понято как «сведений нет».",
        why: "Это не ноль; в расчёт организация по этому показателю не войдёт.",
        mend: "Впишите значение; если таких нет, поставьте 0; если сведений нет, сообщите об этом."),
      en: .init(
        "“{label}”: [“{value}” ]was understood as “nothing is known”.",
        why: "That is no zero; the unit does not count in this indicator.",
        mend: "Write the value; where there is nothing to show, write 0.")),
    Entry(
      "cell.word-zero", .notice,
      ru: .init(
        "«{label}»: «{value}» прочитано как 0.",
        why: "Так объявлено для этой формы; формулы книги такое значение пропускают.",
        mend: "Впишите 0; если сведений нет, оставьте ячейку пустой."),
      en: .init(
        "“{label}”: “{value}” was read as 0.",
        why: "It is declared so for this form; the workbook’s formulas skip such a value.",
        mend: "Write 0; if nothing is known, leave the cell empty.")),
    Entry(
      "cell.not-applicable", .notice,
      ru: .init(
        "«{label}»: «{value}» понято как «показатель неприменим».",
        why: "Это не ноль; в расчёт организация по этому показателю не войдёт.",
        mend: "Если показатель применим, впишите значение; если таких нет, поставьте 0."),
      en: .init(
        "“{label}”: “{value}” was understood as “does not apply”.",
        why: "That is no zero; the unit does not count in this indicator.",
        mend: "If it does apply, write the value; where there is nothing to show, write 0.")),
    Entry(
      "cell.long-number", .notice,
      ru: .init(
        "«{label}»: у числа «{value}» больше знаков, чем хранит программа; "
          + "взято {number}.",
        why: "Лишние знаки появляются при вычислениях и отброшены.",
        mend: "Проверьте значение."),
      en: .init(
        "“{label}”: the number “{value}” has more digits than can be held; "
          + "{number} was taken.",
        why: "Such digits come from computing and were dropped.",
        mend: "Check the value.")),
  ]

  /// What is wrong with the cells of a sheet as the file stores them.
  private static let storedEntries: [Entry] = [
    Entry(
      "cell.twice", .warning,
      ru: .init(
        "На листе «{sheet}» одна и та же ячейка записана в файле дважды: {cells}.",
        why: "Взято последнее из значений; табличная программа могла показать другое.",
        mend: "Проверьте значения и сохраните файл заново в Excel или LibreOffice."),
      en: .init(
        "On the sheet “{sheet}” the file stores the same cell twice: {cells}.",
        why: "The last value was taken; a spreadsheet program may have shown another.",
        mend: "Check the values and save the file anew in Excel or LibreOffice.")),
    Entry(
      "cell.misplaced", .warning,
      ru: .init(
        "На листе «{sheet}» место ячеек указано в файле с ошибкой: {cells}.",
        why: "Значения взяты по адресам ячеек; табличная программа могла показать их иначе.",
        mend: "Проверьте значения и сохраните файл заново в Excel или LibreOffice."),
      en: .init(
        "On the sheet “{sheet}” the file gives the place of cells wrongly: {cells}.",
        why: "The cells’ own addresses were followed; a spreadsheet program may differ.",
        mend: "Check the values and save the file anew in Excel or LibreOffice.")),
    Entry(
      "cell.hidden", .notice,
      ru: .init(
        "На листе «{sheet}» есть значения в скрытых строках, столбцах или на самом скрытом листе: "
          + "{cells}.",
        why: "Значения прочитаны, но тот, кто открывает файл, их не видит.",
        mend: "Покажите скрытое, проверьте значения и лишние удалите."),
      en: .init(
        "On the sheet “{sheet}” values stand in hidden rows or columns, or the sheet itself is "
          + "hidden: {cells}.",
        why: "They were read, but whoever opens the file does not see them.",
        mend: "Show what is hidden, check the values and remove those that do not belong.")),
  ]

  static let cellEntries = unreadableEntries + understoodEntries + storedEntries
}
