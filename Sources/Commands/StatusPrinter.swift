import Campaign
import Monitoring

/// Who handed in, as a table or JSON.
struct StatusPrinter {
  let rows: [UnitStanding]

  init(status: [Period: [UnitStanding]], unit: String?, period: Period?) {
    rows = status.keys.sorted().filter { period == nil || $0 == period }
      .flatMap { status[$0] ?? [] }
      .filter { unit == nil || $0.unit.rawValue == unit }
  }

  var table: String {
    var table = TextTable([
      (say("Период", "Period"), .left), ("№", .right), (say("Организация", "Unit"), .left),
      (say("Состояние", "State"), .left), (say("Ошибок", "Errors"), .right),
      (say("Вопросов", "Warnings"), .right), (say("Пояснено", "Explained"), .right),
      (say("Версий", "Versions"), .right), (say("Файл", "File"), .left),
    ])
    for row in rows {
      table.add([
        row.period.description, String(row.number), row.name, Self.state(row.state),
        String(row.errors), String(row.warnings), String(row.explained), String(row.versions),
        row.file,
      ])
    }
    let missing = rows.count { $0.state == .missing }
    let errors = rows.count { $0.state == .withErrors || $0.state == .undecided }
    let explained = rows.reduce(0) { $0 + $1.explained }
    let accepted = rows.reduce(0) { $0 + $1.accepted }
    let corrected = rows.reduce(0) { $0 + $1.corrected }
    let returned = rows.count { $0.state == .returned }
    let settled = [
      (say("возвращено", "returned"), returned), (say("пояснено", "explained"), explained),
      (say("принято замечаний", "findings accepted"), accepted),
      (say("исправлено значений", "values corrected"), corrected),
    ].filter { $0.1 > 0 }.map { ", \($0.0): \($0.1)" }.joined()
    return table.text + "\n\n"
      + say(
        "Ожидалось \(rows.count), поступило \(rows.count - missing), с ошибками \(errors), "
          + "не поступило \(missing)",
        "Expected \(rows.count), arrived \(rows.count - missing), with errors \(errors), "
          + "missing \(missing)") + settled + "."
  }

  func json() throws -> [UInt8] { try JSONText.bytes(rows.map(StandingJSON.init)) }

  private static func state(_ state: UnitStanding.State) -> String {
    switch state {
    case .missing: say("не поступила", "missing")
    case .undecided: say("два файла", "two files")
    case .returned: say("возвращена", "returned")
    case .withErrors: say("с ошибками", "with errors")
    case .withWarnings: say("есть вопросы", "with warnings")
    case .clean: say("принята", "clean")
    }
  }
}
