import ExactNumbers
import Testing
import Wording

struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("7", "7"), ("999", "999"), ("1000", "1\u{A0}000"),
    ("1234567", "1\u{A0}234\u{A0}567"), ("-12", "\u{2212}12"), ("12.50", "12,50"),
    ("-1234.5", "\u{2212}1\u{A0}234,5"),
  ])
  func wordsANumberWithTheDecimalsThatItHas(written: String, expected: String) throws {
    let number = try #require(ExactNumber(written))
    #expect(Language.ru.number(number) == expected)
  }

  /// Thirds and halves, checked by hand; a half goes away from zero on both sides.
  @Test(arguments: [
    (1, 3, 1, "0,3"), (2, 3, 1, "0,7"), (1, 8, 2, "0,13"), (-1, 8, 2, "\u{2212}0,13"),
    (5, 2, 0, "3"), (-5, 2, 0, "\u{2212}3"), (499, 25, 1, "20,0"), (499, 25, 2, "19,96"),
    (-1, 25, 1, "0,0"), (4000, 1, 1, "4\u{A0}000,0"),
  ])
  func roundsOnceAndAHalfAwayFromZero(
    numerator: Int, denominator: Int, decimals: Int, expected: String
  ) throws {
    let value = try #require(Fraction(ExactNumber(numerator), over: ExactNumber(denominator)))
    #expect(Language.ru.number(value, decimals: decimals) == expected)
  }

  @Test func keepsTheExactRatioOfWhatIsTooLongToRound() throws {
    let huge = Fraction(ExactNumber(Int.max)) * Fraction(ExactNumber(Int.max))
    #expect(Language.ru.number(huge, decimals: 1) == huge.description)
  }

  @Test func wordsPercentAndPointsWithNoBreakSpaces() throws {
    let value = try #require(Fraction(3, over: 8)) * 100
    #expect(Language.ru.percent(value, decimals: 1) == "37,5\u{A0}%")
    #expect(Language.en.percent(value, decimals: 1) == "37.5%")
    let change = try #require(Fraction(-16, over: 5))
    #expect(Language.ru.points(change, decimals: 1) == "\u{2212}3,2\u{A0}п.\u{A0}п.")
    #expect(Language.ru.points(change, decimals: 1, sign: .never) == "3,2\u{A0}п.\u{A0}п.")
    #expect(Language.ru.points(-change, decimals: 1, sign: .always) == "+3,2\u{A0}п.\u{A0}п.")
    #expect(Language.ru.points(0, decimals: 1, sign: .always) == "0,0\u{A0}п.\u{A0}п.")
    #expect(Language.en.points(change, decimals: 1) == "\u{2212}3.2\u{A0}pp")
  }

  @Test func wordsEnglishNumbersWithPointAndCommas() throws {
    let number = try #require(ExactNumber("1234567.80"))
    #expect(Language.en.number(number) == "1,234,567.80")
  }

  @Test func putsAUnitBehindItsNumber() {
    #expect(Language.ru.measured("12", in: "чел.") == "12\u{A0}чел.")
    #expect(Language.ru.measured("12", in: "") == "12")
  }

  /// 499/2500 is 19.96 %, below 20: one decimal would print it as met.
  @Test(arguments: [
    (499, 25, "19,96\u{A0}%"), (20, 1, "20,0\u{A0}%"), (101, 5, "20,2\u{A0}%"),
    (199_999, 10_000, "19,9999\u{A0}%"),
  ])
  func printsAValueOnItsOwnSideOfATarget(
    numerator: Int, denominator: Int, expected: String
  ) throws {
    let value = try #require(Fraction(ExactNumber(numerator), over: ExactNumber(denominator)))
    let decimals = Language.decimals(for: value, against: 20, atLeast: 1)
    #expect(Language.ru.percent(value, decimals: decimals) == expected)
  }
}
