import ExactNumbers
import Expressions
import Findings
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

@Suite("The sheet of checks of the first pack")
struct CheckSheetTests {
  static func realForm() throws -> CheckedForm {
    let pack = try PackLoader.load(folder: Checkout.templates.appending(path: "vilyuysk"))
    return CheckedForm(
      rules: pack.rules, schema: pack.forms[0], classifiers: pack.classifiers,
      readings: pack.readings)
  }

  @Test func saysEveryRuleOfThePack() throws {
    let form = try Self.realForm()
    let sheet = form.sheet(hasPrevious: true)
    #expect(sheet.onArrival == [])
    #expect(sheet.rules.count == form.rules.count)
  }

  /// Every rule is kept by some of the forms and broken by some.
  @Test func agreesWithCollectOnRandomForms() throws {
    let seed: UInt64 = 20_211_231
    let form = try Self.realForm()
    var verdicts = CheckVerdicts()
    let sheets = [true: form.sheet(hasPrevious: true), false: form.sheet(hasPrevious: false)]
    for (number, values) in Self.telling(form, seed: seed, others: 40).enumerated() {
      let sheet = try #require(sheets[values.previous != nil])
      let results = CheckResults(sheet.sheets(over: form.sheets(values)))
      let differences = form.differences(sheet, results, values, &verdicts)
      #expect(differences == [], "seed \(seed), form \(number)")
    }
    let all = Set(form.rules.map(\.code))
    #expect(all.subtracting(verdicts.kept) == [], "kept nowhere, seed \(seed)")
    // A number below zero is no value of a count, so that this rule is never reached.
    let unreached: Set<FindingCode> = ["vilyuysk:count_not_negative"]
    #expect(all.subtracting(verdicts.broken) == unreached, "broken nowhere, seed \(seed)")
  }

  /// Few random forms that break every rule that can be broken, and some more.
  private static func telling(_ form: CheckedForm, seed: UInt64, others: Int) -> [FormValues] {
    var random = RandomForms(
      form, seed: seed, part: "trained_by_diagnosis", whole: "trained")
    var broken: Set<FindingCode> = []
    var forms: [FormValues] = []
    for number in 0..<400 {
      let values = random.next()
      let codes = Set(form.outcome(values).findings.map(\.code))
      guard number < others || !codes.isSubset(of: broken) else { continue }
      broken.formUnion(codes)
      forms.append(values)
    }
    return forms
  }

  /// LibreOffice reckons the same forms from both formats as `collect` reads them.
  @Test(
    .enabled(if: OfficeReckoning.path != nil, "soffice is not installed"),
    arguments: NewWorkbook.FileFormat.allCases)
  func agreesWithCollectInLibreOffice(_ format: NewWorkbook.FileFormat) throws {
    let seed: UInt64 = 20_211_231
    let form = try Self.realForm()
    let forms = Self.telling(form, seed: seed, others: 5)
    let sheets = [true: form.sheet(hasPrevious: true), false: form.sheet(hasPrevious: false)]
    let books = try forms.map { values in
      let sheets = try #require(sheets[values.previous != nil])
      let own = form.sheets(values)
      return own + sheets.sheets(over: own)
    }
    let results = try OfficeReckoning.results(of: books, as: format)
    var verdicts = CheckVerdicts()
    for (number, values) in forms.enumerated() {
      let sheet = try #require(sheets[values.previous != nil])
      let differences = form.differences(sheet, results[number], values, &verdicts)
      #expect(differences == [], "seed \(seed), form \(number)")
      // Every other result is that of our own reckoning.
      let own = CheckResults(books[number])
      for sheet in [CheckSheet.name, CheckCells.sheet] {
        let others = (own.values[sheet] ?? [:]).filter { address, value in
          let seen = results[number].value(sheet, address.row, address.column)
          return !value.isEmpty && !seen.isLike(value)
        }
        #expect(others == [:], "form \(number), \(sheet)")
      }
    }
    let all = Set(form.rules.map(\.code))
    #expect(all.subtracting(verdicts.kept) == [], "kept nowhere, seed \(seed)")
    #expect(
      all.subtracting(verdicts.broken) == ["vilyuysk:count_not_negative"],
      "broken nowhere, seed \(seed)")
  }

  /// Gnumeric says every line in the words of our own reckoning.
  @Test(.enabled(if: OtherProgram.gnumeric.isInstalled, "ssconvert is not installed"))
  func saysTheSameInGnumeric() throws {
    let form = try Self.realForm()
    let sheets = [true: form.sheet(hasPrevious: true), false: form.sheet(hasPrevious: false)]
    let books = try Self.telling(form, seed: 20_211_231, others: 2).map { values in
      let own = form.sheets(values)
      return own + (try #require(sheets[values.previous != nil])).sheets(over: own)
    }
    let files = try books.enumerated().map { number, sheets in
      let book = NewWorkbook(title: "Форма", created: "2021-02-01T10:00:00Z", sheets: sheets)
      return (name: "form-\(number).xlsx", bytes: try book.bytes(as: .xlsx))
    }
    let saved = try OtherProgram.gnumeric.saved(files, as: "xlsx")
    for (number, bytes) in saved.enumerated() {
      let own = CheckResults(books[number])
      let seen = CheckResults(try Workbook(reading: bytes))
      let differing = (own.values[CheckSheet.name] ?? [:]).filter { address, value in
        !value.isEmpty && !seen.value(CheckSheet.name, address.row, address.column).isLike(value)
      }
      #expect(differing == [:], "form \(number)")
    }
  }
}

extension FormulaValue {
  fileprivate var isEmpty: Bool { self == .blank || self == .text("") }

  fileprivate func isLike(_ other: FormulaValue) -> Bool {
    guard case .number(let a) = self, case .number(let b) = other else { return self == other }
    return abs(a - b) < 1e-9
  }
}
