import ExactNumbers
import Testing

@Suite struct ExactNumberTests {
  @Test(arguments: [
    ("0.1", 1, -1), ("1E-3", 1, -3), ("-5", -5, 0), ("1.50", 150, -2), ("0", 0, 0),
    ("200.04999999999998", 20_004_999_999_999_998, -14), ("1.5e+3", 15, 2), ("007", 7, 0),
    ("999999999999999999", 999_999_999_999_999_999, 0), ("-0.0", 0, -1),
    ("10000000000000000000000", 100_000_000_000_000_000, 5),
  ])
  func readsCanonicalText(text: String, coefficient: Int64, exponent: Int16) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.coefficient == coefficient)
    #expect(number.exponent == exponent)
  }

  @Test(arguments: [
    "", "-", "+1", ".5", "5.", "12,5", "2+5", "1 000", " 1", "1 ", "1e", "1e+", "0x10", "nan",
    "inf", "1.2.3", "--1", "1e5.0", "١",
  ])
  func refusesAnythingElse(text: String) {
    #expect(ExactNumber(text) == nil)
    let bytes = Array(text.utf8)
    #expect(ParsedNumber(bytes.span) == .malformed)
  }

  @Test(arguments: ["1234567890123456789", "0.1234567890123456789", "1e500", "1e-9999999999999"])
  func tellsATooLongNumberFromAMalformedOne(text: String) {
    let bytes = Array(text.utf8)
    #expect(ParsedNumber(bytes.span) == .tooLong)
  }

  @Test(arguments: [
    ("0.10", "0.10"), ("1.5E3", "1500"), ("-0.05", "-0.05"), ("1E-3", "0.001"), ("-12", "-12"),
    ("0", "0"), ("12.50", "12.50"),
  ])
  func printsPlainDecimal(text: String, printed: String) throws {
    #expect(try #require(ExactNumber(text)).description == printed)
  }

  @Test func equalValuesAreEqualAndHashAlike() throws {
    let plain: ExactNumber = 1
    let written = try #require(ExactNumber("1.00"))
    #expect(plain == written)
    #expect(Set([plain, written, ExactNumber(1)]).count == 1)
    #expect(written.decimals == 2)
    #expect(ExactNumber("0.00") == 0)
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("0.1", "0.11"), ("9.99", "1E1"), ("1E-300", "1"),
    ("-1E300", "-1"), ("0", "1E-400"), ("-1", "0"), ("999999999999999999", "1E18"),
  ])
  func orders(smaller: String, greater: String) throws {
    let left = try #require(ExactNumber(smaller))
    let right = try #require(ExactNumber(greater))
    #expect(left < right)
    #expect(!(right < left))
    #expect(left != right)
  }

  @Test func addsSubtractsAndMultipliesExactly() throws {
    let left = try #require(ExactNumber("185.76"))
    let right = try #require(ExactNumber("14.29"))
    #expect(try left + right == #require(ExactNumber("200.05")))
    #expect(try right - left == #require(ExactNumber("-171.47")))
    #expect(try left * right == #require(ExactNumber("2654.5104")))
    #expect(try (left + 0).description == "185.76")
  }

  @Test func throwsRatherThanTrapsOnOverflow() throws {
    let large = try #require(ExactNumber("999999999999999999"))
    let tiny = try #require(ExactNumber("1E-30"))
    #expect(throws: ExactNumberError.self) { try large * large }
    #expect(throws: ExactNumberError.self) { try large + tiny }
    #expect(try large + 0 == large)
    #expect(ExactNumber(Int.min) < 0)
    #expect(-ExactNumber(Int.min) == ExactNumber(Int.max))
  }

  @Test func sumsWhatCancelsOut() throws {
    let large = ExactNumber(Int.max)
    #expect(ExactNumber.sum(of: [large, large, -large, -large, 5]) == 5)
    #expect(ExactNumber.sum(of: [large, large]) == nil)
    #expect(ExactNumber.sum(of: []) == 0)
    let tenths = [ExactNumber](repeating: try #require(ExactNumber("0.1")), count: 1000)
    #expect(ExactNumber.sum(of: tenths) == 100)
  }

  @Test(arguments: [
    ("2.345", 2, "2.35"), ("-0.5", 0, "-1"), ("0.4999", 0, "0"), ("2.5", 0, "3"),
    ("-2.345", 2, "-2.35"), ("1.5", 3, "1.5"), ("1250", -2, "1300"), ("99.995", 2, "100.00"),
    ("1E-30", 2, "0.00"),
  ])
  func roundsAHalfAwayFromZero(text: String, decimals: Int, rounded: String) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.rounded(toDecimals: decimals).description == rounded)
  }

  @Test(arguments: [
    ("200.04999999999998", "200.05"), ("0.30000000000000004", "0.3"), ("12.50", "12.50"),
    ("123456789012345678", "123456789012346000"), ("-0.1", "-0.1"), ("1000000000000000000", "1E18"),
  ])
  func roundsToFifteenSignificantDigits(text: String, rounded: String) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.rounded(toSignificantDigits: 15) == ExactNumber(rounded))
  }

  @Test func convertsDoublesByTheirShortestDecimal() throws {
    #expect(ExactNumber(0.1 + 0.2)?.description == "0.30000000000000004")
    #expect(ExactNumber(5.0)?.description == "5")
    #expect(ExactNumber(1e-300)?.doubleValue == 1e-300)
    #expect(ExactNumber(Double.infinity) == nil)
    #expect(try #require(ExactNumber("200.05")).doubleValue == 200.05)
  }

  @Test func tellsWholeNumbersAndTheirValue() throws {
    #expect(ExactNumber("2.00")?.wholeValue == 2)
    #expect(ExactNumber("2E3")?.wholeValue == 2000)
    #expect(try #require(ExactNumber("2.5")).wholeValue == nil)
    #expect(ExactNumber("1E30")?.wholeValue == nil)
    #expect(ExactNumber("0.00120")?.significantDigits == 2)
  }
}
