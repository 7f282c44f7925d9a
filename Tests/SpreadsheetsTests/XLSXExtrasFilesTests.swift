import Foundation
import Spreadsheets
import TestSupport
import Testing

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
    let workbook = try Workbook(reading: bytes, contents: .everything)
    let description = workbook.description
    var lines = description.names.map { name in
      line(
        file, "name", name.sheet,
        "\(name.name) = \(name.formula)\(name.isHidden ? " hidden" : "")")
    }
    lines.append(line(file, "structure", nil, description.isStructureProtected ? "True" : "False"))
    for sheet in workbook.sheets {
      if let protection = sheet.protection {
        lines.append(
          line(file, "protection", sheet.name, protection.hasPassword ? "password" : "open"))
      }
      lines += sheet.comments.map { comment in
        line(
          file, "comment", sheet.name,
          "\(comment.address) \(comment.author ?? "–"): \(comment.text)")
      }
      lines += sheet.validations.map { line(file, "validation", sheet.name, described($0)) }
      lines += sheet.notices.filter { $0.code == .partUnread }.map {
        line(file, "notice", sheet.name, $0.code.rawValue)
      }
    }
    lines += description.tables.map { line(file, "table", $0.sheet, described($0)) }
    return lines
  }

  private static func line(
    _ file: String, _ kind: String, _ sheet: String?, _ text: String
  ) -> String {
    "\(file)\t\(kind)\t\(sheet ?? "–")\t\(text)".replacing("\n", with: "\\n")
  }

  private static func described(_ table: SheetTable) -> String {
    "\(table.name) \(table.range) \(table.hasHeadings ? "headings" : "bare") "
      + "\(table.hasTotals ? "totals" : "plain") " + table.columns.joined(separator: "|")
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
