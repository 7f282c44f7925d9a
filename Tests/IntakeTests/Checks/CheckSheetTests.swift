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
      rules: pack.rules, schema: pack.forms[0], classifiers: pack.classifiers)
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
    var forms = RandomForms(form, seed: seed)
    var verdicts = CheckVerdicts()
    let sheets = [true: form.sheet(hasPrevious: true), false: form.sheet(hasPrevious: false)]
    for number in 0..<60 {
      let values = forms.next()
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
}
