import Analysis
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Store
import TestSupport
import Testing
import Wording

@testable import Campaign

/// The office decides about a form whose row 13 («Кадры!C18») says 79 where 41 teachers work, and
/// about one with a word for a number. The numbers are those that openpyxl reads in the fixtures.
@Suite struct DecisionTests {
  private static let school: UnitCode = "school-07"
  private static let code: FindingCode = "vilyuysk:trained_within_teachers"

  private func collect(_ campaign: OpenCampaign) async throws -> CollectSummary {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
  }

  private func campaign(with fixture: String) async throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: fixture)),
      to: campaign.folder.inbox.appending(path: "1.xlsx"))
    _ = try await collect(campaign)
    return (scratch, campaign)
  }

  private func note(_ reason: String = "по телефону, директор") throws -> DecisionNote {
    try DecisionNote(author: "Е. Г. Лазарева", reason: reason, now: FixtureCampaign.now)
  }

  private func correct(
    _ campaign: OpenCampaign, _ typed: String..., dryRun: Bool = false
  ) throws -> DecisionOutcome {
    try CorrectValues(
      campaign: campaign, unit: Self.school, period: nil,
      assignments: try typed.map { try #require(ValueAssignment($0)) }, note: try note(),
      isDryRun: dryRun
    ).run()
  }

  private func accept(
    _ campaign: OpenCampaign, _ code: FindingCode = code, _ choice: AcceptFindings.Choice = .only,
    dryRun: Bool = false
  ) throws -> DecisionOutcome {
    try AcceptFindings(
      campaign: campaign, unit: Self.school, period: nil, code: code, choice: choice,
      note: try note(), isDryRun: dryRun
    ).run()
  }

  private func withdraw(_ campaign: OpenCampaign, _ line: Int) throws -> DecisionOutcome {
    try WithdrawDecision(campaign: campaign, line: line, note: try note(), isDryRun: false).run()
  }

  private func sendBack(_ campaign: OpenCampaign) throws -> DecisionOutcome {
    try ReturnForm(
      campaign: campaign, unit: Self.school, period: nil, form: nil,
      note: try note("данные прошлого года"), isDryRun: false
    ).run()
  }

  private func scan(
    _ campaign: OpenCampaign, _ day: String, _ units: UnitCode...
  ) throws -> [DecisionOutcome] {
    let received = try #require(CalendarDate(iso: day))
    return try RecordScan(
      campaign: campaign, units: units.isEmpty ? [Self.school] : units, period: nil,
      received: received,
      note: try note(RecordScan.reason(received, "")), isDryRun: false
    ).run()
  }

  private func standing(_ campaign: OpenCampaign) throws -> UnitStanding {
    try #require(
      try CampaignStatus(campaign: campaign).run()[campaign.current]?
        .first { $0.unit == Self.school })
  }

  private func trained(_ campaign: OpenCampaign) throws -> Observation.State? {
    try campaign.store().observation(
      Observation.Key(unit: Self.school, period: campaign.current, field: "trained"))?.state
  }

  private func number(_ value: Int) -> Observation.State { .given(.number(ExactNumber(value))) }

  private func refusal(_ work: () throws -> some Any) -> String {
    do {
      _ = try work()
      return ""
    } catch let error as CampaignError {
      return error.code == .badDecision ? error.russian : "\(error.code)"
    } catch {
      return "\(error)"
    }
  }

  @Test func aCorrectedValueCountsAndItsFindingIsGone() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    #expect(try trained(campaign) == .withheld(.number(79)))
    let rehearsed = try correct(campaign, "Кадры!C18=38", dryRun: true)
    #expect(try trained(campaign) == .withheld(.number(79)) && rehearsed.lines.isEmpty)
    let outcome = try correct(campaign, "кадры!с18 = 38")
    #expect(outcome.settled.map(\.code) == [Self.code] && outcome.new.isEmpty)
    #expect(rehearsed.settled.map(\.code) == [Self.code] && rehearsed.new.isEmpty)
    #expect(outcome.counted == rehearsed.counted && outcome.counted.count == 1)
    #expect(outcome.counted.first?.before == .withheld(.number(79)))
    #expect(outcome.counted.first?.after == number(38))
    #expect(try trained(campaign) == number(38))
    let now = try standing(campaign)
    #expect(now.errors == 0 && now.corrected == 1 && now.accepted == 0)
    // Nothing of it is forgotten by the next runs.
    _ = try await collect(campaign)
    #expect(try trained(campaign) == number(38))
    #expect(
      try await CheckForms(campaign: campaign, isDryRun: true, progress: .silent).run()
        .findings.filter { $0.code == Self.code }.isEmpty)
    _ = try withdraw(campaign, outcome.lines[0])
    #expect(try trained(campaign) == .withheld(.number(79)))
    #expect(try standing(campaign).errors == 1)
    _ = scratch
  }

  @Test func aWrongCorrectionBringsNewFindings() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    // Row 14 says 9, so that row 13 cannot be 5.
    let outcome = try correct(campaign, "trained=5")
    #expect(outcome.new.map(\.code) == ["vilyuysk:by_diagnosis_within_trained"])
    #expect(outcome.settled.map(\.code) == [Self.code])
    _ = scratch
  }

  @Test func aWordForANumberIsCorrectedAndNotAccepted() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/text-in-numbers.xlsx")
    #expect(try trained(campaign) == .unreadable)
    #expect(refusal { try accept(campaign, "cell.not-a-number") }.contains("svodka correct"))
    let outcome = try correct(campaign, "Кадры!C18=12")
    #expect(outcome.settled.map(\.code) == ["cell.not-a-number"])
    #expect(try trained(campaign) == number(12) && standing(campaign).errors == 0)
    _ = scratch
  }

  @Test func anAcceptedValueCountsUntilTheFormSaysAnother() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    let rehearsed = try accept(campaign, dryRun: true)
    #expect(rehearsed.counted.map(\.after) == [number(79)])
    #expect(try trained(campaign) == .withheld(.number(79)))
    let outcome = try accept(campaign, "trained_within_teachers", .cell("Кадры!C18"))
    #expect(outcome.counted.map(\.after) == [number(79)])
    #expect(outcome.settled.map(\.code) == [Self.code])
    #expect(try trained(campaign) == number(79))
    #expect(try standing(campaign).errors == 0 && standing(campaign).accepted == 1)

    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.type(80, "C18", sheet: 2)
    try form.save(at: "2022-02-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    let summary = try await collect(campaign)
    #expect(try trained(campaign) == .withheld(.number(80)))
    let lapsed = try #require(
      summary.findings.first { $0.code == "decision.acceptance-lapsed" })
    #expect(lapsed.severity == .notice && lapsed.arguments["line"] == .count(1))
    _ = scratch
  }

  @Test func aCorrectionThatLapsedIsSaid() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try correct(campaign, "trained=38")
    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.type(40, "C18", sheet: 2)
    try form.save(at: "2022-02-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    let summary = try await collect(campaign)
    #expect(try trained(campaign) == number(40) && standing(campaign).corrected == 0)
    let lapsed = try #require(summary.findings.first { $0.code == "decision.lapsed" })
    #expect(lapsed.arguments["before"] == .number(79) && lapsed.arguments["after"] == .number(38))
    #expect(lapsed.arguments["now"] == .number(40))
    let words = summary.speaker.words(lapsed, .ru).headline
    #expect(words.contains("было 79, исправляли на 38, теперь в форме 40"))
    // A form that has taken the correction over needs no word about it.
    try form.type(38, "C18", sheet: 2)
    try form.save(at: "2022-02-22T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "3.xlsx"))
    #expect(try await !collect(campaign).findings.contains { $0.code == "decision.lapsed" })
    _ = scratch
  }

  /// Two corrections of one cell, of what each of two files says there; then a person goes back.
  @Test func aFindingNamesTheCorrectionThatHoldsAndNotTheLastOne() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/text-in-numbers.xlsx")
    let first = try correct(campaign, "Кадры!C18=12").lines[0]
    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.save(at: "2022-02-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    _ = try await collect(campaign)
    let second = try correct(campaign, "Кадры!C18=38").lines[0]
    #expect(try trained(campaign) == number(38) && second > first)
    _ = try ChooseFile(
      campaign: campaign, unit: Self.school, period: nil, file: "1.xlsx",
      note: try note("вторая испорчена"), isDryRun: false
    ).run()
    #expect(try trained(campaign) == number(12))
    let place = UnitPeriod(unit: Self.school, period: campaign.current)
    let findings = try UnitFindings(campaign: campaign).stored(place, in: try campaign.store())
    let settled = try #require(findings.first { $0.code == "cell.not-a-number" })
    #expect(settled.decision?.number == first && settled.decision?.act == .corrected)
    _ = scratch
  }

  @Test func aDryRunKnowsWhatWasDecided() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try correct(campaign, "trained=38")
    // The form comes again as it was, saved a month later.
    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.save(at: "2022-02-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    func open(dryRun: Bool) async throws -> [FindingCode] {
      try await CollectForms(
        campaign: campaign, now: FixtureCampaign.now, isDryRun: dryRun, progress: .silent
      ).run().findings.filter { $0.isOpen && $0.severity == .error }.map(\.code)
    }
    let foreseen = try await open(dryRun: true)
    #expect(foreseen == (try await open(dryRun: false)))
    #expect(!foreseen.contains(Self.code))
    _ = scratch
  }

  @Test func aReturnedFormWaitsForAnother() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    let outcome = try sendBack(campaign)
    #expect(outcome.counted.count > 90 && outcome.isTakenOut && !outcome.isTakenIn)
    // Whom to ask is said by no message.
    #expect(!outcome.counted.contains { ["filled_by", "phone"].contains($0.key.field.rawValue) })
    #expect(try standing(campaign).state == .returned)
    #expect(refusal { try sendBack(campaign) }.contains("svodka withdraw, строка 1"))
    #expect(refusal { try correct(campaign, "trained=3") }.contains("возвращена"))
    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.type(38, "C18", sheet: 2)
    // Saved before the one that was sent back: it came after, and that is what counts.
    try form.save(at: "2019-01-01T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    _ = try await collect(campaign)
    #expect(try trained(campaign) == number(38) && standing(campaign).state != .returned)
    _ = scratch
  }

  @Test func aPersonGoesBackToAnEarlierFile() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/text-in-numbers.xlsx")
    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.save(at: "2022-02-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    _ = try await collect(campaign)
    #expect(try trained(campaign) == .withheld(.number(79)))
    let choose = { (file: String) in
      try ChooseFile(
        campaign: campaign, unit: Self.school, period: nil, file: file,
        note: try note("вторая испорчена"), isDryRun: false
      ).run()
    }
    #expect(refusal { try choose("2") }.contains("и так учитывается"))
    #expect(refusal { try choose("9.xlsx") }.contains("1 — 1.xlsx; 2 — 2.xlsx"))
    _ = try choose("1.xlsx")
    #expect(try trained(campaign) == .unreadable && standing(campaign).version == 1)
    let story = try CampaignJournal(
      campaign: campaign, unit: Self.school, period: nil, since: nil
    ).run().lines
    #expect(story.map(\.event).contains(.chosen(file: "1.xlsx")))
    _ = scratch
  }

  @Test func theJournalTellsOneStoryInTheOrderOfTime() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try correct(campaign, "trained=38")
    _ = try scan(campaign, "2022-01-20")
    _ = try withdraw(campaign, 1)
    let lines = try CampaignJournal(campaign: campaign, unit: nil, period: nil, since: nil)
      .run().lines
    let correction = JournalEntry.Act.correct(
      field: "trained", breakdown: .whole, before: number(79), after: number(38))
    #expect(
      lines.map(\.event) == [
        .arrived(file: "1.xlsx", version: 1, changed: nil, counts: true),
        .decided(correction, number: 1, withdrawn: 3),
        .decided(.scan(received: "2022-01-20"), number: 2, withdrawn: nil),
        .decided(.withdraw(1), number: 3, withdrawn: nil),
      ])
    #expect(lines[1].author == "Е. Г. Лазарева" && lines[1].reason == "по телефону, директор")
    let tomorrow = try #require(CalendarDate(iso: "2022-01-21"))
    let later = try CampaignJournal(
      campaign: campaign, unit: nil, period: nil, since: .day(tomorrow)
    ).run().lines
    #expect(later.isEmpty)
    _ = scratch
  }

  /// The words are those of Templates/vilyuysk/rules.yaml; the values, those of the fixture.
  @Test func theJournalSaysWhatWasAcceptedInWords() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try accept(campaign)
    let story = try CampaignJournal(campaign: campaign, unit: nil, period: nil, since: nil).run()
    let line = try #require(story.lines.last)
    guard case .decided(.accept(let code, _, _, let seen), _, _) = line.event else {
      Issue.record("\(line.event)")
      return
    }
    let speaker = FindingSpeaker(packs: campaign.packs)
    let words = speaker.accepted(code, seen: seen, in: campaign.current, .ru)
    #expect(words == "Строка 13 больше строки 02: 79 > 41")
    // What the journal keeps too little of is called by its code.
    #expect(
      speaker.accepted("cell.not-a-number", seen: "", in: campaign.current, .ru)
        == "cell.not-a-number")
    #expect(
      speaker.accepted(
        "cell.flag-for-number", seen: "label=Всего; из них; value=да", in: campaign.current, .ru)
        == "«Всего; из них»: логическое значение да вместо числа")
    // A text that looks like a count or an argument is neither.
    #expect(
      Finding.arguments(seen: "label=строка 02; из них X=5; value=02; limit=2")
        == [
          "label": .text("строка 02; из них X=5"), "value": .text("02"), "limit": .count(2),
        ])
    _ = scratch
  }

  @Test func aScanComesNeitherBeforeItsPeriodNorTomorrow() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    #expect(refusal { try scan(campaign, "2022-01-23") }.contains("ещё не наступило"))
    #expect(refusal { try scan(campaign, "2020-12-31") }.contains("раньше, чем начался период"))
    _ = try scan(campaign, "2022-01-18")
    let row = try ReadRegister(campaign: campaign, now: nil).run(campaign.current).rows
      .first { $0.standing.unit == Self.school }
    #expect(row?.scan == CalendarDate(iso: "2022-01-18"))
    _ = scratch
  }

  @Test func scansOfSeveralUnitsAreNotedAllOrNone() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try scan(campaign, "2022-01-18")
    let said = refusal {
      try scan(campaign, "2022-01-19", "school-08", Self.school, "school-99", "school-09")
    }
    #expect(said.contains("не отмечено ничего"))
    #expect(said.contains("скан уже отмечен (строка 1 журнала"))
    #expect(said.contains("кода «school-99»"))
    #expect(try campaign.store().journal().count == 1)
    let outcomes = try scan(campaign, "2022-01-19", "school-08", "school-09", "school-08")
    #expect(outcomes.map(\.unit) == ["school-08", "school-09"])
    #expect(try campaign.store().journal().map(\.unit) == [Self.school, "school-08", "school-09"])
    _ = scratch
  }

  @Test func aFormThatWasSentBackIsNotSigned() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    func lock() throws -> LockSummary {
      try LockPeriod(
        campaign: campaign, period: campaign.current, author: "Иванова", reason: nil,
        now: FixtureCampaign.now, doubts: .accept, isDryRun: true
      ).run()
    }
    let before = try lock()
    #expect(before.arrived == 1 && before.returned.isEmpty)
    _ = try sendBack(campaign)
    let after = try lock()
    #expect(after.arrived == 0 && after.returned.count == 1 && after.isDoubtful)
    #expect(try ReportedFacts(campaign: campaign, period: campaign.current).arrived == 0)
    _ = scratch
  }

  @Test func whatIsNoDecisionIsRefusedInWords() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    for (typed, words) in [
      ("C18=30", "Кадры!C18"), ("Кадры!C99=3", "нет значения формы"),
      ("trained=двенадцать", "двенадцать"),
      ("trained=-3", "Кадры!C18"), ("trained=2,5", "Кадры!C18"), ("nothing=3", "staff_total"),
      ("trained:mathematics=3", "не разбито по строкам"), ("trained=79", "уже учитывается"),
      ("filled_by=Петрова", "называет человека"), ("period=2020", "саму форму"),
      ("subject_diagnosed=3", "mathematics"), ("subject_diagnosed:nothing=3", "mathematics"),
    ] {
      #expect(refusal { try correct(campaign, typed) }.contains(words), "\(typed)")
    }
    #expect(refusal { try correct(campaign, "trained=3", "Кадры!C18=4") }.contains("дважды"))
    #expect(refusal { try accept(campaign, "nothing") }.contains(Self.code.rawValue))
    #expect(refusal { try accept(campaign, Self.code, .cell("Кадры!C1")) }.contains("C18"))
    #expect(refusal { try withdraw(campaign, 5) }.contains("нет"))
    #expect(refusal { try note("  \n ") }.contains("--reason"))
    #expect(refusal { try note(String(repeating: "а", count: 601)) }.contains("600"))
    #expect(try campaign.store().journal().isEmpty)
    // Lower down, all of one line are written or none.
    #expect(refusal { try correct(campaign, "trained=38", "staff_total=x") } != "")
    #expect(try campaign.store().journal().isEmpty)
    _ = scratch
  }

  /// The cells are those that openpyxl reads these rows and columns in.
  @Test func aValueIsNamedInTheWordsOfTheForm() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    for (typed, place) in [
      ("стр. 01=70", "Кадры!C6"), ("Кадры, стр. 1=70", "Кадры!C6"),
      ("Кадры!стр 13=38", "Кадры!C18"),
      ("Педагогические работники, всего=70", "Кадры!C6"), ("Математика, гр. 4=3", "Предметы!D7"),
      ("по физике гр. 7=2", "Предметы!G14"), ("Предметы, стр. 2, гр. 3=6", "Предметы!C7"),
    ] {
      let outcome = try correct(campaign, typed, dryRun: true)
      #expect(outcome.counted.map(\.place) == [place], "\(typed)")
    }
    for (typed, words) in [
      ("стр. 99=1", "стр.\u{A0}01 «Педагогические работники, всего» (staff_total)"),
      ("программы наставничества=1", "(mentoring_programmes)"),
      ("Математика=3", "не одно значение"), ("стр. 13–15=1", "не одно значение"),
      ("Кадры!стр. 99=1", "в форме нет"),
    ] {
      #expect(refusal { try correct(campaign, typed) }.contains(words), "\(typed)")
    }
    _ = scratch
  }

  @Test(arguments: [
    (
      "Кадры!C18=восемь",
      "Кадры!C18: «Педагоги, прошедшие повышение квалификации, всего»: «восемь»"
    ),
    (
      "subject_diagnosed:Математика=-3",
      "Предметы!F7: «Математика: Прошли диагностику профессиональных дефицитов»: −3 меньше нуля"
    ),
  ])
  func aRefusedValueIsCalledAsTheFormCallsIt(typed: String, words: String) async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    let said = refusal { try correct(campaign, typed) }
    #expect(said.contains(words) && !said.contains("…"), "\(said)")
    _ = scratch
  }

  /// Templates/vilyuysk/form.yaml: the form `ms-1` is printed as «Форма МС-1», version 1.
  @Test func aFormIsNamedAsItIsPrinted() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    func sendBack(_ form: String) throws -> DecisionOutcome {
      try ReturnForm(
        campaign: campaign, unit: Self.school, period: nil, form: form, note: try note(),
        isDryRun: true
      ).run()
    }
    for form in ["ms-1", "MS-1", "МС-1", "мс 1", "Форма МС-1", "форма мс-1, версия 1"] {
      #expect(try sendBack(form).isTakenOut, "\(form)")
    }
    for form in ["МС-2", "МС", "форма", ""] {
      let said = refusal { try sendBack(form) }
      #expect(said.contains("формы «\(form)» нет; есть: «Форма МС-1» (ms-1)"), "\(form)")
    }
    _ = scratch
  }

  @Test func aClosedPeriodTakesNoDecision() async throws {
    let (scratch, open) = try await campaign(with: "broken/total-doubled.xlsx")
    try open.store().lock(
      open.current, values: [], author: "А", reason: "итоги", now: "2022-01-25T10:00:00Z")
    let campaign = try OpenCampaign.open(open.folder)
    #expect(refusal { try correct(campaign, "trained=38") }.contains("svodka unlock"))
    #expect(refusal { try sendBack(campaign) }.contains("svodka unlock"))
    _ = scratch
  }

  @Test func dashAndNothingAreStatesOfTheirOwn() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try correct(campaign, "trained=–", "Кадры!C15=")
    let store = try campaign.store()
    let values = try store.observationsToCheck(unit: Self.school, period: campaign.current)
      .filter { !$0.decisions.isEmpty }.map(\.state)
    #expect(Set(values) == [.missing, .notApplicable])
    _ = scratch
  }

  @Test func aCorrectedValueIsWalkedBackToFormAndDecision() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    _ = try correct(campaign, "trained=38")
    let address = try #require(
      ValueAddress("i3_3/\(Self.school)/-/\(campaign.current)/value"))
    let traced = try TraceValue(campaign: campaign, address: address).run()
    let term = try #require(traced.trace.contributions.first?.denominator)
    #expect(term.observation?.number == 38 && term.observation?.origin?.rawText == "79")
    #expect(term.observation?.decisions.first?.decision.author == "Е. Г. Лазарева")
    #expect(traced.returns.line(of: term.observation) == nil)
    let named = try #require(ValueAddress("3.3/\(Self.school)/-/\(campaign.current)/value"))
    #expect(try TraceValue(campaign: campaign, address: named).run().trace.value.address == address)
    _ = try sendBack(campaign)
    let again = try TraceValue(campaign: campaign, address: address).run()
    let sent = again.returns.line(of: again.trace.contributions.first?.denominator?.observation)
    #expect(sent?.reason == "данные прошлого года")
    _ = scratch
  }

  @Test func theReportSaysWhatWasDecidedAndThePublicEditionOnlyHowMuch() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/total-doubled.xlsx")
    let pages = {
      _ = try await WriteDocuments(
        campaign: campaign, period: nil, now: FixtureCampaign.now, isDryRun: false,
        progress: .silent
      ).run()
      let files = FileManager.default.enumerator(
        at: campaign.folder.output(campaign.current), includingPropertiesForKeys: nil)
      var telling: [String: String] = [:]
      for case let file as URL in files ?? .init() where file.pathExtension == "html" {
        let text = String(decoding: try WholeFile.read(file), as: UTF8.self)
        if text.contains("Решения по представленным значениям") {
          telling[file.path.contains("/public/") ? "public" : "internal"] = text
        }
      }
      return telling
    }
    #expect(try await pages().isEmpty)
    _ = try correct(campaign, "trained=38")
    let telling = try await pages()
    let own = try #require(telling["internal"])
    #expect(own.contains("по телефону, директор") && !own.contains("Лазарева, 2"))
    #expect(own.contains(">79<") && own.contains(">38<"))
    let published = try #require(telling["public"])
    #expect(published.contains("исправлено или учтено: 1"))
    #expect(!published.contains("по телефону, директор"))
    _ = scratch
  }
}
