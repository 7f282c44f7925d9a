import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// What an issued form takes from its pack rather than from the program.
@Suite struct IssuedFormWordsTests {
  private static func texts(_ form: IssuedForm, on sheet: String) -> [String] {
    form.workbook.sheets.first { $0.name == sheet }.map { sheet in
      sheet.grid.places.compactMap { sheet.grid[$0]?.rawText.replacing("\u{A0}", with: " ") }
    } ?? []
  }

  private static func issued(
    _ forms: IssuedForms, _ change: (inout SystemPack) -> Void
  ) throws -> IssuedForm {
    var pack = forms.pack
    change(&pack)
    return FormIssuer(schema: pack.forms[0], pack: pack, settings: forms.settings).issue(
      to: try #require(forms.units.first), for: try #require(IssuedForms.period))
  }

  @Test func sheetsOfThePackGiveWayToThoseOfChecksAndToWhatProgramsTake() throws {
    let form = try Self.issued(try IssuedForms()) { pack in
      pack.forms[0].sections[1].sheet = "Проверка"
      pack.forms[0].sections[2].sheet = "History"
      pack.forms[0].sections[3].sheet = "'Практики'"
      pack.forms[0].sections[4].sheet = "Чёт\u{1}ные\n"
    }
    let names = form.workbook.sheets.map(\.name)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.contains("Проверка (2)"))
    #expect(names.contains("History (2)"))
    let checks = Self.texts(form, on: CheckSheet.name)
    #expect(checks.contains("Проверка (2)"))
    #expect(!checks.contains("History"))
    for format in NewWorkbook.FileFormat.allCases {
      #expect(try !form.workbook.bytes(as: format).isEmpty)
    }
  }

  @Test func wordForWhatDoesNotApplyIsThePacks() throws {
    let forms = try IssuedForms()
    for words in [["н/п", "–"], []] {
      let form = try Self.issued(forms) { $0.readings.notApplicable = words }
      let texts = Self.texts(form, on: "Инструкция")
      let refusals = form.workbook.sheets.flatMap(\.validations).map(\.refusal.text)
      #expect(texts.contains { $0.contains("к организации не относится") } == !words.isEmpty)
      #expect(texts.contains("Что означают 0, «н/п» и пустая ячейка") == !words.isEmpty)
      #expect(refusals.contains { $0.contains("введите «н/п»") } == !words.isEmpty)
      #expect(!refusals.contains { $0.contains("«–»") })
    }
  }

  @Test func wordsTooLongForARefusalAreLeftOut() throws {
    let word = String(repeating: "не применимо ", count: 20)
    let form = try Self.issued(try IssuedForms()) { $0.readings.notApplicable = [word] }
    #expect(try !form.workbook.bytes(as: .xlsx).isEmpty)
  }

  @Test func answersAreThePacks() throws {
    let field = FormField(code: "plan", label: "План", kind: .yesNo)
    let place = CellAddress(row: 1, column: 1)
    let range = CellRange(first: place, last: place)
    func rule(_ readings: Readings) -> NewValidation.Rule? {
      let choices = ChoiceLists(of: SampleForm.schema, classifiers: [], named: "Списки")
      return InputCells(choices: choices, readings: readings).validation(of: field, in: range)?.rule
    }
    #expect(rule(Readings(yes: ["имеется", "да"], no: ["нет"])) == .list(["имеется", "нет"]))
    #expect(rule(Readings(yes: ["да"])) == nil)
    #expect(rule(Readings(yes: ["да, есть"], no: ["нет"])) == nil)
  }

  @Test func numbersThatAreReadAreTakenWithoutAQuestion() throws {
    let place = CellAddress(row: 1, column: 1)
    let choices = ChoiceLists(of: SampleForm.schema, classifiers: [], named: "Списки")
    let validation = InputCells(choices: choices, readings: Readings()).validation(
      of: FormField(code: "rate", label: "Ставка", kind: .number),
      in: CellRange(first: place, last: place))
    #expect(validation?.rule == .decimal(-1_000_000_000_000...1_000_000_000_000))
  }

  @Test func exampleOfACellIsOneOfTheForm() throws {
    let form = try Self.issued(try IssuedForms()) { $0.forms[0].sections[1].sheet = "Люди" }
    let texts = Self.texts(form, on: "Инструкция")
    let line = try #require(texts.first { $0.contains("(например, «") })
    let example = try #require(line.firstMatch(of: /например, «([^»]*)»/)).1
    let cells = form.places.current.values.map { "\($0.sheet ?? "")!\($0.address)" }
    #expect(cells.contains(String(example)), "\(example)")
  }

  /// What the issuer keeps of one unit's form is right for the next one's.
  @Test func oneIssuerGivesEachUnitTheFormOfItsOwn() throws {
    let forms = try IssuedForms()
    let issuer = FormIssuer(schema: forms.pack.forms[0], pack: forms.pack, settings: forms.settings)
    let period = try #require(IssuedForms.period)
    for unit in forms.units.prefix(4) {
      for last in [forms.values(unit.code, 2020), []] {
        let issued = issuer.issue(to: unit, for: period, last: last)
        #expect(issued.workbook == (try forms.issued(unit, last: last).workbook))
      }
    }
  }

  /// In a list with units the values are column 4 on the sheet, and so in rules.
  @Test(arguments: [("3", nil), ("4", "Значение")])
  func columnOfValuesHasTheNumberThatIsPrinted(_ number: String, _ heading: String?) throws {
    func load(_ number: String) throws -> SystemPack {
      var texts = RulePack.texts(rule: "section: staff\ncontrol: 'стр.01 гр.\(number) > 0'")
      if let heading {
        texts["form.yaml", default: ""].replace(
          "title: Кадры школы\n", with: "title: Кадры школы\n        value_heading: [\(heading)]\n")
      }
      return try PackLoader.load(PackFiles(texts: texts))
    }
    let section = try #require(try load(number).forms[0].sections.first { $0.code == "staff" })
    #expect(section.valueHeading == (heading.map { [$0] } ?? []))
    #expect(section.valueColumn == Int(number))
    #expect(throws: (any Error).self) { try load(number == "3" ? "4" : "3") }
  }
}
