extension FindingCatalogue {
  /// What can be said of whose form it is.
  private static let titleEntries: [Entry] = [
    Entry(
      "form.not-recognised", .error,
      ru: .init(
        "Книга «{file}» не похожа на форму «{form}»: ни один раздел не найден.",
        why: "Данные из неё не взяты.",
        mend: "Пришлите форму, заполненную в присланном бланке."),
      en: .init(
        "The workbook “{file}” does not look like the form “{form}”: no section was found.",
        why: "No data were taken from it.",
        mend: "Send the form filled in on the blank that was issued.")),
    Entry(
      "form.unit-missing", .error,
      ru: .init(
        "В форме «{file}» не указано, чья она: нет ни кода, ни наименования организации.",
        why: "Неизвестно, к какой организации отнести данные; они не учтены.",
        mend: "Впишите код организации на титульном листе."),
      en: .init(
        "The form “{file}” does not say whose it is: neither code nor name of the unit.",
        why: "Nobody knows whose the data are; they are not counted.",
        mend: "Write the unit’s code on the title sheet.")),
    Entry(
      "form.unit-unknown", .error,
      ru: .init(
        "Организации «{value}» нет в реестре. Похожие: {candidates}.",
        why: "Неизвестно, к какой организации отнести данные; они не учтены.",
        mend: "Впишите код организации так, как он стоит в реестре."),
      en: .init(
        "The register has no unit “{value}”. Similar: {candidates}.",
        why: "Nobody knows whose the data are; they are not counted.",
        mend: "Write the unit’s code as it stands in the register.")),
    Entry(
      "form.unit-conflict", .error,
      ru: .init(
        "Код и наименование на титульном листе называют разные организации: {candidates}.",
        why: "Неясно, чьи это данные; они не учтены.",
        mend: "Исправьте код или наименование."),
      en: .init(
        "Code and name on the title sheet are of different units: {candidates}.",
        why: "It is not clear whose the data are; they are not counted.",
        mend: "Mend the code or the name.")),
    Entry(
      "form.unit-by-name", .notice,
      ru: .init(
        "Кода «{value}» нет в реестре; организация узнана по наименованию: {unit}.",
        why: "Наименование в реестре только у одной организации.",
        mend: "Впишите код организации так, как он стоит в реестре."),
      en: .init(
        "The register has no code “{value}”; the unit was known by its name: {unit}.",
        why: "One unit of the register only has that name.",
        mend: "Write the unit’s code as it stands in the register.")),
    Entry(
      "form.unit-closed", .warning,
      ru: .init(
        "По реестру организации {unit} в {period} году не было.",
        why: "Форма такой организации не ожидается.",
        mend: "Проверьте отчётный год или годы открытия и закрытия в реестре."),
      en: .init(
        "By the register, {unit} did not exist in {period}.",
        why: "No form of it is expected.",
        mend: "Check the period, or the years of opening and closing in the register.")),
    Entry(
      "form.period-unknown", .error,
      ru: .init(
        "Отчётный год «{value}» не распознан или не входит в кампанию. "
          + "Годы кампании: {candidates}.",
        why: "Неизвестно, к какому году отнести данные; они не учтены.",
        mend: "Впишите год, за который представляется эта форма, четырьмя цифрами."),
      en: .init(
        "The period “{value}” is not understood or not of this campaign. "
          + "Periods of the campaign: {candidates}.",
        why: "Nobody knows which year the data are of; they are not counted.",
        mend: "Write the year with four digits.")),
    Entry(
      "form.period-missing", .error,
      ru: .init(
        "В форме «{file}» не заполнен отчётный год. Годы кампании: {candidates}.",
        why: "Неизвестно, к какому году отнести данные; они не учтены.",
        mend: "Впишите год, за который представляется эта форма, четырьмя цифрами."),
      en: .init(
        "The form “{file}” leaves its period empty. Periods of the campaign: {candidates}.",
        why: "Nobody knows which year the data are of; they are not counted.",
        mend: "Write the year with four digits.")),
    Entry(
      "form.one-of-several", .notice,
      ru: .init(
        "В книге «{file}» форм: {count}; эта взята с листов: {sheets}.",
        why: "Листы разделены по именам или порядку и по титульным листам.",
        mend: "Если разделено неверно, пришлите каждую форму отдельной книгой."),
      en: .init(
        "The workbook “{file}” holds {count} forms; this one was taken from: {sheets}.",
        why: "The sheets were told apart by their names or order and by their titles.",
        mend: "If that is wrong, send each form in a workbook of its own.")),
    Entry(
      "form.period-left-out", .notice,
      ru: .init(
        "В книге «{file}» есть и форма за {value} год: {sheets}; она не взята.",
        why: "Такого года в кампании нет.",
        mend: "Если год указан неверно, исправьте его на титульном листе."),
      en: .init(
        "The workbook “{file}” also holds a form of {value}: {sheets}; it was left out.",
        why: "The campaign has no such period.",
        mend: "If the period is wrong, mend it on the title sheet.")),
    Entry(
      "form.form-unknown", .error,
      ru: .init(
        "На титульном листе названа другая форма: «{value}» вместо «{form}».",
        why: "Данные другой формы сюда не относятся; они не учтены.",
        mend: "Пришлите форму «{form}»."),
      en: .init(
        "The title sheet names another form: “{value}” instead of “{form}”.",
        why: "Data of another form do not belong here; they are not counted.",
        mend: "Send the form “{form}”.")),
    Entry(
      "form.form-missing", .warning,
      ru: .init(
        "В форме «{file}» нет её названия и версии; прочитана как «{form}», версия {version}.",
        why: "Форма узнана по разделам и графам.",
        mend: "Верните на титульный лист строку с названием формы."),
      en: .init(
        "The form “{file}” does not name itself; it was read as “{form}”, version {version}.",
        why: "It was known by its sections and headings.",
        mend: "Put the line with the form’s name back on the title sheet.")),
    Entry(
      "form.unit-by-mark", .notice,
      ru: .init(
        "Титульный лист не говорит, чья это форма; организация узнана по служебной метке: {unit}.",
        why: "Метка записана в форму, когда её выпускали.",
        mend: "Впишите код и наименование организации."),
      en: .init(
        "The title sheet does not say whose form it is; the hidden mark does: {unit}.",
        why: "The mark was written when the form was issued.",
        mend: "Write the unit’s code and name.")),
    Entry(
      "form.unit-not-of-mark", .warning,
      ru: .init(
        "На титульном листе — {unit}, а выпущена форма для другой организации: {marked}. "
          + "Данные отнесены к организации с титульного листа.",
        why: "Возможно, форма заполнена в чужом бланке.",
        mend: "Если код и наименование верны, исправлять ничего не нужно."),
      en: .init(
        "The title sheet names {unit}, but the form was issued for another unit: {marked}. "
          + "The data were taken as those of the title sheet.",
        why: "Another unit’s blank may have been filled in.",
        mend: "Nothing has to be done if code and name are right.")),
    Entry(
      "form.unit-mark-conflict", .error,
      ru: .init(
        "Неясно, чья это форма: титульный лист называет {unit}, а служебная метка — {marked}.",
        why:
          "На титульном листе изменено только одно: или код, или наименование; данные не учтены.",
        mend: "Впишите код и наименование одной и той же организации."),
      en: .init(
        "It is not clear whose form it is: the title sheet names {unit}, the hidden mark {marked}.",
        why: "Only one of code and name was changed on the title sheet; the data are not counted.",
        mend: "Write code and name of one and the same unit.")),
    Entry(
      "form.period-by-mark", .notice,
      ru: .init(
        "Титульный лист не говорит, за какой год форма; год узнан по служебной метке: {period}.",
        why: "Метка записана в форму, когда её выпускали.",
        mend: "Впишите год, за который представляется эта форма, четырьмя цифрами."),
      en: .init(
        "The title sheet does not say which year the form is of; the hidden mark does: {period}.",
        why: "The mark was written when the form was issued.",
        mend: "Write the year with four digits.")),
    Entry(
      "form.period-mark-conflict", .error,
      ru: .init(
        "Отчётный год на титульном листе — {period}, а выпущена форма за {marked} год.",
        why: "Неясно, к какому году отнести данные; форма не принята, чтобы не заменить данные "
          + "другого года.",
        mend: "Верните на титульный лист год, за который выпущена форма, или перенесите значения "
          + "на бланк за {period} год."),
      en: .init(
        "The title sheet says {period}, but the form was issued for {marked}.",
        why: "It is not clear which year the data are of; the form was not taken, so that it does "
          + "not replace those of another year.",
        mend: "Give the title sheet the year that the form was issued for, or put the values into "
          + "the blank of {period}.")),
    Entry(
      "form.form-by-mark", .notice,
      ru: .init(
        "На титульном листе нет названия или версии формы; она узнана по служебной метке: {form}.",
        why: "Метка записана в форму, когда её выпускали.",
        mend: "Верните на титульный лист строку с названием и версией формы."),
      en: .init(
        "The title sheet lacks the form’s name or version; the hidden mark has them: {form}.",
        why: "The mark was written when the form was issued.",
        mend: "Put the line with the form’s name and version back on the title sheet.")),
    Entry(
      "form.version-unknown", .error,
      ru: .init(
        "Версия формы «{value}» не поддерживается, нужна версия {version}.",
        why: "В другой версии графы могут означать другое; данные не учтены.",
        mend: "Заполните бланк версии {version}."),
      en: .init(
        "The form’s version “{value}” is not understood, version {version} is.",
        why: "Columns of another version may mean something else; the data are not counted.",
        mend: "Fill in the blank of version {version}.")),
  ]

