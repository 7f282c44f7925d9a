import Documents
import ExactNumbers
import Findings
import Testing

@testable import Reporting

struct ProtocolTests {
  private func protocolOf(_ severities: [Severity]) -> ProtocolMaterial {
    ProtocolMaterial(
      organisation: "Управление", unit: "Школа", period: "2021 год", form: "Форма", file: "ф.xlsx",
      version: 1,
      remarks: severities.map {
        .init(severity: $0, place: "Кадры!C14", message: "14 > 12", code: "pack:part")
      },
      deadline: "2021-06-15")
  }

  @Test(arguments: [
    ([], "Форма принята без замечаний."),
    ([Severity.notice], "Форма принята без замечаний."),
    ([.warning, .warning], "Форма принята; ответьте: 2\u{A0}вопроса."),
    ([.error, .warning], "Форму нужно исправить: 1\u{A0}ошибка."),
    (Array(repeating: .error, count: 11), "Форму нужно исправить: 11\u{A0}ошибок."),
  ])
  func saysWhatASchoolMustDo(severities: [Severity], verdict: String) {
    #expect(protocolOf(severities).record["verdict"] == .text(verdict))
  }

  @Test func putsTheMostSeriousFirst() {
    guard case .list(let groups) = protocolOf([.notice, .error, .warning]).record["groups"] else {
      Issue.record("no groups")
      return
    }
    #expect(
      groups.map { $0["title"] } == [
        .text("Ошибки"), .text("Вопросы"), .text("К сведению"),
      ])
  }

  @Test func whatWasExplainedIsNoQuestionAndStandsLast() {
    var explained = protocolOf([.notice, .warning, .warning])
    explained.remarks[1].explanation = "Открыт второй корпус"
    explained.remarks[1].mend = "Проверьте строку 01."
    #expect(explained.record["verdict"] == .text("Форма принята; ответьте: 1\u{A0}вопрос."))
    guard case .list(let groups) = explained.record["groups"],
      case .list(let remarks)? = groups.last?["remarks"]
    else {
      Issue.record("no groups")
      return
    }
    #expect(
      groups.map { $0["title"] } == [
        .text("Вопросы"), .text("К сведению"), .text("Пояснения приняты к сведению"),
      ])
    #expect(groups.map { $0["count"] } == [.count(1), .count(1), .count(1)])
    #expect(remarks.map { $0["explanation"] } == [.text("Открыт второй корпус")])
    #expect(remarks.map { $0["has_mend"] } == [.flag(false)])
  }

  @Test func aFormWhoseQuestionsAreAllExplainedIsAccepted() {
    var explained = protocolOf([.warning, .warning])
    for position in explained.remarks.indices { explained.remarks[position].explanation = "Да" }
    #expect(
      explained.record["verdict"] == .text("Форма принята; пояснения приняты к сведению: 2."))
    #expect(explained.record["is_clean"] == .flag(false))
  }

  @Test func countsACampaign() {
    let summary = SummaryMaterial(
      organisation: "Управление", period: "2021 год", deadline: "2021-06-15",
      rows: [
        .init(number: 1, unit: "Школа № 1", standing: .clean, file: "1.xlsx", versions: 1),
        .init(number: 2, unit: "Школа № 2", standing: .missing),
        .init(number: 3, unit: "Школа № 3", standing: .withErrors, file: "3.ods", errors: 2),
      ],
      others: [])
    let record = summary.record
    #expect(record["expected"] == .number(3))
    #expect(record["arrived"] == .number(2))
    #expect(record["missing_units"] == .text("Школа № 2"))
    #expect(record["deadline"] == .text("15\u{A0}июня 2021\u{A0}г."))
    #expect(record["has_files_table"] == .flag(false))
  }
}
