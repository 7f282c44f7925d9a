import ExactNumbers
import Testing

@testable import Spreadsheets

/// What Excel shows where LibreOffice differs, or where a value is not a number.
@Suite struct NumberFormatTextTests {
  private static func number(_ text: String) throws -> ExactNumber {
    try #require(ExactNumber(text))
  }

  /// From the description of General ("up to 11 digits") of Microsoft's help, and its examples of
  /// scientific notation.
  @Test(arguments: [
    ("0", "0"), ("12345678901", "12345678901"), ("123456789012", "1.23457E+11"),
    ("1234567890.1234", "1234567890"), ("123456789.1234", "123456789.1"),
    ("0.1234567891234", "0.123456789"), ("0.00001", "0.00001"), ("0.0000123456", "1.23456E-05"),
    ("0.000123456789", "0.000123457"), ("1E-10", "1E-10"), ("-1234.5678", "-1234.5678"),
    ("99999999999.9", "1E+11"), ("9999999999.96", "10000000000"), ("1E300", "1E+300"),
    ("0.99999999999", "1"), ("-0.00000000012", "-1.2E-10"), ("12345678901234567", "1.23457E+16"),
  ])
  func showsANumberInElevenCharacters(value: String, shown: String) throws {
    #expect(NumberFormat.general.text(try Self.number(value), language: .invariant) == shown)
  }

  @Test(arguments: [
    // A point stays where no decimals follow it.
    ("0.##", "5", "5."), ("#.##", "0", "."), ("0%", "1.005", "101%"),
    // The sixteenth digit is not kept.
    ("0", "1234567890123456", "1234567890123460"),
    ("0.0", "200.04999999999998", "200.1"),
    ("0.00000000000000000000", "0.30000000000000004", "0.30000000000000000000"),
    // A number that no section takes, a date that Excel's calendar does not have.
    ("[>5]0", "3", "########"), ("dd.mm.yyyy", "-1", "########"), ("[h]:mm", "-1", "########"),
    ("dd.mm.yyyy", "1E300", "########"), ("dd.mm.yyyy", "2958466", "########"),
    ("[h]:mm", "1E300", "########"), ("h:mm", "2958465.9999999", "########"),
    ("\"итого\"", "-1", "-итого"), ("# ?/2", "3", "3    "),
    // A second is rounded, a day is not.
    ("hh:mm:ss", "0.0006", "00:00:52"), ("dd.mm.yyyy", "44561.999999", "31.12.2021"),
    ("dd.mm.yyyy hh:mm:ss", "44561.999999", "01.01.2022 00:00:00"),
    ("[$-F400]h:mm:ss", "0.75", "6:00:00 PM"),
    ("[$-F800]d", "44286", "Wednesday, March 31, 2021"),
    ("[$-FC19]dd mmmm yyyy г.;@", "44286", "31 марта 2021 г."),
    ("[$-F419]yyyy, mmmm;@", "44286", "2021, Март"),
    ("[$-ru-RU]d mmm yyyy", "44286", "31 мар 2021"),
    ("[$-x-sysdate]d", "44286.5", "Wednesday, March 31, 2021"),
    // Russian programs.
    ("ДД.ММ.ГГГГ", "44286", "31.03.2021"), ("ДД.ММ.ГГГГ ч:мм", "44286.5", "31.03.2021 12:00"),
    ("[ч]:мм:сс", "1.5", "36:00:00"), ("мм:сс,0", "0.0006", "00:51.8"),
    ("# ##0,00", "1234567.891", "1,234,567.89"), ("Основной", "0.5", "0.5"),
    ("[Красный]0.0", "0.25", "0.3"), ("[Цвет 10]0", "1", "1"), ("0 чел.", "25", "25 чел."),
    ("#,##0\\ [$₽-419]", "1234", "1,234 ₽"),
  ])
  func showsWhatExcelShows(code: String, value: String, shown: String) throws {
    let format = NumberFormat(code: code)
    #expect(format.isUnderstood)
    #expect(format.text(try Self.number(value), language: .invariant) == shown)
  }

  @Test(arguments: [
    ("# ##0,00", "1234567.891", "1\u{A0}234\u{A0}567,89"), ("dd/mm/yyyy", "44286", "31.03.2021"),
    ("[$-F800]d", "44286", "31 марта 2021 г."), ("[$-F400]h", "0.75", "18:00:00"),
    ("General", "0.5", "0,5"), ("h:mm AM/PM", "0.75", "6:00 PM"),
  ])
  func showsItInRussian(code: String, value: String, shown: String) throws {
    #expect(NumberFormat(code: code).text(try Self.number(value), language: .russian) == shown)
  }

