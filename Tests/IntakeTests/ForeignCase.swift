import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// A pack for one foreign table: nothing but YAML differs from one table to the next.
struct ForeignCase {
  var pack: SystemPack
  var register: UnitRegister
  var periods: [Period]

  /// - Parameters:
  ///   - form: the data section's layout and fields, `code: label` a line.
  ///   - bindings: `bindings.yaml`.
  ///   - kinds: of fields that are no mere numbers, by their codes.
  ///   - members: of the dictionary `kinds`, `code: title` a line.
  init(
    layout: String = "list", fields: [(String, String)], kinds: [String: String] = [:],
    members: [(String, String)] = [],
    units: [(String, String)]? = nil, years: [Int], bindings: String
  ) throws {
    var texts: [String: String] = [:]
    let folder = Scotland.fixture.appending(path: "pack")
    for name in ["pack", "rules", "sentences", "recommendations", "measures", "documents"] {
      texts["\(name).yaml"] = try String(
        contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
    }
    texts["indicators.yaml"] = "indicators: []"
    texts["dictionaries.yaml"] = Self.dictionary(members)
    texts["form.yaml"] = Self.form(layout, fields, kinds)
    texts["bindings.yaml"] = bindings
    pack = try PackLoader.load(PackFiles(texts: texts))
    register = try units.map(Self.register) ?? Scotland.register()
    periods = years.compactMap(Period.init(year:))
  }

  private static func dictionary(_ members: [(String, String)]) -> String {
    let lines = members.map { "      - {code: \($0.0), title: \"\($0.1)\"}\n" }.joined()
    return members.isEmpty
      ? "dictionaries: []"
      : "dictionaries:\n  - code: kinds\n    title: Kinds\n    members:\n\(lines)"
  }

  private static func form(
    _ layout: String, _ fields: [(String, String)], _ kinds: [String: String]
  ) -> String {
    let lines = fields.map {
      "        - {code: \($0.0), label: \"\($0.1)\", kind: \(kinds[$0.0] ?? "number")}\n"
    }.joined()
    return """
      form:
        code: table
        version: 1
        title: Table
        sections:
          - code: title
            sheet: Title
            title: Title
            layout: list
            fields:
              - {code: unit_code, label: Code, kind: {identity: unit_code}}
              - {code: period, label: Year, kind: {identity: period}}
          - code: data
            sheet: Data
            title: Data
            layout: \(layout)
            fields:

      """ + lines
  }

  private static func register(_ units: [(String, String)]) -> UnitRegister {
    func unit(_ number: Int, _ code: String, _ name: String) -> Monitoring.Unit {
      Monitoring.Unit(
        code: UnitCode(rawValue: code), number: number, names: [.init(full: name, short: name)],
        level: "school")
    }
    return UnitRegister(
      root: unit(0, "root", "Root"),
      units: units.enumerated().map { unit($0.offset + 1, $0.element.0, $0.element.1) })
  }

  func read(_ file: FormFile) -> ForeignBinder.Reading {
    ForeignBinder(pack: pack, register: register, periods: periods).read(file)
  }

  /// A sheet typed in rows, an empty text for an empty cell; a text of digits is a number.
  static func sheet(_ rows: [[String]], name: String = "S", merges: [CellRange] = []) -> Grid {
    var cells: [CellAddress: GridCell] = [:]
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        cells[CellAddress(row: row + 1, column: column + 1)] = GridCell(
          ExactNumber(text).map { .number($0) } ?? .text(text), rawText: text)
      }
    }
    return Grid(name: name, cells: cells, merges: merges)
  }

  func read(_ sheets: Grid...) -> ForeignBinder.Reading {
    read(FormFile(path: "table.xlsx", hash: "h", sheets: sheets))
  }
}

extension ForeignBinder.Reading {
  /// «3.5», or the state in a word.
  func shown(_ field: String, _ unit: String, _ year: Int, _ kind: String? = nil) -> String {
    guard let period = Period(year: year) else { return "no period" }
    let breakdown = kind.map { Breakdown("kinds", MemberCode(rawValue: $0)) } ?? .whole
    let found = observation(
      FieldCode(rawValue: field), of: UnitCode(rawValue: unit), in: period, by: breakdown)
    return switch found?.state {
    case .given(.number(let number)): number.description
    case .given: "given"
    case .missing: "missing"
    case .notApplicable: "not applicable"
    case .unreadable: "unreadable"
    case .withheld: "withheld"
    case nil: "none"
    }
  }

  /// «code at place: value», of the file and of all forms.
  var said: [String] {
    (findings + forms.flatMap(\.findings)).map { "\($0.code) \($0.origins.first?.place ?? "")" }
  }

  func count(_ code: FindingCode) -> Int { findings.count { $0.code == code } }
}
