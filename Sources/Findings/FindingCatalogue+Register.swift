extension FindingCatalogue {
  /// What can be said of the register of schools.
  static let registerEntries: [Entry] = [
    Entry(
      "register.column-missing", .error,
      ru: .init(
        "В реестре организаций нет графы «{column}».",
        why: "Без неё нельзя узнать, кто должен сдать форму.",
        mend: "Добавьте графу с таким заголовком."),
      en: .init(
        "The register of units has no column “{column}”.",
        why: "Without it nobody knows who should hand a form in.",
        mend: "Add a column with that heading.")),
    Entry(
      "register.column-twice", .error,
      ru: .init(
        "В реестре организаций графа «{column}» встречается несколько раз: {places}.",
        why: "Неясно, какую из них читать.",
        mend: "Оставьте одну графу с таким заголовком."),
      en: .init(
        "The register of units has the column “{column}” more than once: {places}.",
        why: "It is not clear which of them counts.",
        mend: "Leave one column with that heading.")),
    Entry(
      "register.code-missing", .error,
      ru: .init(
        "В строке реестра нет кода организации.",
        why: "Без кода форму этой организации не узнать; строка не учтена.",
        mend: "Впишите код организации."),
      en: .init(
        "A row of the register has no code.",
        why: "Without a code the unit’s form cannot be told; the row is not counted.",
        mend: "Write the unit’s code in.")),
    Entry(
      "register.code-wrong", .error,
      ru: .init(
        "Код организации «{code}» в реестре не годится.",
        why: "Коды становятся именами файлов: в них до 50 букв, цифр и знаков «.», «_», «-», и код "
          + "организации отличается от кода всего района; строка не учтена.",
        mend: "Исправьте код, например: school-07."),
      en: .init(
        "The code “{code}” of a unit in the register will not do.",
        why: "Codes become file names: up to 50 letters, digits, “.”, “_” and “-”, other than the "
          + "code of the whole; the row is not counted.",
        mend: "Mend the code; school-07 is one.")),
    Entry(
      "register.name-missing", .error,
      ru: .init(
        "В строке реестра нет наименования организации {code}.",
        why: "Документы печатают наименование; вместо него взят код.",
        mend: "Впишите полное и краткое наименование."),
      en: .init(
        "A row of the register has no name for {code}.",
        why: "Documents print the name; the code stands in for it.",
        mend: "Write the full and the short name in.")),
    Entry(
      "register.code-twice", .error,
      ru: .init(
        "Код {code} стоит в реестре несколько раз без графы «Действует с»: {places}.",
        why: "Неясно, вторая ли это организация или новое наименование; учтена первая строка.",
        mend: "Дайте организации свой код или укажите, с какого года действует наименование."),
      en: .init(
        "The code {code} stands in the register more than once without a year: {places}.",
        why: "It may be another unit or a new name; the first row counts.",
        mend: "Give the unit a code of its own, or the year since when the name holds.")),
    Entry(
      "register.year-wrong", .error,
      ru: .init(
        "«{value}» в графе «{column}» реестра — не год.",
        why: "Год решает, ждать ли форму от организации; значение не учтено.",
        mend: "Впишите год четырьмя цифрами, например 2021."),
      en: .init(
        "“{value}” in the column “{column}” of the register is no year.",
        why: "The year decides whether a form is expected; the value is not counted.",
        mend: "Write the year with four digits, such as 2021.")),
    Entry(
      "register.successor-unknown", .error,
      ru: .init(
        "Организация {code} названа преемником «{value}», но такого кода в реестре нет.",
        why: "Прежние годы преемника не нашлись, сравнение по годам будет неполным.",
        mend: "Впишите код организации, которая была прежде, отдельной строкой реестра."),
      en: .init(
        "{code} is said to succeed “{value}”, a code that the register does not have.",
        why: "Its earlier years are not found, so comparisons will be incomplete.",
        mend: "Add the earlier unit to the register as a row of its own.")),
    Entry(
      "register.empty", .error,
      ru: .init(
        "В реестре организаций «{file}» нет ни одной организации.",
        why: "Неизвестно, от кого ждать формы.",
        mend: "Заполните реестр: код и наименование каждой организации."),
      en: .init(
        "The register of units “{file}” names no unit.",
        why: "Nobody knows who should hand a form in.",
        mend: "Fill the register in: a code and a name for each unit.")),
  ]
}
