extension FindingCatalogue {
  /// What can be said of results that were signed, and of tables of them that are taken over.
  static let signedEntries: [Entry] = [
    Entry(
      "signed.differs", .error,
      ru: .init(
        "Период {period} закрыт, но его итоги уже не те, что подписаны: значений {count}, например "
          + "{places}.",
        why: "Период никто не открывал: изменились пакет, реестр организаций или сама программа.",
        mend: "Верните прежний пакет и реестр или откройте период командой svodka unlock с "
          + "причиной; что изменилось, покажет svodka revisions."),
      en: .init(
        "The period {period} is closed, but its results are not those that were signed: {count} "
          + "values, such as {places}.",
        why: "Nobody opened the period: the pack, the register or the program changed.",
        mend: "Bring the former pack and register back, or open the period: svodka unlock, with a "
          + "reason; svodka revisions lists what changed.")),
    Entry(
      "import.forms-beside", .warning,
      ru: .init(
        "За {period} учитывается принятая подписанная таблица (строка {line} журнала); формы этого "
          + "года не учитываются ({count|файл|файла|файлов}): {places}.",
        why: "Два источника одних итогов не складываются; пока таблица не отозвана, формы только "
          + "хранятся.",
        mend:
          "Если форма за другой год, исправьте в ней период. Если итоги нужно считать по формам, "
          + "отзовите таблицу: svodka import-results --withdraw {line}."),
      en: .init(
        "The signed table that was taken over counts for {period} (line {line} of the journal); forms "
          + "of that year do not ({count|file|files|files}): {places}.",
        why: "Two sources of the same results are not added up; until the table is withdrawn the "
          + "forms are only kept.",
        mend:
          "If a form is of another year, mend its period. If the results are to be reckoned from "
          + "the forms, withdraw the table: svodka import-results --withdraw {line}.")),
    Entry(
      "import.no-table", .error,
      ru: .init(
        "В файле «{file}» не найдена сводная таблица.",
        why: "Нужна строка заголовков с графой организаций и графами показателей.",
        mend: "Поставьте в заголовки номера или названия показателей, как в положении."),
      en: .init(
        "No summary table was found in “{file}”.",
        why: "A row of headings with a column of units and columns of indicators is needed.",
        mend: "Head the columns by the numbers or titles of the indicators.")),
    Entry(
      "import.column-unknown", .error,
      ru: .init(
        "Графа «{label}» — не показатель и не числитель или знаменатель показателя.",
        why: "Её числа не будут приняты.",
        mend: "Поставьте в заголовок номер показателя или уберите графу."),
      en: .init(
        "The column “{label}” is no indicator, nor a numerator or denominator of one.",
        why: "Its numbers are not taken over.",
        mend: "Put the indicator’s number into the heading, or take the column out.")),
    Entry(
      "import.column-twice", .error,
      ru: .init(
        "Графа «{label}» встречается несколько раз.",
        why: "Неясно, какое из чисел подписано; не принята ни одна.",
        mend: "Оставьте одну графу."),
      en: .init(
        "The column “{label}” stands there more than once.",
        why: "It is not clear which was signed; none is taken over.",
        mend: "Leave one of them.")),
    Entry(
      "import.unit-unknown", .error,
      ru: .init(
        "Организации «{label}» в реестре на этот период нет.",
        why: "Её числа не с чем сравнить; строка не будет принята.",
        mend: "Впишите код или наименование из реестра либо дополните реестр."),
      en: .init(
        "The register has no unit “{label}” in this period.",
        why: "Its numbers have nothing to be compared with; the row is not taken over.",
        mend: "Write the register’s code or name, or add the unit to the register.")),
    Entry(
      "import.value-twice", .error,
      ru: .init(
        "Значение «{label}» дано несколько раз.",
        why: "Неясно, какое из них подписано; принято первое.",
        mend: "Оставьте одно."),
      en: .init(
        "The value “{label}” is given more than once.",
        why: "It is not clear which was signed; the first is taken over.",
        mend: "Leave one of them.")),
    Entry(
      "import.cell-unread", .error,
      ru: .init(
        "«{value}» в графе «{label}» — не число, которое может здесь стоять.",
        why: "Значение не будет принято.",
        mend: "Впишите число, например 34,8; «–» или «нет данных» — если его нет."),
      en: .init(
        "“{value}” in the column “{label}” is no number that can stand here.",
        why: "The value is not taken over.",
        mend: "Write a number, such as 34.8; “–” or «нет данных» where there is none.")),
  ]
}
