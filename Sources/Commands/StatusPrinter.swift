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
        + [
          refusals(register), unclaimed(register), earlier(register), again(register),
          late(register), parts(register),
        ]
        .compactMap(\.self)
        + [total(register)])
        .joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(
      registers.flatMap { register in
        register.rows.map { StandingJSON($0) }
          + [StandingJSON(unclaimedOf: register)].compactMap(\.self)
      })
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

  /// How far a form has come, and whether the office's own corrections do not fit.
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
    var words = say(
      printed.words(isUnmended: isUnmended),
      english + (isUnmended ? "; the same values as when it was returned" : ""))
    if standing.officeErrors > 0 {
      words += say(
        "; ошибки после исправлений управления: \(standing.officeErrors)",
        "; errors after corrections of the office: \(standing.officeErrors)")
    }
    return words
  }
}

extension CalendarDate {
  fileprivate func shortText(_ language: Language) -> String { language.shortDate(self) }
}
