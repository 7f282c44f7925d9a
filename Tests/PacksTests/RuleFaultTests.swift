import Expressions
import TestSupport
import Testing
import Wording

@testable import Packs

/// A rule with one fault: `¦` marks the character that it must point at.
private struct FaultyRule: CustomTestStringConvertible, Sendable {
  var text: String
  /// The fault in English, without its place.
  var words: String
  var message = "Нарушено"

  /// With names, over the whole form.
  static func names(_ condition: String, _ words: String) -> FaultyRule {
    FaultyRule(text: "scope: form\ncondition: '\(condition)'", words: words)
  }

  /// In the notation of forms, on the sheet of staff.
  static func staff(_ control: String, _ words: String) -> FaultyRule {
    FaultyRule(text: "section: staff\ncontrol: '\(control)'", words: words)
  }

  /// In the notation of forms, on the sheet of subjects.
  static func subjects(_ control: String, _ words: String) -> FaultyRule {
    FaultyRule(text: "section: subjects\ncontrol: '\(control)'", words: words)
  }

  var testDescription: String { "\(text) \(message)" }
}

private let operand = "a number, a name or a parenthesis must stand here, not"
private let breaksOff =
  "the expression breaks off: a number, a name or a parenthesis must follow"
private let number = "the number of a row or column, or a tolerance, must stand here"
private let title = "the name of a sheet or form must stand here in quotes"
private let several = "names several cells: put it in сумма(…)"
private let manyRows = "has many rows: name it in sum(…)"
private let units = "only values of one unit are added or compared"

@Suite("Faults of rules")
struct RuleFaultTests {
  @Test(
    arguments: [
      .names("total <= ¦yong", "nothing is called `yong` here, did you mean `young`?"),
      .names("¦totl <= young", "nothing is called `totl` here, did you mean `total`?"),
      .names("total <= ¦value", "nothing is called `value` here"),
      .names("total <= ¦period", "nothing is called `period` here"),
      .names("¦row.title = \"x\" and total > 0", "nothing is called `row.title` here"),
      .names(
        "total <= ¦previos(total)", "there is no function `previos`, did you mean `previous`?"),
      .names("total <= ¦previous()", "the number of arguments of `previous` must be 1"),
      .names("total <= ¦abs(young, old)", "the number of arguments of `abs` must be 1"),
      .names("total <= ¦cell(teachers)", "the number of arguments of `cell` must be 2"),
      .names("total ¦young", "an operator must stand here, not `young`"),
      .names("total <= ¦<= young", operand),
      .names("total <=¦", breaksOff),
      .names("total <= ¦(young + old", "the parenthesis has no pair"),
      .names("total <= young¦)", "an operator must stand here, not `)`"),
      .names("total <= 1¦,5", "an operator must stand here, not `,`: decimals are written"),
      .names("young <= old ¦<= total", "two comparisons in a row: put `and` between them"),
      .names("total <= young ¦# old", "`#` means nothing here"),
      .names("has_plan = ¦\"да", "the quote \" has no pair"),
      .names(
        "total < ¦1234567890123456789", "the number 1234567890123456789 has more than 18 digits"),
      .names("total <= row.¦5", "a name must follow the point"),
      FaultyRule(text: "scope: form\ncondition: ¦2 <= 3", words: "the condition names no field"),
      .names("total <= ¦teachers", "`teachers` \(manyRows)"),
      .names("total <= ¦people", "`people` \(manyRows)"),
      .names(
        "total <= cell(teachers, ¦\"algebr\")", "the dictionary `subjects` has no member `algebr`"),
      .names("total <= cell(¦young, \"algebra\")", "`young` is no column of a table"),
      .names("total <= cell(teachers, ¦1)", "a text must stand here"),
      .names(
        "sum(cell(teachers, ¦\"song\")) > 0", "the dictionary `subjects` has no member `song`"),
      .names("¦total", "a number stands where a flag is needed"),
      .names("¦total + young", "a number stands where a flag is needed"),
      .names("total <= ¦phone", "a text stands where a number is needed"),
      .names("total = ¦\"пять\"", "a text stands where a number is needed"),
      .names("phone = ¦5", "a number stands where a text is needed"),
      .names("total + ¦has_plan > 5", "a flag stands where a number is needed"),
      .names("has_plan = ¦total", "a number stands where a flag is needed"),
      .names("total > 0 and ¦young", "a number stands where a flag is needed"),
      .names("not ¦total", "a number stands where a flag is needed"),
      .names("-¦has_plan < total", "a flag stands where a number is needed"),
      .names("abs(¦has_plan) > total", "a flag stands where a number is needed"),
      .names("total <= ¦share", "«%» stands beside «чел.»: \(units)"),
      .names("total + ¦programmes > 5", "«ед.» stands beside «чел.»: \(units)"),
      .names("sum(teachers, ¦programmes) > 5", "«ед.» stands beside «чел.»: \(units)"),
      .names("previous(total) = ¦programmes", "«ед.» stands beside «чел.»: \(units)"),
      .names(
        "total <= previous(young + ¦previous(old))", "`previous` inside `previous` is the same last"
      ),
      .names("agrees(share, young, ¦programmes)", "«ед.» stands beside «чел.»: \(units)"),
      .names("total <= young¦; old", "`;` means nothing here"),
    ] as [FaultyRule])
  private func ofTheNotationWithNamesAreNamedAtTheirCharacter(rule: FaultyRule) throws {
    try check(rule)
  }

