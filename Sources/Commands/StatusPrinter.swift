import Campaign
import Monitoring
import Reporting
import Wording

/// The register of forms as a table or JSON.
struct StatusPrinter {
  /// Oldest period first.
  let registers: [FormRegister]
  let speaker: FindingSpeaker
  /// Whether only some units were asked for, so that totals are not those of the campaign.
  var isSelection = false

  var table: String {
    registers.map { register in
      ([rows(register)]
        + [refusals(register), earlier(register), again(register), late(register), parts(register)]
        .compactMap(\.self)
        + [total(register)])
        .joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(registers.flatMap { register in register.rows.map(StandingJSON.init) })
  }

  private func rows(_ register: FormRegister) -> String {
    var table = TextTable([
      (say("Период", "Period"), .left), ("№", .right), (say("Организация", "Unit"), .left),
      (say("Состояние", "State"), .left), (say("Поступила", "Came"), .left),
      (say("Версий", "Versions"), .right), (say("Ошибок", "Errors"), .right),
      (say("Вопросов", "Warnings"), .right), (say("Пояснено", "Explained"), .right),
      (say("Решений", "Decisions"), .right), (say("Заполнил(а)", "Filled in by"), .left),
      (say("Телефон", "Telephone"), .left), (say("Скан", "Scan"), .left),
      (say("Файл", "File"), .left),
    ])
    for row in register.rows {
      let standing = row.standing
      table.add([
        standing.period.description, String(standing.number), standing.name,
        Self.state(standing), Self.timing(row.timing), String(standing.versions),
        String(standing.errors), String(standing.warnings), String(standing.explained),
        String(standing.accepted + standing.corrected), row.filledBy ?? "", row.phone ?? "",
        row.scan.map(Speech.language.shortDate) ?? "",
        standing.file.isEmpty
          ? standing.refused.map(\.name).joined(separator: "; ") : standing.file,
      ])
    }
    return table.text
  }

  /// Files that came and were not taken, with why; nil where there are none.
  private func refusals(_ register: FormRegister) -> String? {
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
  private func late(_ register: FormRegister) -> String? {
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
  private func earlier(_ register: FormRegister) -> String? {
    let lines = register.rows.flatMap { row in
      row.standing.earlier.map { form in
        "  \(row.standing.name) — \(form.file): "
          + say("форма за \(form.period)", "a form of \(form.period)")
      }
    }
    guard !lines.isEmpty else { return nil }
    let head = say(
      "Форм за \(register.period) нет, получены формы за прошлые годы. Попросите форму за "
        + "\(register.period) или исправьте год в файле и положите его в inbox снова:",
      "No form of \(register.period) came, but forms of earlier years did. Ask for the form of "
        + "\(register.period), or mend the year in the file and put it into the inbox again:")
    return ([head] + lines).joined(separator: "\n")
  }

  /// Forms that were sent back and came again as they were; nil where there are none.
  private func again(_ register: FormRegister) -> String? {
    let lines = register.rows.compactMap { again($0.standing) }
    guard !lines.isEmpty else { return nil }
    let head = say(
      "Возвращены и присланы снова без исправлений (если исправлять нечего, отзовите возврат: svodka "
        + "withdraw и номер строки журнала):",
      "Sent back, and sent again as they were (if there is nothing to mend, take the return back: "
        + "svodka withdraw and the number of its line):")
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

  /// By group and by unit above; nil where there is one whole only.
  private func parts(_ register: FormRegister) -> String? {
    let parts = register.nodes + register.groups(unnamed: say("без группы", "no group"))
    guard !parts.isEmpty else { return nil }
    let counts = counts(register)
    var table = TextTable(
      [(say("Группа, территория", "Group, territory"), .left)]
        + counts.map { ($0.title, .right) })
    for part in parts {
      table.add([part.name] + counts.map { String($0.count(part.totals)) })
    }
    return table.text
  }

  /// The counts of a part under their headings; where there is no deadline, none of what came in
  /// time or late.
  private func counts(
    _ register: FormRegister
  ) -> [(title: String, count: (FormRegister.Totals) -> Int)] {
    let coming: [(title: String, count: (FormRegister.Totals) -> Int)] =
      register.deadline == nil
      ? [(say("Поступило", "Arrived"), \.arrived)]
      : [(say("В срок", "In time"), \.inTime), (say("С опозданием", "Late"), \.late)]
    return [(say("Ожидается", "Expected"), \.expected)] + coming + [
      (say("Не поступило", "Missing"), \.missing),
      (say("С ошибками", "With errors"), \.withErrors),
      (say("Возвращено", "Returned"), \.returned), (say("Принято", "Accepted"), \.accepted),
      (say("Сканов", "Scans"), \.scans),
    ]
  }

  private func total(_ register: FormRegister) -> String {
    let totals = register.totals
    let explained = register.rows.reduce(0) { $0 + $1.standing.explained }
    var parts = [
      TotalWords(
        period: register.period, totals: totals,
        late: register.deadline == nil ? nil : totals.late
      ).text
    ]
    if totals.scans > 0 { parts.append(say("сканов \(totals.scans)", "scans \(totals.scans)")) }
    if explained > 0 { parts.append(say("пояснено: \(explained)", "explained: \(explained)")) }
    let deadline = register.deadline.map {
      say(" Срок — \($0.shortText(.ru)).", " The deadline is \($0.shortText(.en)).")
    }
    let selected = isSelection ? say("Из отобранных. ", "Of those selected. ") : ""
    return selected + parts.joined(separator: ", ") + "." + (deadline ?? "")
  }

  private static func timing(_ timing: FormRegister.Timing) -> String {
    switch timing {
    case .awaited: ""
    case .overdue(let days): say(timing.printed.words, "\(days) d overdue")
    case .came(let day), .inTime(let day): Speech.language.shortDate(day)
    case .late(let day, let days):
      say(timing.printed.words, "\(Speech.language.shortDate(day)), \(days) d late")
    }
  }

  static func state(_ standing: UnitStanding) -> String {
    let printed = standing.printed
    let english =
      switch printed {
      case .missing: "missing"
      case .refused: "file refused"
      case .undecided: "several files"
      case .returned: "returned"
      case .afterClosing: "after closing"
      case .withErrors: "with errors"
      case .withWarnings: "accepted, with questions"
      case .clean: "accepted"
      }
    let isUnmended = standing.unmended != nil
    return say(
      printed.words(isUnmended: isUnmended),
      english + (isUnmended ? "; not mended after its return" : ""))
  }
}

extension CalendarDate {
  fileprivate func shortText(_ language: Language) -> String { language.shortDate(self) }
}
