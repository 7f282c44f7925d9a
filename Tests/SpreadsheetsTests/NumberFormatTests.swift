import ExactNumbers
import Testing

@testable import Spreadsheets

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("General", NumberShape.plain), ("0.00", .plain), ("#,##0", .plain), ("dd.mm.yyyy", .date),
    ("ДД.ММ.ГГГГ", .date), ("[$-419]d mmmm yyyy;@", .date), ("m/d/yy h:mm", .dateAndTime),
    ("hh:mm:ss", .time), ("h:mm AM/PM", .time), ("[h]:mm", .duration), ("[чч]:мм", .duration),
    ("0.0%", .percent), (#""дней" 0"#, .plain), (#"0\d"#, .plain), ("[Red]0", .plain),
    ("[Красный]0", .plain), ("@", .plain), ("0_d", .plain), (#"_-* #,##0.00\ "₽"_-"#, .plain),
    ("yyyy", .date), ("mmmm", .date), ("mm:ss", .time), ("Основной", .plain), ("Standard", .plain),
    ("GENERAL", .plain), ("0.00E+00", .plain), ("0 чел.", .plain), ("dd mmmm yyyy г.", .date),
    ("[$-FC19]dd mmmm yyyy г.;@", .date), ("ч:мм:сс", .time), ("мм:сс,0", .time),
    ("ДД.ММ.ГГГГ ч:мм", .dateAndTime), ("#,##0.00 [$€-407]", .currency), ("#,##0 ₽", .currency),
    ("[$-F400]h:mm:ss", .time), ("", .plain), ("[", .plain), (#"\"#, .plain), ("\"", .plain),
  ])
  func tellsWhatAFormatShows(code: String, shape: NumberShape) {
    let found = NumberFormatCode.shape(of: code)
    // Currency and plain numbers are told apart elsewhere.
    #expect(found == shape || (shape == .plain && found == .currency))
    #expect(NumberFormat(code: code).shape == found)
  }

  @Test func takesNoCodeThatExcelWouldNot() {
    let longest = "yyyy" + String(repeating: "-", count: NumberFormatCode.longestCode - 4)
    #expect(NumberFormatCode.shape(of: longest) == .date)
    #expect(NumberFormatCode.shape(of: longest + "-") == .plain)
    #expect(NumberFormatCode.shape(of: String(repeating: "g", count: 1 << 20)) == .plain)
    let russian = String(repeating: "Г", count: NumberFormatCode.longestCode)
    #expect(NumberFormatCode.shape(of: russian) == .date)
    #expect(NumberFormatCode.shape(of: russian + "Г") == .plain)
  }

  @Test func readsMomentsOfISO8601() throws {
    let day = try #require(SerialMoment(iso: "2021-03-31"))
    #expect(day.serial == 44286)
    #expect(day.shape == .date)
    #expect(SerialMoment(iso: "2021-02-29") == nil)
    #expect(SerialMoment(iso: "2021-13-01") == nil)
    #expect(SerialMoment(iso: "завтра") == nil)
    #expect(try #require(SerialMoment(iso: "PT27H30M00S")).iso == "PT27H30M0S")
    #expect(try #require(SerialMoment(iso: "1899-12-30")).serial == 0)
    #expect(try #require(SerialMoment(iso: "9999-12-31")).serial == 2_958_465)
  }
}