  /// What can be said of where the fields of a form stand.
  private static let placeEntries: [Entry] = [
    Entry(
      "form.section-missing", .error,
      ru: .init(
        "Раздел «{section}» не найден.",
        why: "Данных раздела нет; нулями они не считаются.",
        mend: "Верните в книгу лист «{section}» с его заголовками."),
      en: .init(
        "The section “{section}” was not found.",
        why: "Its data are missing; they do not count as zeros.",
        mend: "Put the sheet “{section}” with its headings back.")),
    Entry(
      "form.section-empty", .error,
      ru: .init(
        "Лист «{sheet}» не заполнен.",
        why: "Данных раздела «{section}» нет; нулями они не считаются.",
        mend: "Заполните лист; если таких нет, поставьте 0. Если графу для значений удалили, "
          + "перенесите всё в чистый бланк."),
      en: .init(
        "The sheet “{sheet}” is not filled in.",
        why: "The section “{section}” has no data; they do not count as zeros.",
        mend: "Fill the sheet in; where there is nothing to show, write 0. If the column of values "
          + "was deleted, copy everything into a clean blank.")),
    Entry(
      "form.section-unclear", .error,
      ru: .init(
        "Раздел «{section}» найден несколько раз, и неясно, какой верен: {candidates}.",
        why: "Брать любой из них наугад нельзя; данные раздела не учтены.",
        mend: "Оставьте в книге один раздел «{section}»."),
      en: .init(
        "The section “{section}” was found more than once: {candidates}.",
        why: "None may be taken at random; its data are not counted.",
        mend: "Leave one section “{section}” in the workbook.")),
    Entry(
      "form.field-missing", .error,
      ru: .init(
        "Показатель «{label}»[ (строка {line} бланка)][ (графа {column} бланка)] не найден на листе "
          + "«{sheet}»[; возможно, это «{value}» ({cell})].",
        why: "Скорее всего, строку или графу удалили или назвали иначе. Значения нет; нулём оно не "
          + "считается.",
        mend: "Верните на место строку или графу с этим названием и впишите в неё значения либо "
          + "перенесите всё в чистый бланк."),
      en: .init(
        "The field “{label}”[ (row {line} of the blank)][ (column {column} of the blank)] was not "
          + "found on the sheet “{sheet}”[; it may be “{value}” ({cell})].",
        why: "Most likely the row or column was deleted or renamed. There is no value; it does not "
          + "count as zero.",
        mend: "Put the row or column of that name back and write its values in, or copy everything "
          + "into a clean blank.")),
    Entry(
      "form.labels-missing", .error,
      ru: .init(
        "На листе «{sheet}» нет названий строк[ (графы «{column}»)]; без них не прочитать "
          + "{count|строку|строки|строк} раздела «{section}».",
        why: "По названиям видно, где чьё значение. Значений раздела нет; нулями они не считаются.",
        mend: "Верните названия строк из чистого бланка на место либо перенесите значения в чистый "
          + "бланк."),
      en: .init(
        "The sheet “{sheet}” has no names of rows[ (the column “{column}”)]; without them "
          + "{count|row|rows|rows} of the section “{section}” cannot be read.",
        why: "The names tell which value is which. The section has no data; they do not count as "
          + "zeros.",
        mend: "Put the names of the blank back, or copy the values into a clean blank.")),
    Entry(
      "form.headings-missing", .error,
      ru: .init(
        "На листе «{sheet}» нет строки с заголовками граф («{label}» и другие); без неё не прочитать "
          + "{count|графу|графы|граф} раздела «{section}».",
        why: "По заголовкам видно, что в какой графе. Значений раздела нет; нулями они не "
          + "считаются.",
        mend: "Верните эту строку из чистого бланка на место либо перенесите значения в чистый "
          + "бланк."),
      en: .init(
        "The sheet “{sheet}” has no row with the headings of its columns (“{label}” and others); "
          + "without it {count|column|columns|columns} of the section “{section}” cannot be read.",
        why: "The headings tell what a column holds. The section has no data; they do not count as "
          + "zeros.",
        mend: "Put that row of the blank back, or copy the values into a clean blank.")),
    Entry(
      "form.field-twice", .error,
      ru: .init(
        "Показатель «{label}» найден несколько раз: {places}.",
        why: "Неясно, какое значение верно; ни одно не учтено.",
        mend: "Оставьте одну строку или графу с таким заголовком."),
      en: .init(
        "The field “{label}” was found more than once: {places}.",
        why: "It is not clear which value is right; none is counted.",
        mend: "Leave one row or column with that heading.")),
    Entry(
      "form.field-unclear", .error,
      ru: .init(
        "Показатель «{label}» не найден точно; похожие заголовки: {candidates}.",
        why: "Принять одну графу за другую нельзя; значение не учтено.",
        mend: "Верните заголовку его вид из бланка: «{label}»."),
      en: .init(
        "The field “{label}” was not found with certainty; similar headings: {candidates}.",
        why: "One column must not be taken for another; no value is counted.",
        mend: "Write the heading as the blank has it: “{label}”.")),
    Entry(
      "form.field-by-number", .notice,
      ru: .init(
        "Название «{label}» стоит несколько раз; взято то, у которого номер {number} ({cell}).",
        why: "Значения под другими такими же названиями не учтены.",
        mend: "Удалите лишнее или назовите его иначе."),
      en: .init(
        "The name “{label}” stands several times; the one with the number {number} ({cell}) was taken.",
        why: "The values under the others are not counted.",
        mend: "Delete what is too much, or call it something else.")),
    Entry(
      "form.field-guessed", .notice,
      ru: .init(
        "Заголовок «{value}» понят как «{label}».",
        why: "Других похожих заголовков нет.",
        mend: "Если понято неверно, верните заголовку его вид из бланка."),
      en: .init(
        "The heading “{value}” was understood as “{label}”.",
        why: "No other heading is like it.",
        mend: "If that is wrong, write the heading as the blank has it.")),
    Entry(
      "form.row-missing", .error,
      ru: .init(
        "Строка «{row}» не найдена на листе «{sheet}».",
        why: "Значений строки нет; нулями они не считаются.",
        mend: "Верните в таблицу строку с этим названием и впишите в неё значения; если показать "
          + "нечего, поставьте 0."),
      en: .init(
        "The row “{row}” was not found on the sheet “{sheet}”.",
        why: "Its values are missing; they do not count as zeros.",
        mend: "Put the row of that name back into the table and write its values in; where there "
          + "is nothing to show, write 0.")),
    Entry(
      "form.row-twice", .error,
      ru: .init(
        "Строка «{row}» найдена несколько раз: {places}.",
        why: "Неясно, какая из них верна; ни одна не учтена.",
        mend: "Оставьте одну строку «{row}»."),
      en: .init(
        "The row “{row}” was found more than once: {places}.",
        why: "It is not clear which is right; none is counted.",
        mend: "Leave one row “{row}”.")),
    Entry(
      "form.row-unclear", .error,
      ru: .init(
        "Строка «{row}» не найдена точно; похожие: {candidates}.",
        why: "Принять одну строку за другую нельзя; значения не учтены.",
        mend: "Верните названию строки его вид из бланка: «{row}»."),
      en: .init(
        "The row “{row}” was not found with certainty; similar: {candidates}.",
        why: "One row must not be taken for another; its values are not counted.",
        mend: "Write the row’s name as the blank has it: “{row}”.")),
    Entry(
      "form.row-unknown", .warning,
      ru: .init(
        "Строки «{value}» нет в форме; её значения не учтены.",
        why: "Строки заданы бланком формы.",
        mend: "Отнесите значения к строкам бланка или сообщите, что строки не хватает."),
      en: .init(
        "The form has no row “{value}”; its values are not counted.",
        why: "The rows are those of the blank.",
        mend: "Put the values into rows of the blank, or say that a row is lacking.")),
    Entry(
      "form.period-column", .notice,
      ru: .init(
        "Лист «{sheet}»: по отчётному году {period} взято «{value}»; не взято: {candidates}.",
        why: "На листе есть графы нескольких лет.",
        mend: "Если взято неверно, исправьте год на титульном листе или в заголовке графы."),
      en: .init(
        "Sheet “{sheet}”: “{value}” was taken for the period {period}; left out: {candidates}.",
        why: "The sheet has columns of several years.",
        mend: "If that is wrong, mend the year on the title sheet or in the heading.")),
    Entry(
      "form.period-conflict", .error,
      ru: .init(
        "Лист «{sheet}»: форма за {period} год, а заголовки называют другой: {candidates}.",
        why: "Неясно, за какой год данные раздела «{section}»; они не учтены.",
        mend: "Исправьте год в заголовке или на титульном листе."),
      en: .init(
        "Sheet “{sheet}”: the form is of {period}, but headings name another year: {candidates}.",
        why: "It is not clear which year the section “{section}” is of; its data are not counted.",
        mend: "Mend the year in the heading or on the title sheet.")),
    Entry(
      "sheet.renamed", .notice,
      ru: .init(
        "Лист «{sheet}» понят как раздел «{section}».",
        why: "Лист переименован, но его заголовки узнаны.",
        mend: "Если понято неверно, верните листу имя «{section}»."),
      en: .init(
        "The sheet “{sheet}” was understood as the section “{section}”.",
        why: "The sheet is renamed, but its headings were known.",
        mend: "If that is wrong, name the sheet “{section}” again.")),
    Entry(
      "sheet.extra", .notice,
      ru: .init(
        "Лист «{sheet}» похож на раздел «{section}», но не учтён: взят лист «{taken}».",
        why: "Так выглядит оставшийся в книге прошлогодний лист.",
        mend: "Если верен лист «{sheet}», назовите его «{section}», а другой удалите."),
      en: .init(
        "The sheet “{sheet}” looks like the section “{section}” but was left out: "
          + "“{taken}” was taken.",
        why: "A sheet of last year that stayed in the workbook looks so.",
        mend: "If “{sheet}” is the right one, name it “{section}” and remove the other.")),
  ]

  static let formEntries = titleEntries + placeEntries
}
