extension FindingCatalogue {
  /// What can be said of a file that another program works on, or that no program can name.
  static let diskEntries: [Entry] = [
    Entry(
      "file.changing", .error,
      ru: .init(
        "Файл «{file}» меняется во время чтения: его сейчас сохраняет или копирует другая "
          + "программа.",
        why: "Прочитанное могло бы оказаться смесью старого и нового, поэтому файл не учтён; "
          + "то, что сохранено из него раньше, цело.",
        mend: "Дождитесь конца сохранения или копирования и запустите collect ещё раз."),
      en: .init(
        "The file “{file}” changes while it is read: another program is saving or copying it.",
        why: "What was read might be half old and half new, so the file is not counted; what was "
          + "stored of it before is whole.",
        mend: "Wait until it is saved or copied and run collect again.")),
    Entry(
      "file.gone", .warning,
      ru: .init(
        "Файл «{file}» исчез из inbox, пока читались формы.",
        why: "Его убрали, переименовали или сохранили под новым именем; прочитать его не удалось.",
        mend: "Если файл убрали намеренно, делать ничего не нужно; иначе верните его в inbox и "
          + "запустите collect ещё раз."),
      en: .init(
        "The file “{file}” vanished from the inbox while forms were read.",
        why: "It was taken away, renamed or saved under a new name, so it could not be read.",
        mend: "Nothing is to be done if that was meant; otherwise put it back into the inbox and "
          + "run collect again.")),
    Entry(
      "file.name-bytes", .error,
      ru: .init(
        "Имя «{file}» записано не в UTF-8; открыть по нему ничего нельзя.",
        why: "Так бывает, если архив распаковала старая программа. Знаки, которых не разобрать, "
          + "показаны как «\u{FFFD}»; что под этим именем лежит, не прочитано.",
        mend: "Переименуйте файл или папку, например: forma-1.xlsx, и запустите collect ещё раз."),
      en: .init(
        "The name “{file}” is not in UTF-8; nothing can be opened by it.",
        why: "Archives unpacked by old programs have such names. Letters that nobody can tell are "
          + "shown as “\u{FFFD}”; what lies under this name was not read.",
        mend: "Rename the file or folder, forma-1.xlsx for instance, and run collect again.")),
    Entry(
      "file.open", .notice,
      ru: .init(
        "Форма «{file}» открыта в офисной программе.",
        why: "Прочитано то, что было сохранено последним; набранное после этого не учтено.",
        mend: "Сохраните и закройте файл и запустите collect ещё раз. Если его никто не открывал, "
          + "программа оставила рядом пометку «~$…» или «.~lock…»: её можно удалить."),
      en: .init(
        "The form “{file}” is open in an office program.",
        why: "What was saved last was read; what was typed since is not counted.",
        mend: "Save and close the file and run collect again. If nobody has it open, a program "
          + "left a mark beside it, “~$…” or “.~lock…”, which may be deleted.")),
  ]
}
