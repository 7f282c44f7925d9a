import Documents
import ExactNumbers
import Findings
import Testing

@testable import Reporting

struct ProtocolTests {
  private func record(_ material: ProtocolMaterial, _ path: String...) -> [TemplateRecord] {
    var records = [material.record]
    for name in path {
      records = records.flatMap { record -> [TemplateRecord] in
        if case .list(let list)? = record[name] { return list }
        return []
      }
    }
    return records
  }

  @Test(arguments: [
    ([], "Форма принята без замечаний."),
    ([Severity.notice], "Форма принята без замечаний."),
    ([.warning, .warning], "Форма принята; ответьте на 2\u{A0}вопроса."),
    ([.error, .warning], "Форму нужно исправить: 1\u{A0}ошибка; ответьте и на 1\u{A0}вопрос."),
    (Array(repeating: .error, count: 11), "Форму нужно исправить: 11\u{A0}ошибок."),
  ])
  func saysWhatASchoolMustDo(severities: [Severity], verdict: String) {
    #expect(ProtocolSamples.of(severities).record["verdict"] == .text(verdict))
  }

  @Test func saysWhenAndWhereToSendTheMendedForm() {
    var material = ProtocolSamples.of([.error])
    #expect(
      material.action == "Исправленную форму отправьте на адрес отдела до 15\u{A0}июня 2021\u{A0}г."
    )
    material.head.isOverdue = true
    #expect(
      material.action
        == "Исправленную форму отправьте на адрес отдела как можно скорее: срок истёк "
        + "15\u{A0}июня 2021\u{A0}г.")
    material.head.deadline = ""
    #expect(material.action == "Исправленную форму отправьте на адрес отдела.")
    material.head.formsTo = ""
    #expect(material.action == "Исправленную форму отправьте.")
    #expect(ProtocolSamples.of([.notice]).action.isEmpty)
  }

  @Test func aFormThatIsMissingOrSentBackIsToBeMendedEvenWithoutFindings() {
    var material = ProtocolSamples.of([])
    material.absent = ["Форма Б"]
    #expect(material.verdict == .errors)
    #expect(material.record["absent"] == .text("Не представлено: Форма Б."))
    material.returned = .init(
      reason: "Нет подписи", author: "И. И. Иванова", at: "2021-06-01T08:00:00Z")
    #expect(material.verdict == .returned)
    #expect(
      material.record["returned"]
        == .text("Причина возврата: Нет подписи. (И. И. Иванова, 01.06.2021)"))
  }

  /// Two forms of two files each: what is asked about them is no error in them.
  @Test func ofSeveralFilesOnlyTheErrorsInThemAreCounted() {
    var material = ProtocolSamples.of([.error, .error])
    material.undecided = ["а.xlsx", "б.xlsx", "в.xlsx", "г.xlsx"]
    for place in material.remarks.indices { material.remarks[place].code = "submission.undecided" }
    #expect(!material.verdictSentence.contains("В них"))
    #expect(material.verdictSentence.hasSuffix("напишите, какой из них считать верным."))
    material.remarks += ProtocolSamples.of([.error]).remarks
    #expect(material.verdictSentence.hasSuffix(" В них 1\u{A0}ошибка."))
  }

  /// A form that would not count is not asked for.
  @Test func inAClosedPeriodNobodyIsAskedWhichFileIsRight() {
    var material = ProtocolSamples.of([.error])
    material.undecided = ["а.xlsx", "б.xlsx"]
    material.remarks[0].code = "submission.undecided"
    material.head.closed = "2021-07-01"
    #expect(
      material.verdictSentence == "Получено несколько файлов: «а.xlsx» и «б.xlsx»; какой из них "
        + "верен, неизвестно, и ни один не учтён.")
  }

  /// To ask for a mended form where nothing is wrong in the files would be asking for too much.
  @Test func ofSeveralFilesAnAnswerIsAwaited() {
    var material = ProtocolSamples.of([.error])
    material.undecided = ["а.xlsx", "б.xlsx"]
    material.remarks[0].code = "submission.undecided"
    #expect(
      material.action == "Ответ отправьте на адрес отдела до 15\u{A0}июня 2021\u{A0}г.")
    material.remarks += ProtocolSamples.of([.error]).remarks
    #expect(material.action.hasPrefix("Ответ или исправленную форму отправьте на адрес отдела"))
  }

  /// That a form was accepted would be read of the file that came last.
  @Test(arguments: [
    ([], ""), ([Severity.warning], " В подписанной форме остались вопросы: 1."),
    ([.error, .error], " В подписанной форме остались замечания: 2\u{A0}ошибки."),
  ])
  func whatCameAfterClosingDoesNotCount(severities: [Severity], rest: String) {
    var material = ProtocolSamples.of(severities)
    material.head.file = "а.xlsx"
    material.head.closed = "2021-07-01"
    material.late = ["б.xlsx"]
    #expect(material.verdict == .afterClosing)
    #expect(
      material.verdictSentence == "Файл «б.xlsx» пришёл после закрытия периода и не учитывается: "
        + "учитывается подписанная форма (файл «а.xlsx»)." + rest)
    #expect(material.action.hasPrefix("Период закрыт 01.07.2021, его итоги подписаны"))
  }

  @Test func aFormThatWasSentBackIsNotSaidToCountBesideALaterOne() {
    var material = ProtocolSamples.of([])
    material.head.closed = "2021-07-01"
    material.returned = .init(reason: "Нет подписи", author: "И. И. Иванова", at: "2021-06-01")
    material.late = ["б.xlsx", "в.xlsx"]
    #expect(material.verdict == .returned)
    #expect(
      material.verdictSentence == "Файлы «б.xlsx» и «в.xlsx» пришли после закрытия периода и не "
        + "учитываются. Форма возвращена, исправленной нет.")
  }

  @Test func saysOfQuestionsWhetherTheValuesCount() {
    func advice(_ material: ProtocolMaterial) -> String {
      guard case .text(let text)? = record(material, "groups").first?["advice"] else { return "" }
      return text
    }
    var material = ProtocolSamples.of([.warning])
    #expect(advice(material).hasSuffix("Значения учитываются."))
    material.returned = .init(reason: "Нет подписи", author: "И. И. Иванова", at: "2021-06-01")
    #expect(
      advice(material)
        .hasSuffix("Значения возвращённой формы не учитываются, пока не поступит исправленная."))
  }

  @Test func putsTheMostSeriousFirstAndSheetsInTheOrderOfTheForm() {
    var material = ProtocolSamples.of([.warning, .error, .error, .error])
    material.remarks[1].sheet = "Предметы"
    material.remarks[2].cell = "C9"
    material.remarks[2].code = "b"
    material.remarks[3].sheet = ""
    material.remarks[3].cell = ""
    material.sheets = ["Титул", "Кадры", "Предметы"]
    #expect(record(material, "groups").map { $0["title"] } == [.text("Ошибки"), .text("Вопросы")])
    #expect(
      record(material, "groups", "sheets").map { $0["title"] } == [
        .text("Файл в целом"), .text("Лист «Кадры»"), .text("Лист «Предметы»"),
        .text("Лист «Кадры»"),
      ])
    #expect(material.entries.map(\.number) == [1, 2, 3, 4])
    #expect(
      record(material, "groups", "sheets", "entries").map { $0["place"] } == [
        .text(""), .text("Ячейка C9"), .text("Ячейка C14"), .text("Ячейка C14"),
      ])
  }

  /// 28 zeros of one column are one thing to mend, not 28.
  @Test func saysOnceWhatIsTheSameInManyCells() {
    var material = ProtocolSamples.of([])
    material.remarks = (5...32).map { row in
      .init(
        severity: .warning, sheet: "Предметы", cell: "D\(row)", message: "Строка \(row): 0",
        mend: "Проверьте.", code: "p:zero")
    }
    material.remarks.append(
      .init(
        severity: .warning, sheet: "Предметы", cell: "F7", message: "Строка 7: 0",
        mend: "Проверьте.", code: "p:zero"))
    let entries = record(material, "groups", "sheets", "entries")
    #expect(entries.count == 1)
    #expect(entries.first?["place"] == .text("Ячейки D5–D32, F7 (всего 29)"))
    #expect(record(material, "groups", "sheets", "entries", "lines").count == 3)
    #expect(entries.first?["more"] == .text("И ещё 26\u{A0}таких же."))
    #expect(record(material, "groups").first?["count"] == .number(29))

    for index in material.remarks.indices { material.remarks[index].message = "Указан 0" }
    #expect(record(material, "groups", "sheets", "entries", "lines").isEmpty)
    #expect(record(material, "groups", "sheets", "entries").first?["message"] == .text("Указан 0"))
  }

  @Test(arguments: [
    (["C5"], "C5"), (["C6", "C5"], "C5, C6"), (["C5", "C6", "C7", "C9"], "C5–C7, C9"),
    (["D4", "B4", "C4"], "B4–D4"), (["C9", "C10", "AA1"], "C9, C10, AA1"), ([], ""),
    (["C5", "C5"], "C5"),
  ])
  func listsCellsAsRanges(cells: [String], words: String) {
    #expect(CellName.spans(cells) == words)
  }

  /// A letter names the other cells as long as they are few.
  @Test(arguments: [
    (["C5"], ""), (["C5", "C19"], "и ещё такое же: C19"),
    (["C5", "C19", "C21", "D40"], "и ещё такие же: C19, C21, D40"),
    (["C5", "C6", "C7", "C8", "C9", "C10"], "и ещё такие же: C6–C10"),
    (["C5", "C6", "C7", "C8", "C9", "C10", "C12"], "и ещё такие же: 6"),
    (["", "", ""], "и ещё такие же: 2"),
  ])
  func aLetterNamesTheOtherCellsWhereTheyAreFew(cells: [String], words: String) {
    var material = ProtocolSamples.of([])
    material.remarks = cells.map {
      .init(severity: .error, sheet: "Кадры", cell: $0, message: "14 > 12", code: "b")
    }
    #expect(material.entries.map(\.others) == [words])
  }

  @Test func whatIsSettledStandsApartAndAsksForNothing() {
    var material = ProtocolSamples.of([.warning, .error, .warning])
    material.remarks[0].explanation = "Открыт второй корпус"
    material.remarks[1].decision = Decision(
      number: 1, act: .accepted, author: "И. И. Иванова", at: "2021-06-02T08:00:00Z",
      reason: "Подтверждено приказом")
    material.corrections = [
      .init(
        value: "стр. 13", before: "12", after: "14",
        decision: Decision(
          number: 2, act: .corrected, author: "И. И. Иванова", at: "2021-06-03T08:00:00Z",
          reason: "По телефону."))
    ]
    #expect(material.record["verdict"] == .text("Форма принята; ответьте на 1\u{A0}вопрос."))
    let settled = record(material, "settled")
    #expect(
      settled.map { $0["title"] } == [
        .text("Исправлено управлением"), .text("Принято управлением"),
        .text("Пояснение принято к сведению"),
      ])
    #expect(settled.first?["message"] == .text("стр. 13: в форме 12, учтено 14."))
    #expect(
      settled.map { $0["note"] } == [
        .text("И. И. Иванова, 03.06.2021: По телефону."),
        .text("И. И. Иванова, 02.06.2021: Подтверждено приказом."),
        .text("Пояснение: Открыт второй корпус."),
      ])
    #expect(record(material, "groups").map { $0["count"] } == [.number(1)])
  }

  @Test func aFormWhoseQuestionsAreAllExplainedIsAccepted() {
    var explained = ProtocolSamples.of([.warning, .warning])
    for position in explained.remarks.indices { explained.remarks[position].explanation = "Да" }
    #expect(
      explained.record["verdict"] == .text("Форма принята; пояснения приняты к сведению: 2."))
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
