import ExactNumbers
import Spreadsheets
import Testing

@Suite struct NewWorkbookErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let workbook: NewWorkbook
    let code: NewWorkbookError.Code
    let place: String

    init(
      _ name: String, _ code: NewWorkbookError.Code, at place: String = "",
      _ change: (inout NewWorkbook) -> Void
    ) {
      var workbook = NewWorkbook(
        title: "Т", created: "2021-02-01T10:00:00Z",
        sheets: [NewSheet(name: "А", rows: [.init(cells: [NewCell(), NewCell()])])])
      change(&workbook)
      testDescription = name
      self.workbook = workbook
      self.code = code
      self.place = place
    }

    /// The content of B1.
    static func cell(
      _ name: String, _ content: NewCell.Content, _ code: NewWorkbookError.Code = .value
    ) -> Fault {
      Fault(name, code, at: "B1") { $0.sheets[0].rows[0].cells[1].content = content }
    }

    static func style(_ name: String, _ change: (inout CellStyle) -> Void) -> Fault {
      Fault(name, .looks, at: "B1") { change(&$0.sheets[0].rows[0].cells[1].style) }
    }

    static func rule(_ name: String, _ rule: NewValidation.Rule, title: String = "") -> Fault {
      Fault(name, .validation, at: "A1:A2") {
        $0.sheets[0].validations = [
          NewValidation(
            range: FormSample.range("A1:A2"), rule: rule,
            refusal: .init(title: title, text: "Нет."))
        ]
      }
    }
  }

  static let long = String(repeating: "я", count: 32_768)

  static let faults: [Fault] = [
    Fault("no sheet", .workbook) { $0.sheets = [] },
    Fault("all hidden", .workbook) { $0.sheets[0].isHidden = true },
    Fault("no time", .workbook) { $0.created = "2021-02-01" },
    Fault("a time before ZIP", .workbook) { $0.created = "1979-12-31T23:59:59Z" },
    Fault("no name", .sheetName) { $0.sheets[0].name = "" },
    Fault("a sign in a name", .sheetName) { $0.sheets[0].name = "А/Б" },
    Fault("a long name", .sheetName) { $0.sheets[0].name = String(repeating: "я", count: 32) },
    Fault("a name twice", .sheetName) {
      $0.sheets.append($0.sheets[0])
      $0.sheets[1].name = "а"
    },
    Fault("many sheets", .limit) { workbook in
      workbook.sheets = (0...200).map { NewSheet(name: "Л\($0)") }
    },
    .cell("a long text", .text(long)),
    .cell("a number beyond Double", .number(ExactNumber(coefficient: 1, exponent: 400) ?? .zero)),
    .cell("no day", .date("2021-02-29")),
    .cell("a day before Excel", .date("1899-12-31")),
    .cell(
      "a sheet that is not there",
      .formula(.cell(NewReference(sheet: "Б", CellAddress(row: 1, column: 1))), shown: .flag(true)),
      .sheetName),
    .cell(
      "a column that is not there",
      .formula(.cell(NewReference(CellAddress(row: 1, column: 16_385))), shown: .flag(true)),
      .place),
    .cell(
      "no function", .formula(.call("SUM(1)+", []), shown: .flag(true)), .formula),
    .cell(
      "a long formula", .formula(.text(String(repeating: "я", count: 8_192)), shown: .text("")),
      .formula),
    .cell(
      "a deep formula",
      .formula(
        (0..<65).reduce(NewFormula.number(1)) { inner, _ in .call("ABS", [inner]) },
        shown: .number(1)), .formula),
    .cell("a long result", .formula(.text("а"), shown: .text(long))),
    .style("no colour") { $0.fill = "синий" },
    .style("no size") { $0.size = 0 },
    .style("far in") { $0.indent = 16 },
    .style("many decimals") { $0.format = .decimals(31) },
    .rule("a long list", .list([String(repeating: "я", count: 254), "а"])),
    .rule("a comma in a list", .list(["а,б"])),
    .rule("an empty list", .list([])),
    .rule("a long title", .whole(0...1), title: String(repeating: "я", count: 33)),
    .rule("days the wrong way round", .date(from: "2021-02-01", to: "2021-01-01")),
    Fault("validations over one another", .place, at: "A2:B3") {
      $0.sheets[0].validations = ["A1:A2", "A2:B3"].map {
        NewValidation(
          range: FormSample.range($0), rule: .whole(0...1), refusal: .init(title: "", text: ""))
      }
    },
    Fault("merges over one another", .place, at: "B1:C2") {
      $0.sheets[0].merges = ["A1:B2", "B1:C2"].map(FormSample.range)
    },
    Fault("one cell merged", .place, at: "A1:A1") {
      $0.sheets[0].merges = [FormSample.range("A1:A1")]
    },
    Fault("corners the wrong way round", .place, at: "B2:A1") {
      $0.sheets[0].merges = [
        CellRange(first: CellAddress(row: 2, column: 2), last: CellAddress(row: 1, column: 1))
      ]
    },
    Fault("a value under a merge", .value, at: "B1") {
      $0.sheets[0].merges = [FormSample.range("A1:B2")]
      $0.sheets[0].rows[0].cells[1].content = .number(1)
    },
    Fault("no width", .looks, at: "A") { $0.sheets[0].columns = [.init(width: 0)] },
    Fault("a width that is no number", .looks, at: "B") {
      $0.sheets[0].columns = [.init(width: 1), .init(width: .nan)]
    },
    Fault("a high row", .looks, at: "1") { $0.sheets[0].rows[0].height = 145 },
    Fault("frozen beyond the sheet", .place) { $0.sheets[0].frozenRows = -1 },
    Fault("row 0 repeated", .place) { $0.sheets[0].repeatedRows = 0...1 },
    Fault("a print area of no sheet", .place, at: "A0:A1") {
      $0.sheets[0].printArea = CellRange(
        first: CellAddress(row: 0, column: 1), last: CellAddress(row: 1, column: 1))
    },
    Fault("a link to no sheet", .sheetName, at: "A1") {
      $0.sheets[0].rows[0].cells[0].link = NewReference(
        sheet: "Б", CellAddress(row: 1, column: 1))
    },
  ]

  @Test(arguments: faults, NewWorkbook.FileFormat.allCases)
  func namesWhatNoFileCanHold(fault: Fault, format: NewWorkbook.FileFormat) throws {
    let error = #expect(throws: NewWorkbookError.self) { try fault.workbook.bytes(as: format) }
    #expect(error?.code == fault.code)
    #expect(error?.place == fault.place)
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func takesWhatIsJustWithinTheLimits(format: NewWorkbook.FileFormat) throws {
    let text = String(Self.long.dropLast())
    let days = NewValidation.Rule.date(from: "1900-03-01", to: "1900-03-01")
    var workbook = NewWorkbook(
      title: "", created: "1980-01-01T00:00:00Z",
      sheets: [
        NewSheet(
          name: String(repeating: "я", count: 31), columns: [.init(width: 470)],
          rows: [.init(height: 144, cells: [NewCell(.text(text)), NewCell(.date("1900-03-01"))])])
      ])
    workbook.sheets[0].validations = [
      .list([String(repeating: "я", count: 253), "а"]), .whole(Int.min...Int.max), days,
    ].enumerated().map { row, rule in
      let corner = CellAddress(row: row + 5, column: 1)
      return NewValidation(
        range: CellRange(first: corner, last: CellAddress(row: row + 5, column: 2)),
        rule: rule,
        refusal: .init(
          title: String(repeating: "я", count: 32), text: String(repeating: "я", count: 255)))
    }
    let sheets = try Workbook(reading: workbook.bytes(as: format), contents: .everything).sheets
    #expect(sheets[0].cell(at: CellAddress(row: 1, column: 1))?.value == .text(text))
    #expect(sheets[0].validations.count == 3)
  }

  @Test func countsCellsThatOnlyRulesNameOnce() throws {
    var workbook = NewWorkbook(
      title: "", created: "1980-01-01T00:00:00Z", sheets: [NewSheet(name: "А")])
    workbook.sheets[0].validations = [
      NewValidation(
        range: FormSample.range("B2:XFD1048576"), rule: .whole(0...1),
        refusal: .init(title: "", text: ""))
    ]
    let bytes = try workbook.bytes(as: .ods)
    #expect(bytes.count < 10_000)
    let sheet = try Workbook(reading: bytes, contents: .everything).sheets[0]
    #expect(sheet.validations.first?.ranges == [FormSample.range("B2:XFD1048576")])
  }
}
