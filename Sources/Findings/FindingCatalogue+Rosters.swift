extension FindingCatalogue {
  /// What can be said of where a roster stands and whose it is.
  private static let rosterPlaceEntries: [Entry] = [
    Entry(
      "roster.suspected", .error,
      ru: .init(
        "Лист «{sheet}» похож на список «{roster}», но его столбцы не узнаны.",
        why: "Лист не прочитан и не подсчитан; файл в кампании не сохранён, потому что в нём могут "
          + "быть сведения о людях.",
        mend: "Назовите столбцы так: {candidates}."),
      en: .init(
        "The sheet “{sheet}” looks like the roster “{roster}”, but its columns are not known.",
        why: "It was neither read nor counted; the file is not kept, because it may tell of "
          + "persons.",
        mend: "Name the columns so: {candidates}.")),
    Entry(
      "roster.sheet-unclear", .error,
      ru: .init(
        "Один и тот же список стоит на нескольких листах: {candidates}.",
        why: "Неясно, какой из них верный; ничего не подсчитано.",
        mend: "Оставьте в файле один список."),
      en: .init(
        "The same roster stands on several sheets: {candidates}.",
        why: "It is not clear which one is right; nothing was counted.",
        mend: "Leave one of them in the file.")),
    Entry(
      "roster.day-unknown", .error,
      ru: .init(
        "Не указана дата, на которую составлен список: «{label}».",
        why: "Без неё нельзя сосчитать возраст и стаж; ничего не подсчитано.",
        mend: "Впишите дату в виде 31.12.2021."),
      en: .init(
        "The day that the roster is of is not given: “{label}”.",
        why: "Ages and lengths of service need it; nothing was counted.",
        mend: "Write the date as 31.12.2021.")),
    Entry(
      "roster.name-hidden", .notice,
      ru: .init(
        "В имени файла или листа есть слово из столбца с именами; в кампании файл назван «{file}».",
        why: "Имена людей из списка в кампании не хранятся; сам файл в inbox не изменён.",
        mend: "Делать ничего не нужно; в следующий раз назовите файл по организации."),
      en: .init(
        "The name of the file or sheet has a word of a person’s name; it is called “{file}” here.",
        why: "The campaign keeps no names of the roster; the file in the inbox is as it was.",
        mend: "Nothing has to be done; next time name the file after the unit.")),
    Entry(
      "roster.column-missing", .error,
      ru: .init(
        "В списке «{sheet}» нет столбца «{label}».",
        why: "Что считается по этому столбцу, не подсчитано.",
        mend: "Добавьте столбец или верните его название."),
      en: .init(
        "The roster “{sheet}” has no column “{label}”.",
        why: "What is counted by it was not counted.",
        mend: "Add the column or give it its name back.")),
    Entry(
      "roster.column-unclear", .error,
      ru: .init(
        "В списке «{sheet}» столбцом «{label}» могут быть несколько: {candidates}.",
        why: "Что считается по этому столбцу, не подсчитано.",
        mend: "Оставьте это название одному столбцу."),
      en: .init(
        "Several columns of the roster “{sheet}” may be “{label}”: {candidates}.",
        why: "What is counted by it was not counted.",
        mend: "Leave this name to one column.")),
    Entry(
      "roster.column-guessed", .notice,
      ru: .init(
        "Столбцом «{label}» сочтён столбец с похожим названием: {candidates}.",
        why: "Название отличается от принятого, но других похожих нет.",
        mend: "Если это другой столбец, исправьте его название."),
      en: .init(
        "A column of a similar name was taken for “{label}”: {candidates}.",
        why: "Its name is not the one agreed on, but no other is like it.",
        mend: "If it is another column, mend its name.")),
  ]

  /// What can be said of the rows of a roster: their numbers, never what stands in them.
  private static let rosterRowEntries: [Entry] = [
    Entry(
      "roster.empty", .error,
      ru: .init(
        "В списке «{sheet}» нет ни одной строки с людьми.",
        why: "Пустой список — не нули; ничего не подсчитано.",
        mend: "Заполните список."),
      en: .init(
        "The roster “{sheet}” has no row with a person.",
        why: "An empty roster is no row of zeros; nothing was counted.",
        mend: "Fill the roster in.")),
    Entry(
      "roster.row-merged", .error,
      ru: .init(
        "В списке «{sheet}» объединены ячейки соседних строк: {rows}.",
        why: "Неясно, один это человек или несколько; ничего не подсчитано.",
        mend: "Разъедините ячейки: одна строка — один человек."),
      en: .init(
        "In the roster “{sheet}” cells are merged with the row above: {rows}.",
        why: "It is not clear whether that is one person or more; nothing was counted.",
        mend: "Unmerge the cells: a row is a person.")),
    Entry(
      "roster.row-skipped", .notice,
      ru: .init(
        "В списке «{sheet}» пропущены строки, которые не похожи на людей: {rows}.",
        why: "Так выглядят подписи, итоги, номера столбцов и повторённые заголовки; "
          + "люди в этих строках не подсчитаны.",
        mend: "Если это люди, впишите их имена и заполните остальные столбцы."),
      en: .init(
        "Rows of the roster “{sheet}” that do not look like persons were passed over: {rows}.",
        why: "Signatures, sums, numbers of columns and repeated headings look so; "
          + "nobody was counted in them.",
        mend: "If they are persons, give their names and fill in the other columns.")),
    Entry(
      "roster.same-person", .warning,
      ru: .init(
        "В списке «{sheet}» один и тот же человек записан несколько раз, в строках {rows}.",
        why: "Подсчитана каждая строка.",
        mend: "Оставьте одну строку или подтвердите, что это разные люди."),
      en: .init(
        "In the roster “{sheet}” one person stands several times, in the rows {rows}.",
        why: "Each row was counted.",
        mend: "Leave one row, or confirm that they are different persons.")),
    Entry(
      "roster.value-missing", .error,
      ru: .init(
        "«{label}»: не заполнено в {count|строке|строках|строках} списка: {rows}.",
        why: "Без этого человека нельзя ни учесть, ни исключить; не подсчитано: {fields}.",
        mend: "Заполните ячейки."),
      en: .init(
        "“{label}”: left empty in {count|row|rows|rows} of the roster: {rows}.",
        why: "Such a person can be neither counted nor left out; not counted: {fields}.",
        mend: "Fill the cells in.")),
    Entry(
      "roster.value-unreadable", .error,
      ru: .init(
        "«{label}»: запись не понята в {count|строке|строках|строках} списка: {rows}.",
        why: "Такого человека нельзя ни учесть, ни исключить; не подсчитано: {fields}.",
        mend: "Исправьте ячейки: дату пишут в виде 31.03.1985, остальное выбирают из списка."),
      en: .init(
        "“{label}”: not understood in {count|row|rows|rows} of the roster: {rows}.",
        why: "Such a person can be neither counted nor left out; not counted: {fields}.",
        mend: "Mend the cells: a date is written as 31.03.1985, the rest chosen from the list.")),
    Entry(
      "roster.count-broken", .error,
      ru: .init(
        "Условие подсчёта «{label}» не удалось вычислить.",
        why: "По списку «{sheet}» это не подсчитано. Это ошибка комплекта, а не списка.",
        mend: "Исправьте условие в комплекте (файл rosters.yaml)."),
      en: .init(
        "The condition of the count “{label}” could not be evaluated: {detail}.",
        why: "It was not counted in the roster “{sheet}”. This is a fault of the pack, not of the "
          + "roster.",
        mend: "Mend the condition in the pack (file rosters.yaml).")),
    Entry(
      "roster.age-odd", .error,
      ru: .init(
        "«{label}»: возраст вне границ {from}–{to} в {count|строке|строках|строках} списка: "
          + "{rows}.",
        why: "Такой возраст — скорее всего, описка; не подсчитано: {fields}.",
        mend: "Проверьте дату, год пишите четырьмя цифрами."),
      en: .init(
        "“{label}”: an age outside {from}–{to} in {count|row|rows|rows} of the roster: {rows}.",
        why: "Such an age is most likely a slip; not counted: {fields}.",
        mend: "Check the date; write the year with four digits.")),
    Entry(
      "roster.date-future", .error,
      ru: .init(
        "«{label}»: дата позже дня, на который составлен список, в {count|строке|строках|строках}: "
          + "{rows}.",
        why: "Число лет от неё не сосчитать; не подсчитано: {fields}.",
        mend: "Проверьте дату, год пишите четырьмя цифрами."),
      en: .init(
        "“{label}”: a date after the day of the roster in {count|row|rows|rows}: {rows}.",
        why: "No years can be reckoned from it; not counted: {fields}.",
        mend: "Check the date; write the year with four digits.")),
  ]

  static let rosterEntries = rosterPlaceEntries + rosterRowEntries
}
