import Foundation
import Markup
import TestSupport
import Testing

@testable import Spreadsheets

/// What stands beside the cells of workbooks that several programs saved
/// (`Fixtures/workbooks/beside`), against what openpyxl reads there.
@Suite struct XLSXExtrasFilesTests {
  static let folder = Checkout.fixtures.appending(path: "workbooks/beside")
  static let files = [
    "openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice-openpyxl.xlsx", "libreoffice-xlsxwriter.xlsx",
    "gnumeric.xlsx",
  ]

  @Test(arguments: files)
  func readsWhatStandsBesideTheCells(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
    let table = try String(
      contentsOf: Self.folder.appending(path: "expected.tsv"), encoding: .utf8)
    let expected = table.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(file + "\t")
    }
    #expect(!expected.isEmpty)
    let found = try ExtrasListing.lines(bytes, file: file)
    for line in Set(found).symmetricDifference(expected).sorted() {
      Issue.record("\(found.contains(line) ? "read" : "expected"): \(line)")
    }
    #expect(found.count == expected.count)
  }
}

/// What a workbook holds beside its cells, in the notation of `expected.tsv`.
enum ExtrasListing {
  static func lines(_ bytes: [UInt8], file: String) throws -> [String] {
    var reader = try XLSXReader.open(
      bytes: bytes, limits: SpreadsheetLimits(), contents: .everything)
    var lines = reader.description.names.map { name in
      line(
        file, "name", name.sheet,
        "\(name.name) = \(name.formula)\(name.isHidden ? " hidden" : "")")
    }
    lines.append(
      line(file, "structure", nil, reader.description.isStructureProtected ? "True" : "False"))
    for sheet in reader.sheets {
      guard let part = sheet.part else { continue }
      var extras = XLSXSheetExtras(contents: .everything, limits: SpreadsheetLimits())
      try reader.parse(part, XLSXName.worksheet + XLSXName.sheetExtras, &extras)
      let facts = extras.facts + (try reader.facts(besides: part, contents: .everything))
      lines += facts.compactMap { fact in
        described(fact).map { line(file, $0.kind, sheet.name, $0.text) }
      }
    }
    return lines
  }

  private static func line(
    _ file: String, _ kind: String, _ sheet: String?, _ text: String
  ) -> String {
    "\(file)\t\(kind)\t\(sheet ?? "–")\t\(text)".replacing("\n", with: "\\n")
  }

  private static func described(_ fact: SheetFact) -> (kind: String, text: String)? {
    switch fact {
    case .merge, .hiddenRows, .hiddenColumns: nil
    case .notice(let notice): ("notice", notice.code.rawValue)
    case .comment(let comment):
      ("comment", "\(comment.address) \(comment.author ?? "–"): \(comment.text)")
    case .validation(let validation): ("validation", described(validation))
    case .table(let table):
      (
        "table",
        "\(table.name) \(table.range) \(table.hasHeadings ? "headings" : "bare") "
          + "\(table.hasTotals ? "totals" : "plain") " + table.columns.joined(separator: "|")
      )
    case .protection(let protection):
      ("protection", protection.hasPassword ? "password" : "open")
    }
  }

  static func described(_ rule: CellValidation) -> String {
    let parts: [String?] = [
      rule.ranges.map(\.description).sorted().joined(separator: " "), rule.kind.rawValue,
      rule.comparison?.rawValue, rule.first, rule.second, rule.items?.joined(separator: "|"),
      rule.allowsBlank ? "blank" : "filled", rule.alert?.rawValue,
      rule.prompt.map { "\($0.title): \($0.text)" }, rule.error.map { "\($0.title): \($0.text)" },
    ]
    return parts.map { $0 ?? "–" }.joined(separator: "; ")
  }
}