  @Test(
    arguments: [
      .staff("стр.02 <= стр.¦07", "there is no row `07`, did you mean `06`?"),
      .staff("стр.¦0 = стр.01", "there is no row `0`, did you mean `01`?"),
      .staff("стр.02 <= стр¦", number),
      .staff("стр.02 <= стр. ¦<= 5", "\(number), not `<=`"),
      .staff("строка ¦всего > 0", "\(number), not `всего`"),
      .staff("стр.¦«Молодыe» > 0", "there is no row `Молодыe`, did you mean `Молодые`?"),
      .staff("стр.01 гр.¦5 > 0", "there is no column `5`, did you mean `3`?"),
      .staff("¦гр.3 > 0", "`гр.3` \(several)"),
      .staff("стр.01 = ¦стр.02…стр.03", "`стр.02 … стр.03` \(several)"),
      .staff("стр.01 = сумма(стр.03…стр.¦02)", "`02` stands before the beginning of the range"),
      .staff("стр.01 = сумма(стр.02…стр.¦09)", "there is no row `09`, did you mean `06`?"),
      .staff(
        "стр.01 <= лист ¦«Кадрыы» стр.02", "there is no sheet `Кадрыы`, did you mean `Кадры`?"),
      .staff("стр.01 <= лист ¦стр.02", "\(title), not `стр`"),
      .staff("стр.01 <= форма ¦«МС-3» стр.01", "there is no form `МС-3`"),
      .staff(
        "стр.01 <= ¦форма «МС-1» стр.09", "it is not said which sheet `форма «МС-1» стр.09` is on"),
      .staff("стр.01 <= форма «МС-2» лист ¦«Кадры» стр.01", "there is no sheet `Кадры`"),
      .staff("лист «Кадры» ¦> 5", "\(number), not `>`"),
      .staff("стр.01 <= (прошлый год) ¦5", "\(operand) `5`"),
      .staff("стр.01 <= (прошлый год)¦", breaksOff),
      .staff("¦если стр.01 > 0 стр.02 > 0", "«если» needs «то»"),
      .staff("если стр.01 > 0, то¦", "an expression is missing"),
      .staff("если, ¦то стр.02 > 0", "an expression is missing"),
      .staff("если стр.01 > 0, то стр.02 > 0, ¦если стр.03 > 0", "`если`: this stands in the rule"),
      .staff("стр.01 = стр.02 с точностью до ¦стр.03", "\(number), not `стр`"),
      .staff(
        "стр.01 = стр.02 с точностью до 1 ¦с точностью до 2",
        "`с точностью до 2`: this stands in the rule already"),
      .staff("стр.01 больше ¦больше стр.02", "\(operand) `больше`"),
      .staff("стр.01 ¦стр.02", "an operator must stand here, not `стр.02`"),
      .staff("стр.01 = ¦(стр.02 + стр.03", "the parenthesis has no pair"),
      .staff("стр.01 = ¦суммма(стр.02; стр.03)", "there is no function `суммма`"),
      .staff("стр.01 = сумма ¦5", "\(operand) `5`"),
      .staff("¦стр.01 … 5 > 0", "`стр.01 … 5` \(several)"),
      .staff("стр.01 + 2 ¦… 5", "an operator must stand here, not `…`"),
      .staff("стр.01 <= ¦№ 5", "`№` means nothing here"),
      .staff("¦", "an expression is missing"),
      .staff("¦стр.01 + стр.02", "a number stands where a flag is needed"),
      .staff("стр.01 <= ¦стр.04", "«%» stands beside «чел.»: \(units)"),
      .staff("стр.01 = сумма(стр.02; ¦стр.05)", "«ед.» stands beside «чел.»: \(units)"),
      .staff("стр.01 = ¦стр.06", "a flag stands where a number is needed"),
      .staff("стр.01 <= ¦yong", "nothing is called `yong` here, did you mean `young`?"),
      FaultyRule(
        text: "section: staff\ncontrol: ¦'5 больше 3'", words: "the condition names no field"),
      .subjects("гр.3 <= гр.¦5 по всем строкам", "there is no column `5`, did you mean `4`?"),
      .subjects("¦гр.3 <= 5", "`teachers` \(manyRows)"),
      .subjects("¦стр.01 <= 5", "`стр.01` \(several)"),
      .subjects("стр.¦3 гр.3 <= 5", "there is no row `3`, did you mean `2`?"),
      .subjects("лист «Уровни» стр.¦1 гр.3 <= 5", "there is no row `1`, did you mean `10`?"),
      .subjects(
        "гр.3 <= ¦лист «Уровни» гр.3 по всем строкам", "`graded` \(manyRows)"),
      .subjects(
        "гр.3 > 0 по всем строкам ¦по всем графам", "`по всем графам`: this stands in the rule"),
      .subjects(
        "гр.3 <= ¦лист «Часы» гр.4 по всем строкам", "a text stands where a number is needed"),
      .subjects("лист «Практики» стр.¦1 гр.2 > 0", "there is no row `1`"),
      .subjects("¦значение >= 0", "nothing is called `value` here"),
      FaultyRule(
        text: "control: '¦стр.01 <= стр.02'", words: "it is not said which sheet `стр.01` is on"),
      FaultyRule(
        text: "section: ¦stuff\ncontrol: 'стр.01 > 0'",
        words: "no form has a section `stuff`, did you mean `staff`?"),
    ] as [FaultyRule])
  private func ofTheNotationOfFormsAreNamedAtTheirCharacter(rule: FaultyRule) throws {
    try check(rule)
  }

