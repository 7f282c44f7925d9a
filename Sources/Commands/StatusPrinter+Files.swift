import Campaign
import Monitoring

/// What stands below the table of files that do not count, or count and mend nothing.
extension StatusPrinter {
  /// Files that came and were not taken, with why; nil where there are none.
  func refusals(_ register: FormRegister) -> String? {
    let lines = register.rows.flatMap { row in
      row.standing.refused.flatMap { file in
        ["  \(row.standing.name) — \(file.name)"]
          + file.reasons { speaker.words($0, Speech.language) }.map { "      \($0)" }
      }
    }
    guard !lines.isEmpty else { return nil }
    return ([say("Файлы получены, но не приняты:", "Files that came and were not taken:")] + lines)
      .joined(separator: "\n")
  }

  /// Files that came after the period was closed, with what can be done; nil where there are none.
  func late(_ register: FormRegister) -> String? {
    let lines = register.rows.flatMap { row in
      row.standing.afterClosing.map { "  \(row.standing.name) — \($0)" }
    }
    guard !lines.isEmpty else { return nil }
    let head = say(
      "Файлы пришли после закрытия периода и не учитываются (учитывается то, что подписано); чтобы "
        + "учесть их, откройте период: svodka unlock",
      "Files that came after the period was closed do not count (what was signed does); to count "
        + "them, open the period: svodka unlock")
    return ([head + ":"] + lines).joined(separator: "\n")
  }

  /// Forms of earlier years that came in the stead of missing ones; nil where there are none.
  func earlier(_ register: FormRegister) -> String? {
    let lines = register.rows.flatMap { row in
      row.standing.earlier.map { form in
        "  \(row.standing.name) — \(form.file): "
          + say("форма за \(form.period)", "a form of \(form.period)")
      }
    }
    guard !lines.isEmpty else { return nil }
    let head = say(
      "Вместо форм за \(register.period) эти организации прислали формы за прошлые годы. Попросите "
        + "форму за \(register.period) или исправьте год в файле и положите его в inbox снова:",
      "No form of \(register.period) came, but forms of earlier years did. Ask for the form of "
        + "\(register.period), or mend the year in the file and put it into the inbox again:")
    return ([head] + lines).joined(separator: "\n")
  }

  /// Forms that were sent back and came again as they were; nil where there are none.
  func again(_ register: FormRegister) -> String? {
    let lines = register.rows.compactMap { again($0.standing) }
    guard !lines.isEmpty else { return nil }
    let head = say(
      "Возвращены и присланы снова с теми же значениями (если исправлять нечего или исправлено "
        + "другое, отзовите возврат: svodka withdraw и номер строки журнала):",
      "Sent back, and sent again with the same values (if there is nothing to mend, or something "
        + "else was mended, take the return back: svodka withdraw and the number of its line):")
    return ([head] + lines).joined(separator: "\n")
  }

  private func again(_ standing: UnitStanding) -> String? {
    let name = standing.name
    if let file = standing.sentAgain, let entry = standing.sentBack {
      return say(
        "  \(name) — \(file): тот же файл, не учитывается; строка \(entry.number): \(entry.reason)",
        "  \(name) — \(file): the same file, does not count; line \(entry.number): \(entry.reason)")
    }
    guard let entry = standing.unmended else { return nil }
    return say(
      "  \(name) — \(standing.file): другой файл с теми же значениями, учитывается; строка "
        + "\(entry.number): \(entry.reason)",
      "  \(name) — \(standing.file): another file with the same values, counts; line "
        + "\(entry.number): \(entry.reason)")
  }

  /// Files of which nobody can tell whose they are; nil where there are none.
  func unclaimed(_ register: FormRegister) -> String? {
    guard !register.unclaimed.isEmpty else { return nil }
    let names = register.unclaimed.map(\.name).joined(separator: "; ")
    return say(
      "Неизвестно, чьи это файлы: \(names). Что с ними сделать, скажет svodka answer.",
      "Files of which nobody can tell whose they are: \(names). svodka answer says what to do "
        + "with them.")
  }
}
