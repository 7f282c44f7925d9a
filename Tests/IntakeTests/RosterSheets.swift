import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport

@testable import Intake

/// Rosters as tests type them: a title, headings, rows.
enum RosterSheets {
  static let register = UnitRegister(
    root: Unit(
      code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
      level: "municipality"),
    units: ["school-07", "school-08"].enumerated().map { number, code in
      Unit(
        code: UnitCode(rawValue: code), number: number,
        names: [.init(full: "Школа \(number)", short: "Школа \(number)")], level: "school")
    })

  static let headings = [
    "ФИО", "Дата рождения", "Дата приёма на работу", "Предметы", "Внешний совместитель",
  ]

  static func binder(_ changes: [(String, String)] = []) throws -> RosterBinder {
    var texts = try RosterTexts.pack()
    for (old, new) in changes {
      texts["rosters.yaml"] = texts["rosters.yaml"]?.replacing(old, with: new)
    }
    let pack = try PackLoader.load(PackFiles(texts: texts))
    return RosterBinder(
      rosters: pack.rosters, forms: pack.forms, classifiers: pack.classifiers,
      readings: pack.readings, register: register,
      periods: [2020, 2021].compactMap(Period.init(year:)))
  }

  /// A sheet whose rows are texts, the title block first and the headings in row 4.
  static func sheet(
    _ rows: [[String]], unit: String = "school-07", headings: [String] = headings,
    name: String = "Педагоги", merges: [CellRange] = []
  ) -> Grid {
    let all = [["Код организации", unit], ["Отчётный год", "2021"], [], headings] + rows
    var cells: [CellAddress: GridCell] = [:]
    for (row, texts) in all.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        cells[CellAddress(row: row + 1, column: column + 1)] = GridCell(.text(text), rawText: text)
      }
    }
    return Grid(name: name, cells: cells, merges: merges)
  }

  static func file(_ sheets: [Grid], path: String = "список.xlsx") -> FormFile {
    FormFile(path: path, hash: "0123456789abcdef", sheets: sheets)
  }

  static func file(_ rows: [[String]]) -> FormFile { file([sheet(rows)]) }
}

extension RosterReading {
  /// «given 3», «unreadable»; nil when there is no such count.
  func state(_ field: FieldCode, _ subject: MemberCode? = nil) -> Observation.State? {
    let breakdown = subject.map { Breakdown("subjects", $0) } ?? .whole
    return bindings.flatMap(\.observations)
      .first { $0.key.field == field && $0.key.breakdown == breakdown }?.state
  }

  var findings: [Finding] { bindings.flatMap(\.findings) }
  var codes: [String] { findings.map(\.code.rawValue) }
}

extension Observation.State {
  static func count(_ number: Int) -> Self { .given(.number(.init(number))) }
}
