import Findings
import Monitoring
import Testing

@testable import Intake

/// What a school may type to say what its explanation is about, and what that names.
@Suite struct ExplanationReferenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let about: String
    /// The letters of the findings that are named.
    let named: String
    var testDescription: String { about }

    init(_ about: String, _ named: String) {
      self.about = about
      self.named = named
    }
  }

  @Test(arguments: [
    // Codes.
    Case("pack:staff_changed", "A"), Case("staff_changed", "A"), Case("STAFF_CHANGED", "A"),
    Case("код staff_changed", "A"), Case("[pack:staff_changed]", "A"),
    Case("stаff_chаnged", "A"), Case("pack:zero", "CD"), Case("form.row-unknown", "H"),
    Case("staff_changed, young", "AB"), Case("staff_changed; cell.missing", "AE"),
    Case("pack:zero Предметы!D6", "C"), Case("pack:zero (E7)", "D"),
    // The row moved since the protocol was read: the code is still the only one.
    Case("staff_changed Кадры!C9", "A"), Case("pack:zero Предметы!D9", ""),
    Case("staff_change", ""),
    // Cells.
    Case("Кадры!C5", "A"), Case("Кадры, C5", "A"), Case("Кадры C5", "A"),
    Case("кадры!с5", "A"), Case("КАДРЫ!$C$5", "A"), Case("'Кадры'!C5", "A"),
    Case("лист «Кадры», ячейка C5", "A"), Case("C5 на листе Кадры", "A"), Case("D6", "C"),
    Case("д6", ""), Case("Е7", "D"), Case("D6 и E7", "CD"), Case("D6, Е7", "CD"),
    Case("Предметы!D6:E7", "CD"), Case("Предметы!D6-D8", "CE"), Case("Кадры!C6", "B"),
    Case("Кадры!C5; Предметы!D6", "AC"), Case("Кадры!C5; D6", "AC"), Case("Кадры!D6", ""),
    Case("Предметы!C5", "G"), Case("C5", "A"), Case("C8", "F"), Case("Предметы!B9", "H"),
    Case("Кадры!C99", ""), Case("Титул!C5", ""),
    // A sheet that the form does not have.
    Case("Лист1!C5", ""), Case("Tab1!C5", ""), Case("'Старый лист'!$C$5", ""), Case("2021!C5", ""),
    Case("Лист1!C5; C5", "A"), Case("Лист1!C5, Кадры!C5", "A"), Case("Математика!D6", ""),
    Case("staff_changed Лист1!C5", "A"), Case("Внимание! C5", "A"), Case("!C5", "A"),
    Case("Кадры! C5", "A"), Case("Кадры!стр. 01", "A"), Case("[форма.xlsx]Кадры!C5", "A"),
    // Rows of a list.
    Case("стр. 01", "A"), Case("стр.1", "A"), Case("строка 01", "A"), Case("Строка № 1", "A"),
    Case("лист Кадры стр. 01", "A"), Case("Кадры, стр. 01", "A"), Case("стр. 03", "B"),
    Case("стр. 01, 03", "AB"), Case("стр. 01 и 03", "AB"), Case("стр. 1–3", "AB"),
    Case("с. 01", ""), Case("стр. 07", ""), Case("row 1", "A"), Case("01", ""),
    Case("Педагогические работники, всего", "A"), Case("педагогические работники до 30 лет", "B"),
    Case("C5, стр. 03", "AB"),
    // Places of a table.
    Case("Математика гр. 4", "C"), Case("Математика, гр. 4", "C"), Case("математика графа 4", "C"),
    Case("по математике, гр. 4", "C"), Case("физике гр 5", "D"), Case("Математика", "C"),
    Case("Математика гр. 4, Физика гр. 5", "CD"), Case("гр. 4 Математика", "C"),
    Case("Математика гр. 5", ""), Case("Предметы гр. 4", "CE"), Case("гр. 4, 5", "CDE"),
    Case("Предметы стр. 2 гр. 4", "C"), Case("Предметы, стр. 3", "D"),
    Case("Химия: Сопровождение на уровне организации", "E"), Case("Химия", "EF"),
    // Nothing.
    Case("", ""), Case("-", ""), Case("все замечания", ""), Case("Кадры", ""), Case("14", ""),
    Case("%%%", ""), Case("стр. 99999999999999999999999", ""), Case(",;,;", ""),
  ])
  func namesWhatItIsAbout(row: Case) {
    let form = ExplainedForm()
    let matcher = form.matcher()
    let letters = Array("ABCDEFGH")
    let named = matcher.findings(named: row.about).sorted().map { letters[$0] }
    #expect(String(named) == row.named)
  }

  @Test func aCellThatTwoSheetsAskAboutNeedsItsSheet() {
    var form = ExplainedForm()
    form.findings.append(
      form.warning("pack:zero", "staff", "", sheet: "Предметы", cells: ["C5"]))
    func named(_ about: String) -> Set<Int> {
      form.matcher().findings(named: about)
    }
    #expect(named("C5") == [])
    #expect(named("Кадры!C5") == [0])
    #expect(named("Предметы!C5") == [6, 8])
  }

  @Test func aRenamedSheetIsKnownByEitherName() {
    var form = ExplainedForm()
    for position in form.findings.indices {
      for origin in form.findings[position].origins.indices
      where form.findings[position].origins[origin].sheet == "Кадры" {
        form.findings[position].origins[origin].sheet = "Лист 2"
      }
    }
    for position in form.observations.indices
    where form.observations[position].origin?.sheet == "Кадры" {
      form.observations[position].origin?.sheet = "Лист 2"
    }
    let matcher = form.matcher()
    #expect(matcher.findings(named: "Лист 2!C5") == [0])
    #expect(matcher.findings(named: "Кадры!C5") == [0])
  }

  @Test func aSheetCalledByANumberIsNoRow() {
    var form = ExplainedForm()
    for position in [2, 3] { form.findings[position].origins[0].sheet = "1" }
    let matcher = form.matcher()
    #expect(matcher.findings(named: "стр. 1") == [0])
    #expect(matcher.findings(named: "Математика гр. 4") == [2])
  }

  @Test func aSubjectThatSoundsLikeAColumnIsNotTakenForOne() {
    let form = ExplainedForm()
    var subjects = SampleForm.subjects
    subjects.members.append(.init(code: "drawing", title: "Графика"))
    let matcher = form.matcher([subjects])
    #expect(matcher.findings(named: "Математика графа 4") == [2])
  }

  /// Such a name folds to no words, which any text begins with.
  @Test(arguments: ["–", "", "***"])
  func aMemberCalledByADashIsNotNamedByAnyText(alias: String) {
    let form = ExplainedForm()
    var subjects = SampleForm.subjects
    subjects.members.append(.init(code: "other", title: "Прочие", aliases: [alias]))
    let matcher = form.matcher([subjects])
    #expect(matcher.findings(named: "по математике, гр. 4") == [2])
    #expect(matcher.findings(named: "Декрет") == [])
  }

  @Test func aMemberCalledByANumberIsNoColumnOfThatNumber() {
    let form = ExplainedForm()
    var subjects = SampleForm.subjects
    subjects.members.append(.init(code: "fifth", title: "5"))
    let matcher = form.matcher([subjects])
    #expect(matcher.findings(named: "гр. 5") == [3])
    #expect(matcher.findings(named: "Физика гр. 5") == [3])
  }

  /// Another form of the unit came in a file with a sheet of the same name.
  @Test func aCellIsOfItsOwnFile() throws {
    var form = ExplainedForm()
    var other = try #require(
      form.observations.first { $0.origin?.sheet == "Кадры" && $0.origin?.cell == "C6" })
    other.key.field = "of_another_form"
    other.origin?.hash = "h2"
    form.observations.insert(other, at: 0)
    var finding = form.warning("cell.unreadable", "", "", sheet: "Кадры", cells: ["C5"])
    finding.origins[0].hash = "h2"
    form.findings.append(finding)
    let matcher = form.matcher()
    #expect(matcher.findings(named: "стр. 02") == [1])
    #expect(matcher.findings(named: "стр. 01") == [0])
  }

  @Test func aLongTextEndsSoon() {
    let form = ExplainedForm()
    let matcher = form.matcher()
    let long = String(repeating: "стр. 1, Математика гр. 4 и ", count: 2_000)
    #expect(matcher.findings(named: long) == [0, 2])
  }
}

