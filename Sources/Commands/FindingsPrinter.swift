import Campaign
import Findings
import Wording

/// Findings for a person at a terminal, grouped by file, or as JSON for a program.
struct FindingsPrinter {
  let findings: [Finding]
  let speaker: FindingSpeaker
  /// What is counted besides those that are shown.
  var unshown: [Finding] = []

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  var table: String {
    guard !findings.isEmpty else {
      return say("Замечаний нет.", "No findings.")
    }
    var lines: [String] = []
    var file = ""
    for finding in findings {
      let origin = finding.origins.first
      if let origin, origin.file != file {
        file = origin.file
        lines.append((lines.isEmpty ? "" : "\n") + file)
      }
      lines.append(line(finding, origin))
    }
    lines.append("\n" + counts)
    return lines.joined(separator: "\n")
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(findings.map { FindingJSON($0, speaker) })
  }

  private func line(_ finding: Finding, _ origin: Origin?) -> String {
    let words = speaker.words(finding, Speech.language)
    let place = origin.map { $0.place == $0.file ? "" : $0.place + ": " } ?? ""
    // What was explained or decided about needs no mending, and shows why.
    let why = finding.decision?.reason ?? finding.explanation
    if finding.isOfOffice, finding.isOpen {
      return "  \(mark(finding))  \(place)\(words.headline)  [\(finding.code)]\n      → "
        + Self.ofOffice(finding.correction)
    }
    let next = why.map { "← " + $0 } ?? (words.mend.isEmpty ? "" : "→ " + words.mend)
    return "  \(mark(finding))  \(place)\(words.headline)  [\(finding.code)]"
      + (next.isEmpty ? "" : "\n      \(next)")
  }

  /// What the office is told of what it brought in itself.
  private static func ofOffice(_ correction: Decision?) -> String {
    guard let correction else {
      return say(
        "Это следствие исправлений управления, школе не сообщается как ошибка. Проверьте их: "
          + "svodka journal покажет исправления, svodka correct — другое значение, svodka withdraw "
          + "— отозвать.",
        "This comes from corrections of the office; the school is not told of an error. Look at "
          + "them: svodka journal shows them, svodka correct for another value, svodka withdraw to "
          + "take one back.")
    }
    let number = correction.number
    return say(
      "Это следствие исправления управления (строка \(number) журнала: \(correction.reason)), школе "
        + "не сообщается как ошибка. Проверьте исправление: svodka correct — другое значение, svodka "
        + "withdraw \(number) — отозвать.",
      "This comes from a correction of the office (line \(number) of the journal: "
        + "\(correction.reason)); the school is not told of an error. Look at it: svodka correct for "
        + "another value, svodka withdraw \(number) to take it back.")
  }

  private func mark(_ finding: Finding) -> String {
    switch finding.decision?.act {
    case .corrected: say("исправлено управлением", "corrected by the office")
    case .accepted: say("учтено по решению управления", "accepted by the office")
    case nil:
      finding.isOpen ? finding.severity.word(in: Speech.language) : say("пояснено", "explained")
    }
  }

  /// «3 ошибки, 1 вопрос, 2 к сведению, пояснено: 2, решено управлением: 1».
  var counts: String {
    let all = findings + unshown
    let count = { severity in all.count { $0.severity == severity && $0.isOpen } }
    let decided = all.count { $0.decision != nil }
    let explained = all.count { !$0.isOpen } - decided
    let settled =
      (explained == 0 ? "" : say(", пояснено: ", ", explained: ") + "\(explained)")
      + (decided == 0 ? "" : say(", решено управлением: ", ", decided: ") + "\(decided)")
    return say(
      [
        Language.ru.counted(count(.error), "ошибка", "ошибки", "ошибок"),
        Language.ru.counted(count(.warning), "вопрос", "вопроса", "вопросов"),
        "\(count(.notice)) к сведению",
      ].joined(separator: ", "),
      "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.notice)) notices") + settled
  }
}
