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
    let sheet = form.sheet(FormValues(current: [:], previous: [:]))
    #expect(sheet.onArrival == [])
    #expect(sheet.rules.count == form.rules.count)
  }

  /// Every rule is kept by some of the forms and broken by some.
  @Test func agreesWithCollectOnRandomForms() throws {
    let seed: UInt64 = 20_211_231
    let form = try Self.realForm()
    var forms = RandomForms(form, seed: seed)
    var kept: Set<FindingCode> = []
    var broken: Set<FindingCode> = []
    for number in 0..<150 {
      let values = forms.next()
      let sheet = form.sheet(values)
      let differences = form.differences(sheet, CheckResults(sheet.sheets), values)
      #expect(differences == [], "seed \(seed), form \(number)")
      for rule in form.rules {
        let outcome = form.outcome(rule, values)
        if outcome.findings.count < outcome.evaluated { kept.insert(rule.code) }
        if !outcome.findings.isEmpty { broken.insert(rule.code) }
      }
    }
    #expect(kept == Set(form.rules.map(\.code)))
    #expect(Set(form.rules.map(\.code)).subtracting(broken).map(\.rawValue).sorted() == [])
  }
}