  @Test(arguments: [
    FaultyRule(
      text: "section: staff\nscope: form\ncondition: ¦total > 0\ncontrol: 'стр.01 > 0'",
      words: "`condition` and `control` exclude each other"),
    FaultyRule(
      text: "section: ¦staff\nscope: form\ncondition: total > 0",
      words: "`section` and `condition` exclude each other"),
    FaultyRule(
      text: "section: subjects\nscope: ¦form\ncontrol: 'сумма(гр.3) > 0 по всем строкам'",
      words: "`scope` and `по всем …` exclude each other"),
    FaultyRule(
      text: "section: staff\ncontrol: 'если стр.01 > 0, то стр.02 > 0'\nwhen: ¦'стр.03 > 0'",
      words: "`when` and `если` exclude each other"),
    FaultyRule(
      text: "section: staff\ncontrol: 'стр.01 = стр.02 с точностью до 1'\ntolerance: ¦2",
      words: "`tolerance` and `с точностью до` exclude each other"),
    FaultyRule(
      text: "scope: form\ncondition: total = young\ntolerance: ¦-1", words: "-1 is less than 0"),
    FaultyRule(
      text: "scope: form\ncondition: agrees(share, young, total)\ntolerance: ¦1",
      words: "a tolerance needs a comparison"),
    FaultyRule(
      text: "scope: form\ncondition: total = young\nwhen: total > ¦ten",
      words: "nothing is called `ten` here"),
    FaultyRule(
      text: "scope: form\ncondition: total = young\nwhen: ¦total",
      words: "a number stands where a flag is needed"),
    FaultyRule(
      text: "section: staff\ncontrol: 'стр.01 = стр.02'\nwhen: стр.¦11 > 0",
      words: "there is no row `11`, did you mean `06`?"),
    FaultyRule(
      text: "section: staff\ncontrol: >-\n  стр.01 =\n  сумма(стр.02;\n  стр.¦22)",
      words: "there is no row `22`, did you mean `06`?"),
    FaultyRule(
      text: "scope: form\ncondition: >-\n  total <=\n  young +\n  ¦odl",
      words: "nothing is called `odl` here, did you mean `old`?"),
    FaultyRule(
      text: "section: staff\ncontrol: |\n  стр.01 =\n  ¦стр.04",
      words: "«%» stands beside «чел.»"),
    FaultyRule(
      text: "section: staff\ncontrol: 'стр.01 > 0'",
      words: "there is no row `12`, did you mean `06`?", message: "Строка {{ стр.¦12 }}"),
    FaultyRule(
      text: "section: staff\ncontrol: 'стр.01 > 0'",
      words: "nothing is called `row.title` here", message: "Строка {{ ¦row.title }}"),
    FaultyRule(
      text: "scope: form\ncondition: total > 0",
      words: "nothing is called `totals` here, did you mean `total`?",
      message: "Строка {{ ¦totals }}"),
    FaultyRule(
      text: "scope: {each: [total, ¦yuong]}\ncondition: value > 0",
      words: "the form has no field `yuong`, did you mean `young`?"),
    FaultyRule(
      text: "scope: {row: ¦subject}\ncondition: total > 0",
      words: "there is no dictionary `subject`, did you mean `subjects`?"),
  ])
  private func ofItsKeysAndWordsAreNamedToo(rule: FaultyRule) throws {
    try check(rule)
  }

