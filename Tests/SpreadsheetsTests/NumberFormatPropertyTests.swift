import ExactNumbers
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct NumberFormatPropertyTests {
  /// The signs that mean something in a code, and some that do not.
  private static let alphabet: [String] = [
    "0", "#", "?", ".", ",", "%", "/", "E+", "e-", "@", ";", "\"", "\\", "_", "*", "[", "]", "y",
    "m",
    "d", "h", "s", "AM/PM", "A/P", "a/p", "General", "Основной", "Г", "М", "Д", "ч", "м", "с",
    "[h]",
    "[$-419]", "[$₽-419]", "[Red]", "[>=100]", "[<0]", "1", "9", " ", "-", ":", "(", "я", "😀",
    "\u{301}",
    "\u{A0}", "[$-F800]", "g", "e", "[mm]", "[ss]",
  ]

  private static let values: [String] = [
    "0", "-0.5", "1E300", "-1E300", "1E-300", "9E399", "2958465.99999999", "44286.5", "-1", "1E15",
    "999999999999999999", "0.000000000000000001", "1234567.891", "1E9", "9999999.9",
  ]

  @Test(arguments: [UInt64(1), 2026, 376, 0xF0F0])
  func showsSomethingForEveryCode(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let values = try Self.values.map { try #require(ExactNumber($0), "\($0)") }
    for round in 0..<3_000 {
      let length = random.below(round % 10 == 0 ? 200 : 12)
      let code = (0..<length).map { _ in Self.alphabet[random.below(Self.alphabet.count)] }.joined()
      let format = NumberFormat(code: code)
      #expect(format.shape == NumberFormatCode.shape(of: code), "seed \(seed): \(code)")
      for value in values {
        for language in DisplayLanguage.allCases {
          let text = format.text(value, language: language)
          // A digit a place, a sign between and beside; texts of a code come as they are.
          #expect(text.utf8.count <= 4_000, "seed \(seed): \(code) shows \(value)")
        }
      }
      _ = format.text("текст", language: .russian)
    }
  }

  @Test(arguments: [UInt64(3), 11])
  func showsInGeneralWhatReadsBack(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for _ in 0..<3_000 {
      let digits = Int64(random.below(2_000_000_000)) - 1_000_000_000
      let exponent = random.below(40) - 20
      let number = try #require(ExactNumber(coefficient: digits, exponent: exponent))
      let text = NumberFormat.general.text(number, language: .invariant)
      let back = try #require(ExactNumber(text), "seed \(seed): \(text)")
      #expect(text.utf8.count <= GeneralNumber.width + (digits < 0 ? 1 : 0))
      // Six digits at least are kept.
      let difference = try (back - number).magnitude.doubleValue
      #expect(
        difference <= number.magnitude.doubleValue * 5e-6, "seed \(seed): \(number) is \(text)")
    }
  }

  @Test func readsTheLongestCodesOfEverySign() {
    for sign in Self.alphabet {
      let code = String(repeating: sign, count: 255)
      for length in [1, 2, 3, 127, 255] {
        let format = NumberFormat(code: String(code.prefix(length)))
        _ = format.text(1, language: .invariant)
        _ = format.text(44286, language: .russian)
      }
    }
  }
}
