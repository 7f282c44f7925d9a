import ExactNumbers
import Spreadsheets
import Testing

@Suite struct RoundTripTests {
  private func read(_ format: NewWorkbook.FileFormat) throws -> Workbook {
    try Workbook(reading: FormSample.workbook.bytes(as: format), contents: .everything)
  }

  private func cell(_ address: String, of sheet: Sheet) throws -> Cell {
    try #require(sheet.cell(at: FormSample.range(address).first), "\(sheet.name)!\(address)")
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func keepsSheetsMergesProtectionAndWhatIsHidden(format: NewWorkbook.FileFormat) throws {
    let workbook = try read(format)
    #expect(workbook.sheets.map(\.name) == ["Списки", "Кадры 1", "3.1"])
    #expect(workbook.sheets.map(\.isHidden) == [true, false, false])
    #expect(workbook.sheets.map { $0.protection?.hasPassword } == [nil, false, nil])
    #expect(
      workbook.sheets[1].merges.map(\.description).sorted() == ["A1:E1", "A2:E2"])
    #expect(workbook.sheets[1].hiddenColumns == [6...6])
    // «01» is written as the text that it is, and read so.
    let notices = Set(workbook.sheets.flatMap(\.notices).map(\.code))
    #expect(notices == [.hidden, .textNumber])
    #expect(workbook.description.properties.created == "2021-02-01T10:00:00Z")
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func keepsValuesAndWhatIsShownForThem(format: NewWorkbook.FileFormat) throws {
    let sheets = try read(format).sheets
    #expect(try cell("A5", of: sheets[1]).value == .text("01"))
    #expect(try cell("C5", of: sheets[1]).value == .number(1))
    #expect(try cell("D9", of: sheets[1]).shown == "1\u{A0}250")
    #expect(try cell("B2", of: sheets[2]).value == .number(FormSample.exact("-12.345")))
    #expect(try cell("B2", of: sheets[2]).shown == "-12,35")
    #expect(
      try cell("A3", of: sheets[2]).value == .text("&<>\"' ]]>  два \n пробела _x0041_"))
    #expect(try cell("B3", of: sheets[2]).shown == "31.03.2021")
    guard case .moment(let day) = try cell("B3", of: sheets[2]).value else {
      Issue.record("no date")
      return
    }
    #expect(day.iso == "2021-03-31")
    // A cell to be filled in is there and empty.
    #expect(try cell("E5", of: sheets[1]).value == .empty)
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func keepsFormulasAndTheirShownResults(format: NewWorkbook.FileFormat) throws {
    let sheets = try read(format).sheets
    let total = try cell("C13", of: sheets[1])
    #expect(total.formula == "SUM(C5:C12)")
    #expect(total.value == .number(36))
    let said = try cell("A1", of: sheets[2])
    let plain = "IF('Кадры 1'!$C$13>36,\"Много: \"\"36\"\"\nстрока\",\"\")"
    let flag = try cell("B1", of: sheets[2])
    #expect(flag.formula == "SUM('Кадры 1'!$C$5:$C$12)=36")
    switch format {
    case .xlsx:
      #expect(said.formula == plain)
      #expect(flag.value == .number(1))
    case .ods:
      #expect(said.formula == "HYPERLINK(\"#'Кадры 1'.C5\",\(plain))")
      #expect(flag.value == .boolean(true))
    }
    #expect(said.value == .text(""))
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func keepsValidations(format: NewWorkbook.FileFormat) throws {
    let sheet = try read(format).sheets[1]
    let found = sheet.validations.sorted { "\($0.ranges)" < "\($1.ranges)" }
    #expect(found == validations.sorted { "\($0.ranges)" < "\($1.ranges)" })
  }

  private let validations = [
    CellValidation(
      ranges: [FormSample.range("C5:D12")], kind: .wholeNumber, comparison: .between, first: "0",
      second: "500",
      prompt: .init(title: "Число", text: "Целое число от 0 до 500.\nПустая ячейка: нет данных."),
      error: .init(
        title: "Не число", text: "Нужно целое число от 0 до 500 & «ничего» <больше>.")),
    CellValidation(
      ranges: [FormSample.range("E5:E8")], kind: .list, items: ["да", "нет", "не \"знаю\""],
      alert: .warning, error: .init(title: "Не из списка", text: "Выберите из списка.")),
    CellValidation(
      ranges: [FormSample.range("E9:E10")], kind: .list, first: "Списки!$A$1:$A$3",
      error: .init(title: "Не из списка", text: "Выберите из списка.")),
    CellValidation(
      ranges: [FormSample.range("E11:E20")], kind: .date, comparison: .between, first: "44075",
      second: "44439", error: .init(title: "Не тот день", text: "Нужен день учебного года.")),
    CellValidation(
      ranges: [FormSample.range("H2:H2")], kind: .decimal, comparison: .between, first: "-5",
      second: "5", error: .init(title: "Не число", text: "От −5 до 5.")),
  ]

  @Test(.enabled(if: OfficeProgram.path != nil, "soffice is not installed"))
  func keepsAllThatLibreOfficeSavesAgain() throws {
    for format in NewWorkbook.FileFormat.allCases {
      let bytes = try FormSample.workbook.bytes(as: format)
      let saved = try OfficeProgram.convert(bytes, from: format, to: "xlsx")
      let sheets = try Workbook(reading: saved, contents: .everything).sheets
      #expect(sheets.map(\.isHidden) == [true, false, false])
      #expect(sheets[1].protection == SheetProtection(hasPassword: false))
      let kept = sheets[1].validations.sorted { "\($0.ranges)" < "\($1.ranges)" }
      #expect(kept == validations.sorted { "\($0.ranges)" < "\($1.ranges)" })
      #expect(try cell("D13", of: sheets[1]).value == .number(1250))
      #expect(try cell("B1", of: sheets[2]).value != .formulaWithoutResult)
    }
  }
}