  @Test func areNoneInRulesThatAreRight() {
    let rules = [
      "section: staff\ncontrol: Стр. 01 = СТР 2 + строка 03",
      "section: staff\ncontrol: 'стр.01 - стр.02 = стр.03'",
      "section: staff\ncontrol: 'стр.04 * стр.01 = 100 * стр.02'",
      "section: staff\ncontrol: 'сумма(стр.02-стр.03) = стр.01'",
      "section: staff\ncontrol: 'стр.01 = сумма стр.02...стр.03'",
      "section: subjects\ncontrol: 'сумма(гр.3…гр.4) >= сумма(стр.01…стр.02 гр.3)'",
      "section: subjects\ncontrol: 'сумма(стр.01 гр.3…стр.02 гр.4) > 0'",
      "section: subjects\ncontrol: 'значение >= 0 по всем ячейкам'",
      "section: practices\ncontrol: 'гр.2 > 0 по каждой строке'",
      "control: 'форма «МС-2» стр.01 >= лист «Кадры» стр.01'",
      "scope: {each: [people]}\ncondition: people >= 0",
    ]
    #expect(faults(of: RulePack.texts(rules: rules)) == [])
  }

  /// Each term is a level of the tree: a check that asked twice would double with each.
  @Test(arguments: [
    (Array(repeating: "a", count: 12).joined(separator: " + ") + " > 0", 12),
    (String(repeating: "a = (", count: 11) + "a" + String(repeating: ")", count: 11), 12),
    ("agrees(a, a, a) and agrees(a + a, a + a, a - a)", 9),
  ])
  func areLookedForOnceInEachTerm(condition: String, terms: Int) throws {
    var asked = 0
    let check = RuleKindCheck(
      kind: { _ in
        asked += 1
        return .number(unit: nil)
      }, note: { _, _ in })
    check.checkCondition(try Expression(parsing: condition).syntax)
    #expect(asked == terms)
  }

  private func check(_ rule: FaultyRule) throws {
    var texts = RulePack.texts(rule: rule.text, message: rule.message)
    let marked = try #require(texts["rules.yaml"])
    let mark = try #require(marked.firstIndex(of: "¦"))
    let before = marked[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    let place = "rules.yaml:\(before.count):\((before.last?.count ?? 0) + 1)"
    texts["rules.yaml"] = marked.replacing("¦", with: "")
    let found = faults(of: texts)
    #expect(found.contains { $0.hasPrefix("\(place): \(rule.words)") }, "\(place): \(found)")
  }
}
