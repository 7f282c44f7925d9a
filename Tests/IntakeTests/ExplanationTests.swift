import Findings
import Monitoring
import Testing

@testable import Intake

/// What a school's explanations close, and what is said of those that close nothing.
@Suite struct ExplanationTests {
  private static let said = FindingWords(
    headline: "Число педагогических работников изменилось: было 26, указано 40",
    reason: "Чаще это опечатка или другой круг работников.", mend: "Проверьте строку 01.")

  private func explained(_ rows: (String, String)...) -> [Finding] {
    let form = ExplainedForm(rows)
    return Explanations(schemas: [ExplainedForm.schema], classifiers: ExplainedForm.classifiers)
      .applied(to: form.findings, observations: form.observations) { _ in [Self.said] }
  }

  private func texts(_ findings: [Finding]) -> [String?] { findings.prefix(8).map(\.explanation) }

  private func remarks(_ findings: [Finding]) -> [String] {
    findings.dropFirst(8).map { "\($0.code) \($0.severity) \($0.origins[0].place)" }
  }

  @Test func closesTheWarningThatItNamesWithItsText() {
    let findings = explained(("Кадры!C5", "Присоединена школа посёлка Кысыл-Сыр"))
    #expect(findings.count == 8)
    #expect(
      texts(findings) == ["Присоединена школа посёлка Кысыл-Сыр"] + Array(repeating: nil, count: 7))
    #expect(findings.count { $0.severity == .warning && $0.isOpen } == 5)
  }

  @Test func closesAllThatItNames() {
    let findings = explained(("pack:zero; стр. 03", "Учитель был в отпуске"))
    #expect(findings.filter { !$0.isOpen }.count == 3)
    #expect(remarks(findings).isEmpty)
  }

  @Test func anExplanationIsOneLine() {
    let findings = explained(("Кадры!C5", "Открыт\nвторой\r\nкорпус"))
    #expect(findings[0].explanation == "Открыт второй корпус")
  }

  @Test func twoExplanationsOfOneWarningStandTogether() {
    let findings = explained(
      ("C5", "Открыт второй корпус"), ("staff_changed", "Приняты пять молодых"))
    #expect(findings[0].explanation == "Открыт второй корпус; Приняты пять молодых")
  }

  @Test func neverClosesAnErrorAndSaysSo() {
    let findings = explained(("Предметы!C8", "Так сложилось в этом году"))
    #expect(findings.filter { !$0.isOpen }.isEmpty)
    #expect(remarks(findings) == ["explanation.error-stays notice Пояснения!B3"])
    #expect(findings.last?.arguments["codes"] == .list(["pack:too_many"]))
  }

  @Test func whatNamesAWarningAndAnErrorClosesTheWarningOnly() {
    let findings = explained(("Химия", "Учитель химии переехал"))
    #expect(findings[4].explanation == "Учитель химии переехал" && findings[5].isOpen)
    #expect(remarks(findings) == ["explanation.error-stays notice Пояснения!B3"])
  }

  @Test(arguments: [
    "", "-", "–", "да", "Да.", "верно", "Декрет", "да, всё верно", "Данные верны", "так и есть",
    "ок", "...", "12", "2 + 2", "да да да", "yes", "all right", "staff_changed",
    "Число педагогических работников изменилось: было 26, указано 40",
    "число педагогических работников изменилось", "Проверьте строку 01",
    "Ошибки нет", "ошибок нет", "Сведений нет.", "нет сведений", "Данных нет", "Замечаний нет",
  ])
  func aTextThatExplainsNothingClosesNothing(text: String) {
    let findings = explained(("Кадры!C5", text))
    #expect(findings.filter { !$0.isOpen }.isEmpty)
    #expect(remarks(findings) == ["explanation.empty warning Пояснения!C3"])
    #expect(findings.last?.key.breakdown == "row=1")
  }

  @Test(arguments: [
    "Нет вакансий", "Ушли в декрет", "Трое молодых специалистов приняты",
    "Число педагогических работников изменилось из-за открытия корпуса", "Сокращение штата",
  ])
  func aReasonInAFewWordsCloses(text: String) {
    let findings = explained(("Кадры!C5", text))
    #expect(findings[0].explanation == text && findings.count == 8)
  }

  @Test func whatRefersToNothingIsANoticeAtItsRow() {
    let findings = explained(
      ("Кадры!C99", "Учитель был в отпуске"), ("", "Учитель был в отпуске"), ("–", "–"))
    #expect(findings.filter { !$0.isOpen }.isEmpty)
    #expect(
      remarks(findings) == [
        "explanation.unmatched notice Пояснения!B3", "explanation.unmatched notice Пояснения!B4",
      ])
    #expect(findings[8].arguments["value"] == .text("Кадры!C99"))
    #expect(findings[8].arguments["row"] == .count(3))
    #expect(findings[9].arguments["value"] == nil)
  }

  /// The text may name persons, and a remark is shown where a protocol is not.
  @Test func aRemarkNeverCarriesAnExplanationThatNamesSomebody() {
    let findings = explained(
      ("Кадры!C99", "Петрова Анна ушла в декрет"), ("", "Петрова в декрете"), ("C5", "Петрова"))
    #expect(findings.count == 11)
    for remark in findings.dropFirst(8) { #expect(!"\(remark)".contains("Петрова")) }
  }

  @Test func anExplanationInOneFormClosesNothingOfAnother() {
    let form = ExplainedForm([("Кадры!C5", "Открыт второй корпус")])
    var findings = form.findings
    findings[0].key.form = "f-2"
    let after = Explanations(
      schemas: [ExplainedForm.schema], classifiers: ExplainedForm.classifiers
    ).applied(to: findings, observations: form.observations) { _ in [] }
    #expect(after[0].isOpen && after.last?.code == "explanation.unmatched")
  }

  @Test func aFormWithoutExplanationsChangesNothing() {
    let form = ExplainedForm()
    let after = Explanations(
      schemas: [ExplainedForm.schema], classifiers: ExplainedForm.classifiers
    ).applied(to: form.findings, observations: form.observations) { _ in [] }
    #expect(after == form.findings)
  }
}
