import BigInt
import ExactNumbers
import Foundation
import Testing

@Suite struct FractionTests {
  @Test func keepsItselfReducedWithAPositiveDenominator() throws {
    let half = try #require(Fraction(numerator: -2, denominator: -4))
    #expect(half.numerator == 1)
    #expect(half.denominator == 2)
    #expect(Fraction(numerator: 1, denominator: 0) == nil)
    #expect(Fraction(numerator: 0, denominator: -7) == .zero)
  }

  @Test func reckonsExactly() throws {
    let third = try #require(Fraction(numerator: 1, denominator: 3))
    #expect(third + third + third == 1)
    #expect((third - third).isZero)
    #expect((third * 3).description == "1")
    #expect(third.divided(by: 0) == nil)
    #expect(third.divided(by: 2) == Fraction(numerator: 1, denominator: 6))
    #expect((-third).magnitude == third)
  }

  @Test func comparesWhereRoundedNumbersWouldBeEqual() throws {
    let part = try #require(ExactNumber("6999999999"))
    let whole = try #require(ExactNumber("1E10"))
    let share = try #require(Fraction(part, over: whole))
    let target = Fraction(try #require(ExactNumber("0.7")))
    #expect(share < target)
    #expect(share.rounded(toDecimals: 2) == target.rounded(toDecimals: 2))
  }

  @Test func holdsSumsOfManyDenominators() throws {
    // 1/2 + 1/3 + … + 1/60: the harmonic number 60 less one, 3.67987…
    var sum = Fraction.zero
    for denominator in 2...60 {
      sum = sum + (try #require(Fraction(1, over: ExactNumber(denominator))))
    }
    #expect(sum.rounded(toDecimals: 6)?.description == "3.679870")
  }

  @Test(arguments: [
    (2, 3, 1, "0.7"), (-1, 2, 0, "-1"), (1, 1, 2, "1.00"), (1, 8, 2, "0.13"),
    (1, 3, 18, "0.333333333333333333"),
  ])
  func roundsAHalfAwayFromZero(numerator: Int, denominator: Int, decimals: Int, printed: String)
    throws
  {
    let value = try #require(
      Fraction(numerator: BigInt(numerator), denominator: BigInt(denominator)))
    #expect(value.rounded(toDecimals: decimals)?.description == printed)
  }

  @Test func travelsAsText() throws {
    struct Pair: Codable, Equatable {
      var number: ExactNumber
      var share: Fraction
    }
    let pair = Pair(
      number: try #require(ExactNumber("12.50")),
      share: try #require(Fraction(numerator: -3, denominator: 4)))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(pair)
    #expect(
      String(decoding: data, as: UTF8.self)
        == #"{"number":"12.50","share":"-3\/4"}"#
        .replacingOccurrences(of: "\\/", with: "/"))
    #expect(try JSONDecoder().decode(Pair.self, from: data) == pair)
    #expect(Fraction("3/0") == nil)
    #expect(Fraction("a") == nil)
  }
}
