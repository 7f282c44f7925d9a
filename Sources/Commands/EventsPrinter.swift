import Campaign
import Findings
import Monitoring
import Wording

/// What has changed since a day, a line an event.
struct EventsPrinter {
  let events: [RegisterEvent]
  let campaign: OpenCampaign

  var text: String {
    guard !events.isEmpty else {
      return say("С этого дня ничего не изменилось.", "Nothing has changed since that day.")
    }
    var table = TextTable([
      (say("Когда", "When"), .left), (say("Период", "Period"), .left),
      (say("Организация", "Unit"), .left), (say("Что", "What"), .left),
      (say("Кто и почему", "Who and why"), .left),
    ])
    for event in events {
      table.add([
        Speech.language.moment(event.at), event.period.description, name(event), what(event.kind),
        who(event.kind),
      ])
    }
    return table.text
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(
      events.map { event in
        EventJSON(
          at: event.at, period: event.period.description, unit: event.unit.rawValue,
          name: name(event), what: what(event.kind), who: who(event.kind))
      })
  }

  private func name(_ event: RegisterEvent) -> String {
    campaign.register[event.unit]?.name(in: event.period).short ?? event.unit.rawValue
  }

  private func what(_ kind: RegisterEvent.Kind) -> String {
    switch kind {
    case .arrived(1, let file): say("поступила: \(file)", "arrived: \(file)")
    case .arrived(let version, let file):
      say("версия \(version): \(file)", "version \(version): \(file)")
    case .decided(let line): act(line.act)
    }
  }

  private func act(_ act: JournalEntry.Act) -> String {
    switch act {
    case .correct(let field, _, _, _): say("исправлено: \(field)", "corrected: \(field)")
    case .accept(let code, _, _, _): say("принято: \(code.rawValue)", "accepted: \(code.rawValue)")
    case .returnForm: say("возвращена", "returned")
    case .scan: say("получен скан", "scan received")
    case .lock: say("период закрыт", "period closed")
    case .unlock: say("период открыт", "period opened")
    case .importResults: say("перенесены итоги", "results imported")
    case .newPeriod: say("начат период", "period begun")
    case .withdraw(let line): say("отменена строка \(line)", "line \(line) withdrawn")
    }
  }

  private func who(_ kind: RegisterEvent.Kind) -> String {
    guard case .decided(let line) = kind else { return "" }
    return line.reason.isEmpty ? line.author : "\(line.author): \(line.reason)"
  }
}

private struct EventJSON: Encodable {
  var at: String
  var period: String
  var unit: String
  var name: String
  var what: String
  var who: String
}