  @Test(arguments: [
    "\"открыта", "[h", "0\\", "0;0;0;0;0", "[слово]0", "0 dd", "0E+", "General General0",
    "[>5][<3]0",
    "[$-407]d mmmm yyyy", "[$-4000419]0", "@0", "# ?/?.0", "yyyy @",
    String(repeating: "0", count: 256),
  ])
  func saysWhatItDoesNotUnderstand(code: String) throws {
    let format = NumberFormat(code: code)
    #expect(!format.isUnderstood)
    #expect(format.text(try Self.number("1234.5"), language: .invariant) == "1234.5")
    #expect(format.text(.text("слово"), language: .invariant) == "слово")
  }

  @Test func showsValuesThatAreNoNumbers() throws {
    let format = NumberFormat(code: "0;-0;0;\"т: \"@")
    #expect(format.text(.text("да"), language: .russian) == "т: да")
    #expect(NumberFormat(code: ";;;").text(.text("тайна"), language: .russian) == "")
    #expect(format.text(.boolean(true), language: .russian) == "ИСТИНА")
    #expect(format.text(.boolean(false), language: .invariant) == "FALSE")
    #expect(format.text(.error("#DIV/0!"), language: .russian) == "#ДЕЛ/0!")
    #expect(format.text(.error("#SPILL!"), language: .russian) == "#SPILL!")
    #expect(format.text(.empty, language: .russian) == "")
    #expect(format.text(.formulaWithoutResult, language: .russian) == "")
  }

  @Test(arguments: [
    ("2021-03-31", "31.03.2021"), ("09:30:00", "9:30:00"), ("PT27H30M0S", "27:30:00"),
    ("2021-03-31T09:30:00", "31.03.2021 9:30"),
  ])
  func showsAMomentWithoutAFormatInTheUsualWay(iso: String, shown: String) throws {
    let moment = try #require(SerialMoment(iso: iso))
    #expect(NumberFormat.general.text(.moment(moment), language: .russian) == shown)
  }

  /// The table of ECMA-376, 18.8.30, and what Excel shows for it in Russian.
  @Test(arguments: [
    (0, "1234.5", "1234.5", "1234,5"), (1, "1234.5", "1235", "1235"),
    (2, "1234.5", "1234.50", "1234,50"), (3, "1234.5", "1,235", "1\u{A0}235"),
    (4, "1234.5", "1,234.50", "1\u{A0}234,50"), (9, "0.255", "26%", "26%"),
    (10, "0.255", "25.50%", "25,50%"), (11, "1234.5", "1.23E+03", "1,23E+03"),
    (12, "1.5", "1 1/2", "1 1/2"), (13, "1.25", "1  1/4 ", "1  1/4 "),
    (14, "44286", "03-31-21", "31.03.2021"), (15, "44286", "31-Mar-21", "31.мар.21"),
    (16, "44286", "31-Mar", "31.мар"), (17, "44286", "Mar-21", "мар.21"),
    (18, "0.75", "6:00 PM", "6:00 PM"), (20, "0.75", "18:00", "18:00"),
    (21, "0.75", "18:00:00", "18:00:00"), (22, "44286.75", "3/31/21 18:00", "31.03.2021 18:00"),
    (37, "-1234", "(1,234)", "-1\u{A0}234  "), (45, "0.0006", "00:52", "00:52"),
    (46, "1.5", "36:00:00", "36:00:00"), (47, "0.0006", "00:51.8", "00:51,8"),
    (48, "12345", "12.3E+3", "12,3E+3"), (49, "1234.5", "1234.5", "1234,5"),
    (30, "44286", "03-31-21", "31.03.2021"), (57, "44286", "03-31-21", "31.03.2021"),
    (55, "0.75", "18:00:00", "18:00:00"), (999, "0.75", "0.75", "0,75"),
    (7, "-12.5", "($12.50)", "-12,50 ₽"), (44, "0", " $-   ", " -   ₽ "),
  ])
  func showsBuiltInFormats(id: Int, value: String, invariant: String, russian: String) throws {
    let number = try Self.number(value)
    for (language, shown) in [(DisplayLanguage.invariant, invariant), (.russian, russian)] {
      let format = NumberFormat(builtIn: id, language: language)
      #expect(format.isUnderstood)
      #expect(format.text(number, language: language) == shown)
      #expect(format.shape.isMoment == NumberFormatCode.builtIn(id).isMoment)
    }
  }
}
