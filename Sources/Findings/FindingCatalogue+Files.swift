extension FindingCatalogue {
  /// What can be said of a file before it is read as a form.
  static let fileEntries: [Entry] = [
    Entry(
      "file.foreign", .notice,
      ru: .init(
        "Файл «{file}»[ («{name}»)] — не форма ({kind}), оставлен на месте.",
        why: "Рядом с формами лежат и другие файлы; данные из них не берутся.",
        mend: "Если это форма, попросите прислать её книгой XLSX или ODS."),
      en: .init(
        "The file “{file}”[ (“{name}”)] is no form ({kind}) and was left alone.",
        why: "Other files lie beside the forms; no data are taken from them.",
        mend: "If it is a form, ask for it as an XLSX or ODS workbook.")),
    Entry(
      "file.service", .notice,
      ru: .init(
        "Файл «{file}»[ («{name}»)] — служебный файл системы или офисной программы, не форма.",
        why: "Такие файлы появляются рядом с формами сами; данных школ в них нет.",
        mend: "Делать ничего не нужно."),
      en: .init(
        "The file “{file}”[ (“{name}”)] is one of the system’s or an office program’s own, no form.",
        why: "Such files appear beside the forms by themselves; no school’s data are in them.",
        mend: "Nothing is to be done.")),
    Entry(
      "file.packed", .warning,
      ru: .init(
        "Файл «{file}»[ («{name}»)] — архив или письмо ({kind}); он не открыт.",
        why: "В нём может лежать форма, и её данные не учтены.",
        mend: "Распакуйте архив или сохраните вложения письма, положите их в inbox и запустите "
          + "collect ещё раз; если формы в нём нет, уберите файл из inbox."),
      en: .init(
        "The file “{file}”[ (“{name}”)] is an archive or a letter ({kind}) and was not opened.",
        why: "A form may lie in it, and its data are not counted.",
        mend: "Unpack it, or save the letter’s attachments, put them in the inbox and run collect "
          + "again; if no form is in it, take the file out of the inbox.")),
    Entry(
      "file.name-mangled", .notice,
      ru: .init(
        "Имя файла «{file}» искажено почтой; оно читается как «{name}».",
        why: "Форма узнаётся по содержимому, имя ни на что не влияет.",
        mend: "Переименуйте файл, если так его проще найти."),
      en: .init(
        "Mail mangled the name of the file “{file}”; it reads “{name}”.",
        why: "A form is known by its content; its name changes nothing.",
        mend: "Rename the file where that makes it easier to find.")),
    Entry(
      "file.folder-unread", .error,
      ru: .init(
        "Папку «{file}» не удалось открыть.",
        why: "Формы, которые в ней лежат, не прочитаны.",
        mend: "Проверьте права на папку и запустите collect ещё раз."),
      en: .init(
        "The folder “{file}” could not be opened.",
        why: "The forms in it were not read.",
        mend: "Check the rights of the folder and run collect again.")),
    Entry(
      "file.password", .error,
      ru: .init(
        "Файл «{file}» закрыт паролем.",
        why: "Прочитать его нельзя, данные организации не учтены.",
        mend: "Откройте файл, снимите пароль (Файл – Сведения – Защита) и пришлите снова."),
      en: .init(
        "The file “{file}” is protected with a password.",
        why: "It cannot be read, so the data are not counted.",
        mend: "Open it, remove the password (File – Info – Protect) and send it again.")),
    Entry(
      "file.old-xls", .error,
      ru: .init(
        "Файл «{file}» сохранён в старом формате XLS (Excel 97–2003).",
        why: "Этот формат не читается, данные организации не учтены.",
        mend: "Откройте файл и сохраните его как «Книга Excel (.xlsx)» или «ODS». Где установлен "
          + "LibreOffice, это сделает collect --convert-old."),
      en: .init(
        "The file “{file}” is in the old XLS format (Excel 97–2003).",
        why: "That format is not read, so the data are not counted.",
        mend: "Open the file and save it as “Excel workbook (.xlsx)” or ODS. Where LibreOffice is "
          + "installed, collect --convert-old does it."),
      toUnit: .init(
        "Файл «{file}» сохранён в старом формате XLS (Excel 97–2003).",
        why: "Этот формат не читается, данные организации не учтены.",
        mend: "Откройте файл и сохраните его как «Книга Excel (.xlsx)» или «ODS».")),
    Entry(
      "file.old-xls-converted", .notice,
      ru: .init(
        "Файл «{file}» старого формата XLS преобразован в XLSX программой LibreOffice.",
        why: "Прочитано то, что она сделала; сам файл сохранён как пришёл.",
        mend: "Если значения отличаются от видимых в файле, сохраните его как XLSX сами."),
      en: .init(
        "The file “{file}” in the old XLS format was converted to XLSX by LibreOffice.",
        why: "What it made was read; the file itself is kept as it came.",
        mend: "If values differ from those seen in the file, save it as XLSX yourself.")),
    Entry(
      "file.old-xls-unconverted", .error,
      ru: .init(
        "Файл «{file}» в старом формате XLS преобразовать не удалось.",
        why: "Прочитать его нельзя, данные организации не учтены.",
        mend: "Откройте файл и сохраните его как «Книга Excel (.xlsx)» или «ODS»."),
      en: .init(
        "The file “{file}” in the old XLS format could not be converted ({detail}).",
        why: "It cannot be read, so the data are not counted.",
        mend: "Open the file and save it as “Excel workbook (.xlsx)” or ODS.")),
    Entry(
      "file.macros", .notice,
      ru: .init(
        "В файле «{file}» есть макросы; они не запускались и не читались.",
        why: "Форме макросы не нужны; значения ячеек прочитаны.",
        mend: "Если вы не знаете, откуда макросы, сохраните форму как «Книга Excel (.xlsx)»."),
      en: .init(
        "The file “{file}” holds macros; they were neither run nor read.",
        why: "A form needs none; the values of the cells were read.",
        mend: "If you do not know where they come from, save it as “Excel workbook (.xlsx)”.")),
    Entry(
      "file.repeated-part", .notice,
      ru: .init(
        "В архиве файла «{file}» есть две части с одним именем; прочитана последняя.",
        why: "Так поступают и офисные программы, но обычная книга такой не бывает.",
        mend: "Откройте файл, сверьте значения, сохраните его снова и пришлите ещё раз."),
      en: .init(
        "The archive of “{file}” has two parts of one name; the last was read.",
        why: "Office programs do the same, but an ordinary workbook is not like that.",
        mend: "Open the file, compare the values, save it anew and send it again.")),
    Entry(
      "file.xlsb", .error,
      ru: .init(
        "Файл «{file}» — двоичная книга Excel (XLSB).",
        why: "Этот формат не читается, данные организации не учтены.",
        mend: "Откройте файл и сохраните его как «Книга Excel (.xlsx)» или «ODS»."),
      en: .init(
        "The file “{file}” is a binary Excel workbook (XLSB).",
        why: "That format is not read, so the data are not counted.",
        mend: "Open the file and save it as “Excel workbook (.xlsx)” or ODS.")),
    Entry(
      "file.xml-2003", .error,
      ru: .init(
        "Файл «{file}» сохранён как таблица XML 2003.",
        why: "Этот формат не читается, данные организации не учтены.",
        mend: "Откройте файл и сохраните его как «Книга Excel (.xlsx)» или «ODS»."),
      en: .init(
        "The file “{file}” is an XML spreadsheet of 2003.",
        why: "That format is not read, so the data are not counted.",
        mend: "Open the file and save it as “Excel workbook (.xlsx)” or ODS.")),
    Entry(
      "file.mail", .error,
      ru: .init(
        "Файл «{file}» — письмо или вложение в том виде, в каком его передаёт почта.",
        why: "Форма внутри него не прочитана, данные организации не учтены.",
        mend: "Откройте письмо в почтовой программе, сохраните вложение и положите его в inbox."),
      en: .init(
        "The file “{file}” is a letter, or an attachment as mail carries it.",
        why: "The form in it was not read, so the data are not counted.",
        mend: "Open the letter in a mail program, save the attachment and put it in the inbox."),
      toUnit: .init(
        "Файл «{file}» — письмо или вложение в том виде, в каком его передаёт почта.",
        why: "Форма внутри него не прочитана, данные организации не учтены.",
        mend: "Откройте письмо, сохраните вложенную форму и пришлите её отдельным файлом.")),
    Entry(
      "file.archive-unread", .error,
      ru: .init(
        "Архив «{file}» прочитан не весь[: {part}].",
        why: "Формы, которые в нём остались, не учтены.",
        mend: "Распакуйте архив в папку inbox и запустите collect ещё раз."),
      en: .init(
        "Not all of the archive “{file}” was read[: {part}]: {detail}.",
        why: "The forms that stayed in it are not counted.",
        mend: "Unpack the archive into the inbox and run collect again."),
      toUnit: .init(
        "Архив «{file}» прочитан не весь[: {part}].",
        why: "Формы, которые в нём остались, не учтены.",
        mend: "Пришлите форму отдельным файлом, без архива и пароля.")),
    Entry(
      "file.html", .error,
      ru: .init(
        "Файл «{file}» — веб-страница под именем книги.",
        why: "Так выгружают некоторые сайты; адресов ячеек в нём нет, данные не учтены.",
        mend: "Откройте файл в табличной программе и сохраните как XLSX или ODS."),
      en: .init(
        "The file “{file}” is a web page under a workbook’s name.",
        why: "Some sites export so; it has no cells, so the data are not counted.",
        mend: "Open it in a spreadsheet program and save it as XLSX or ODS.")),
    Entry(
      "file.truncated", .error,
      ru: .init(
        "Файл «{file}» обрывается: он скачан или отправлен не целиком.",
        why: "[Он кончается внутри своей части «{part}». ]Прочитать его нельзя, данные организации "
          + "не учтены.",
        mend: "Отправьте файл ещё раз."),
      en: .init(
        "The file “{file}” is cut off: it was not downloaded or sent whole.",
        why: "[It ends within its part “{part}”. ]It cannot be read, so the data are not counted.",
        mend: "Send the file again.")),
    Entry(
      "file.empty", .error,
      ru: .init(
        "Файл «{file}» пуст.",
        why: "В нём нет ни одного байта данных.",
        mend: "Отправьте файл ещё раз."),
      en: .init(
        "The file “{file}” is empty.",
        why: "There is nothing in it.",
        mend: "Send the file again.")),
    Entry(
      "file.not-workbook", .error,
      ru: .init(
        "Файл «{file}» назван как книга, но книгой не является.",
        why: "Прочитать его нельзя, данные организации не учтены.",
        mend: "Сохраните форму как XLSX или ODS и пришлите снова."),
      en: .init(
        "The file “{file}” is named like a workbook but is none.",
        why: "It cannot be read, so the data are not counted.",
        mend: "Save the form as XLSX or ODS and send it again.")),
    Entry(
      "file.unreadable", .error,
      ru: .init(
        "Файл «{file}» не прочитан: он повреждён или устроен не так, как книга.",
        why: "Данные организации не учтены.",
        mend: "Откройте файл, сохраните его заново как XLSX или ODS и пришлите снова."),
      en: .init(
        "The file “{file}” could not be read: {detail}.",
        why: "Its data are not counted.",
        mend: "Open the file, save it anew as XLSX or ODS and send it again.")),
    Entry(
      "file.too-large", .error,
      ru: .init(
        "Файл «{file}» больше, чем бывает форма.",
        why: "Такие файлы не читаются, чтобы один файл не остановил всю работу.",
        mend: "Пришлите форму без лишних листов, рисунков и вложений."),
      en: .init(
        "The file “{file}” is larger than a form can be: {detail}.",
        why: "Such files are not read, so that one file does not stop all work.",
        mend: "Send the form without extra sheets, pictures and attachments.")),
    Entry(
      "submission.undecided", .error,
      ru: .init(
        "Несколько файлов одной организации за один период, и неясно, какой новее: {places} "
          + "(сохранены: {dates}).",
        why: "Брать любой из них наугад нельзя, поэтому данные организации пока не учтены.",
        mend: "Оставьте в папке inbox один, верный, файл и запустите collect ещё раз."),
      en: .init(
        "Several files of one unit for one period, and none is known to be newer: {places} "
          + "(saved: {dates}).",
        why: "None may be taken at random, so the unit's data do not count yet.",
        mend: "Leave the right one in the inbox, take the others out, and run collect again."),
      toUnit: .init(
        "Получено несколько файлов за один период: {places} (сохранены: {dates}).",
        why: "Пока неизвестно, какой из них верен, данные организации не учтены.",
        mend: "Напишите, какой из файлов считать верным, или пришлите один, исправленный.")),
  ]
}
