import Campaign
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Wording

/// The story of a campaign as a table, JSON or CSV.
struct JournalPrinter {
  let lines: [JournalLine]
  let names: CampaignNames
  let speaker: FindingSpeaker
  /// By which the days and times of the table are told.
  let days: CampaignDays

  private var titles: [String] {
    [
      say("Строка", "Line"), say("Когда", "When"), say("Период", "Period"),
      say("Организация", "Unit"), say("Что", "What"), say("Кто", "Who"), say("Почему", "Why"),
    ]
  }

  var table: String {
    guard !lines.isEmpty else { return say("Ничего не было.", "Nothing happened.") }
    var table = TextTable(titles.enumerated().map { ($0.element, $0.offset == 0 ? .right : .left) })
    for line in lines { table.add(cells(line)) }
    return table.text
  }

  var csv: String {
    ([titles] + lines.map(cells)).map { cells in
      cells.map { commaSeparated($0, ",") }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(lines.map { LineJSON($0, days, what: what($0)) })
  }

  private func cells(_ line: JournalLine) -> [String] {
    var number = ""
    if case .decided(_, let line, _) = line.event { number = String(line) }
    return [
      number, Speech.language.moment(days.local(line.at)), line.period?.description ?? "",
      line.name ?? "",
      what(line), line.author, reason(line),
    ]
  }

  /// What `collect` chose by itself it says in English, whoever reads.
  private func reason(_ line: JournalLine) -> String {
    guard case .chosen = line.event, line.author == CampaignJournal.byItself else {
      return Self.shortened(line.reason)
    }
    return say("в inbox остался только он", line.reason)
  }

  /// With the beginning of a checksum in place of all of it: enough to tell tables apart.
  private static func shortened(_ reason: String) -> String {
    reason.replacing(/(SHA-256 [0-9a-f]{8})[0-9a-f]{56}/) { "\($0.output.1)…" }
  }

  private func what(_ line: JournalLine) -> String {
    switch line.event {
    case .arrived(let file, let version, let changed, let counts):
      let came = say("файл \(file), версия \(version)", "file \(file), version \(version)")
      let values = changed.map {
        say(", изменено значений: \($0)", ", values changed: \($0)")
      }
      return came + (values ?? "") + (counts ? "" : say(", не учитывается", ", does not count"))
    case .chosen(let file, let version):
      let which = version.map { say(", версия \($0)", ", version \($0)") } ?? ""
      return say("учитывается файл \(file)\(which)", "the file \(file)\(which) counts")
    case .decided(let act, _, let withdrawn):
      let gone = withdrawn.map {
        say(" (отозвано строкой \($0))", " (withdrawn by line \($0))")
      }
      return words(act, line) + (gone ?? "")
    }
  }

  private func words(_ act: JournalEntry.Act, _ line: JournalLine) -> String {
    switch act {
    case .correct(let field, let breakdown, let before, let after):
      return say("исправлено: ", "corrected: ") + name(field, breakdown, line)
        + ": \(state(before, field, line)) → \(state(after, field, line))"
    case .accept(let code, let field, let breakdown, let seen):
      let value =
        field.isEmpty
        ? ""
        : ", " + name(FieldCode(rawValue: field), Breakdown(breakdown) ?? .whole, line)
      return say("учтено несмотря на замечание ", "accepted in spite of ")
        + finding(code, seen, line) + value
    case .returnForm: return say("форма возвращена", "the form was sent back")
    case .scan: return say("скан получен", "the scan was received")
    case .lock: return say("период закрыт", "the period was closed")
    case .unlock: return say("период открыт снова", "the period was opened again")
    case .importResults: return say("приняты итоги прежнего года", "earlier results were imported")
    case .newPeriod: return say("начат новый период", "a new period began")
    case .withdraw(let line): return say("отозвана строка \(line)", "line \(line) was withdrawn")
    }
  }

  private func finding(_ code: FindingCode, _ seen: String, _ line: JournalLine) -> String {
    guard let period = line.period else { return code.rawValue }
    let words = speaker.accepted(code, seen: seen, in: period, Speech.language)
    return words == code.rawValue ? words : say("«\(words)»", "“\(words)”")
  }

  private func name(_ field: FieldCode, _ breakdown: Breakdown, _ line: JournalLine) -> String {
    guard let period = line.period else { return field.rawValue }
    return names.value(field, breakdown, in: period, Speech.language)
  }

  private func state(
    _ state: Observation.State?, _ field: FieldCode, _ line: JournalLine
  ) -> String {
    guard let period = line.period else { return "" }
    return names.state(state, of: field, in: period, Speech.language)
  }
}

/// A line of the story as JSON has it.
private struct LineJSON: Encodable {
  /// UTC.
  var at: String
  /// The day that the campaign's time zone had then.
  var day: String?
  var unit: String?
  var name: String?
  var period: String?
  /// arrived, chosen, correct, accept, return, scan, lock, unlock, import, new-period, withdraw.
  var event: String
  /// As the table says it.
  var what: String
  var author: String?
  var reason: String?
  var file: String?
  var version: Int?
  var changed: Int?
  var counts: Bool?
  /// The line of the journal.
  var line: Int?
  var withdrawnBy: Int?
  var withdraws: Int?
  var field: String?
  var breakdown: String?
  var code: String?
  var before: String?
  var after: String?

  init(_ line: JournalLine, _ days: CampaignDays, what: String) {
    self.what = what
    at = line.at
    day = days.day(of: line.at)?.iso
    unit = line.unit?.rawValue
    name = line.name
    period = line.period?.description
    author = line.author.isEmpty ? nil : line.author
    reason = line.reason.isEmpty ? nil : line.reason
    switch line.event {
    case .arrived(let file, let version, let changed, let counts):
      event = "arrived"
      (self.file, self.version, self.changed, self.counts) = (file, version, changed, counts)
    case .chosen(let file, let version):
      (event, self.file, self.version) = ("chosen", file, version)
    case .decided(let act, let number, let withdrawn):
      event = ""
      (self.line, withdrawnBy) = (number, withdrawn)
      take(act)
    }
  }

  private mutating func take(_ act: JournalEntry.Act) {
    switch act {
    case .correct(let field, let breakdown, let before, let after):
      event = "correct"
      (self.field, self.breakdown) = (field.rawValue, breakdown.description)
      (self.before, self.after) = (Self.text(before), Self.text(after))
    case .accept(let code, let field, let breakdown, _):
      event = "accept"
      (self.code, self.field, self.breakdown) = (code.rawValue, field, breakdown)
    case .returnForm: event = "return"
    case .scan: event = "scan"
    case .lock: event = "lock"
    case .unlock: event = "unlock"
    case .importResults: event = "import"
    case .newPeriod: event = "new-period"
    case .withdraw(let line): (event, withdraws) = ("withdraw", line)
    }
  }

  /// The value alone; a state without one by its name; nil where the form has no such place.
  private static func text(_ state: Observation.State?) -> String? {
    switch state {
    case .given(let value), .withheld(let value): text(value)
    case .missing: "missing"
    case .notApplicable: "not_applicable"
    case .unreadable: "unreadable"
    case nil: nil
    }
  }

  private static func text(_ value: Observation.Value) -> String {
    switch value {
    case .number(let number): number.description
    case .yesNo(let flag): flag ? "yes" : "no"
    case .choice(let member): member.rawValue
    case .text(let text), .date(let text): text
    }
  }
}
