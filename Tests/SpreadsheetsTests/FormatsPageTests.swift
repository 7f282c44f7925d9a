import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Documentation/Formats.md says what the code says.
@Suite struct FormatsPageTests {
  /// The cells of the rows whose first cell is `code`, under a heading.
  static func rows(under heading: String) throws -> [[String]] {
    let page = try String(
      contentsOf: Checkout.root.appending(path: "Documentation/Formats.md"), encoding: .utf8)
    let part = page.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) } ?? ""
    return part.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func listsEveryNotice() throws {
    let listed = try Self.rows(under: "Notices").map(\.[0])
    #expect(listed == Notice.Code.allCases.map { "`\($0.rawValue)`" })
  }

  static func shown(_ name: String, _ value: Any) -> String {
    guard let number = value as? Int else { return "\(value)" }
    if name.hasSuffix("Bytes") || name == "markupRun" {
      for (unit, shift) in [("GB", 30), ("MB", 20), ("kB", 10)] where number >= 1 << shift {
        return "\(number >> shift) \(unit)"
      }
    }
    return number.formatted(.number.locale(Locale(identifier: "en_US")))
  }

  @Test func listsEveryLimitWithItsValues() throws {
    let usual = Mirror(reflecting: SpreadsheetLimits()).children
    let form = Mirror(reflecting: SpreadsheetLimits.form).children
    let expected = zip(usual, form).map { one, other in
      let name = one.label ?? ""
      return ["`\(name)`", Self.shown(name, one.value), Self.shown(name, other.value)]
    }
    #expect(try Self.rows(under: "Limits").map { Array($0.prefix(3)) } == expected)
  }

  @Test func listsWhatCanBeAskedFor() throws {
    let listed = try Self.rows(under: "What can be asked for").map(\.[0])
    #expect(
      listed.sorted() == [
        "`comments`", "`displayedText`", "`formulas`", "`names`", "`properties`", "`protection`",
        "`tables`", "`validations`",
      ])
  }
}