/// The sample form with a section of explanations, and findings at known places of it.
struct ExplainedForm {
  static let classifiers = [SampleForm.subjects, SampleForm.sections]

  static let schema: FormSchema = {
    var schema = SampleForm.schema
    schema.sections.append(
      FormSection(
        code: "explanations", sheet: "Пояснения", title: "Пояснения", layout: .records,
        fields: [
          FormField(
            code: "about", label: "Код замечания или ячейка", kind: .text, isRequired: false),
          FormField(code: "why", label: "Пояснение", kind: .text, isRequired: false),
        ], isOptional: true))
    schema.explanations = .init(about: "about", text: "why")
    return schema
  }()

  var observations: [Observation]
  /// A, B at the list; C, D, E, F, G at the table; H at a row that the form does not have.
  var findings: [Finding] = []

  /// - Parameter rows: what stands on the sheet «Пояснения»: what about, and why.
  init(_ rows: [(String, String)] = []) {
    var sheet = Page("Пояснения", "№ п/п|Код замечания или ячейка|Пояснение\nгр. 1|гр. 2|гр. 3")
    for (index, row) in rows.enumerated() {
      sheet.put("\(index + 1)", index + 3, 1)
      sheet.put(row.0, index + 3, 2)
      sheet.put(row.1, index + 3, 3)
    }
    let binder = FormBinder(
      schema: Self.schema, classifiers: Self.classifiers, register: SampleForm.register,
      periods: SampleForm.periods)
    let pages = SampleForm.pages + [sheet]
    let binding = binder.bind(
      FormFile(path: "form.xlsx", hash: "h", sheets: pages.map(\.grid)))
    observations = binding.first?.observations ?? []
    findings = [
      warning("pack:staff_changed", "staff", "", sheet: "Кадры", cells: ["C5"]),
      warning("pack:young", "up_to_30", "", sheet: "Кадры", cells: ["C7", "C6"]),
      warning("pack:zero", "supported", "subjects=mathematics", sheet: "Предметы", cells: ["D6"]),
      warning("pack:zero", "diagnosed", "subjects=physics", sheet: "Предметы", cells: ["E7"]),
      warning("cell.missing", "supported", "subjects=chemistry", sheet: "Предметы", cells: ["D8"]),
      finding(
        "pack:too_many", .error, "teachers", "subjects=chemistry", sheet: "Предметы",
        cells: ["C8"]),
      finding(
        "cell.text-number", .notice, "teachers", "subjects=russian", sheet: "Предметы",
        cells: ["C5"]),
      warning("form.row-unknown", "", "", sheet: "Предметы", cells: ["B9"]),
    ]
  }

  func warning(
    _ code: FindingCode, _ field: String, _ breakdown: String, sheet: String, cells: [String]
  ) -> Finding {
    finding(code, .warning, field, breakdown, sheet: sheet, cells: cells)
  }

  private func finding(
    _ code: FindingCode, _ severity: Severity, _ field: String, _ breakdown: String,
    sheet: String, cells: [String]
  ) -> Finding {
    Finding(
      code: code, severity: severity,
      key: FindingKey(
        unit: "school-07", period: "2021", form: "f-1", field: field, breakdown: breakdown),
      origins: cells.map { Origin(file: "form.xlsx", hash: "h", sheet: sheet, cell: $0) })
  }

  func matcher(_ classifiers: [Classifier] = Self.classifiers) -> ReferenceMatcher {
    ReferenceMatcher(
      schema: Self.schema,
      phrases: ReferencePhrases(schema: Self.schema, classifiers: classifiers),
      classifiers: classifiers, findings: findings, observations: observations)
  }
}
