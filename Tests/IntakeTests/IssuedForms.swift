import ExactNumbers
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// The forms of the demonstration campaign, issued and filled in with the values that its
/// generator wrote down.
struct IssuedForms {
  let pack: SystemPack
  let settings: CampaignSettings
  let register: UnitRegister
  let binder: FormBinder
  private let given: [Period: [UnitCode: [Observation]]]

  static let period = Period(year: 2021)

  init() throws {
    pack = try PackLoader.load(folder: Checkout.templates.appending(path: "vilyuysk"))
    let folder = Checkout.fixtures.appending(path: "campaign")
    let text = try String(contentsOf: folder.appending(path: "campaign.yaml"), encoding: .utf8)
    settings = try CampaignFile.load(text: text)
    let bytes = try Data(contentsOf: folder.appending(path: "schools.xlsx"))
    let file = FileIntake().read(path: "schools.xlsx", hash: "", bytes: Array(bytes))
    register = UnitRegisterReader(root: settings.district).read(try #require(file.form)).register
    binder = FormBinder(
      schema: pack.forms[0], among: pack.forms, classifiers: pack.classifiers,
      readings: pack.readings, register: register, periods: settings.periods)
    var given: [Period: [UnitCode: [Observation]]] = [:]
    for row in try tableRows(Checkout.fixtures.appending(path: "expected/values.csv"))
    where row["current"] == "yes" {
      let observation = try Self.observation(row, pack)
      given[observation.key.period, default: [:]][observation.key.unit, default: []]
        .append(observation)
    }
    self.given = given
  }

  private static func observation(
    _ row: [String: String], _ pack: SystemPack
  ) throws -> Observation {
    let breakdown = row["breakdown"] == "-" ? "" : row["breakdown"] ?? ""
    let field = try #require(pack.field(FieldCode(rawValue: row["field"] ?? "")))
    return Observation(
      key: .init(
        unit: UnitCode(rawValue: row["unit"] ?? ""),
        period: try #require(Period(row["period"] ?? "")), field: field.code,
        breakdown: try #require(Breakdown(breakdown))),
      state: .given(try value(row["value"] ?? "", of: field)), origin: nil)
  }

  private static func value(_ text: String, of field: FormField) throws -> Observation.Value {
    switch field.kind {
    case .count, .percent, .number: .number(try #require(ExactNumber(text)))
    case .yesNo: .yesNo(text == "yes")
    case .choice: .choice(MemberCode(rawValue: text))
    case .date: .date(text)
    case .text, .identity: .text(text)
    }
  }

  var units: [Monitoring.Unit] { Self.period.map { register.expected(in: $0) } ?? [] }

  /// Those of them that have handed in by their generator.
  var answered: [Monitoring.Unit] { units.filter { !values($0.code, 2021).isEmpty } }

  /// What a unit gave in a year, by its generator.
  func values(_ unit: UnitCode, _ year: Int) -> [Observation] {
    Period(year: year).flatMap { given[$0]?[unit] } ?? []
  }

  func issued(_ unit: Monitoring.Unit, last: [Observation]? = nil) throws -> IssuedForm {
    FormIssuer(schema: pack.forms[0], pack: pack, settings: settings).issue(
      to: unit, for: try #require(Self.period), last: last ?? values(unit.code, 2020))
  }

  /// The form with the values of its school typed in.
  func filled(_ unit: Monitoring.Unit, last: [Observation]? = nil) throws -> IssuedForm {
    var form = try issued(unit, last: last)
    for observation in values(unit.code, 2021) {
      let key = FormPlaces.Key(observation.key.field, observation.key.breakdown)
      let place = try #require(form.places.current[key], "\(key) has no cell")
      try form.workbook.type(content(observation), at: place)
    }
    return form
  }

  /// What a person types.
  private func content(_ observation: Observation) throws -> NewCell.Content {
    guard case .given(let value) = observation.state else { return .empty }
    switch value {
    case .number(let number): return .number(number)
    case .yesNo(let flag): return .text(flag ? "да" : "нет")
    case .text(let text): return .text(text)
    case .date(let day): return .date(day)
    case .choice(let member):
      let field = try #require(pack.field(observation.key.field))
      guard case .choice(let dictionary) = field.kind else { return .empty }
      return .text(try #require(pack.classifier(dictionary)?[member]).title)
    }
  }
}

extension NewWorkbook {
  /// Types into a cell.
  mutating func type(_ content: NewCell.Content, at place: NewReference) throws {
    let sheet = try #require(sheets.firstIndex { $0.name == place.sheet })
    let row = place.address.row - 1
    let column = place.address.column - 1
    try #require(sheets[sheet].rows.indices.contains(row))
    try #require(sheets[sheet].rows[row].cells.indices.contains(column))
    #expect(!sheets[sheet].rows[row].cells[column].style.isLocked)
    sheets[sheet].rows[row].cells[column].content = content
  }

  /// The workbook as binding sees it, without a file between.
  var file: FormFile { FormFile(path: "form.xlsx", hash: "h", sheets: sheets.map(\.grid)) }
}

extension NewSheet {
  var grid: Grid {
    var cells: [CellAddress: GridCell] = [:]
    for (row, line) in rows.enumerated() {
      for (column, cell) in line.cells.enumerated() {
        cells[CellAddress(row: row + 1, column: column + 1)] = cell.content.gridCell
      }
    }
    return Grid(name: name, isHidden: isHidden, cells: cells, merges: merges)
  }
}

extension NewCell.Content {
  fileprivate var gridCell: GridCell? {
    switch self {
    case .empty: nil
    case .text(let text), .formula(_, shown: .text(let text)):
      GridCell(.text(text), rawText: text)
    case .number(let number), .formula(_, shown: .number(let number)):
      GridCell(.number(number), rawText: number.description)
    case .formula(_, shown: .flag(let flag)): GridCell(.flag(flag), rawText: "")
    case .date(let day): GridCell(.date(day), rawText: day)
    }
  }
}
