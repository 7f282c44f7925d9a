import ExactNumbers
import TestSupport
import Testing

@testable import Spreadsheets

/// Data styles by the letter of OpenDocument 1.3, part 3, 16.29 and 19.340–19.370, where
/// LibreOffice writes none.
@Suite struct NumberFormatStandardStyleTests {
  /// An element inside a style with its attributes and its text.
  private typealias Element = (name: String, attributes: [String: String], text: String)

  private static func style(
    _ kind: String, _ attributes: [String: String] = [:], _ elements: [Element]
  ) throws -> ODSNumberStyle {
    var style = try #require(ODSNumberStyle(element: kind, attributes: attributes))
    for element in elements {
      style.start(element.name, element.attributes)
      style.text(element.text)
      style.end(element.name)
    }
    return style
  }

  private static func shown(
    _ style: ODSNumberStyle, _ value: String, _ language: DisplayLanguage = .invariant
  ) throws -> String {
    let number = try #require(ExactNumber(value))
    return style.format { _ in nil }.text(number, language: language)
  }

  @Test func showsAMonthInTheGenitiveWhereTheStyleSaysSo() throws {
    let style = try Self.style(
      "number:date-style", [:],
      [
        ("number:year", ["number:style": "long"], ""), ("number:text", [:], ", "),
        (
          "number:month",
          ["number:textual": "true", "number:style": "long", "number:possessive-form": "true"], ""
        ),
      ])
    #expect(try Self.shown(style, "44286", .russian) == "2021, марта")
    #expect(style.shape == .date)
  }

  @Test func showsQuartersAndWeeks() throws {
    let style = try Self.style(
      "number:date-style", [:],
      [("number:quarter", [:], ""), ("number:text", [:], " "), ("number:week-of-year", [:], "")])
    // The 3rd of January 2021 is a Sunday of the last week of 2020, which has 53.
    #expect(try Self.shown(style, "44199") == "Q1 53")
    #expect(try Self.shown(style, "44200") == "Q1 1")
    #expect(try Self.shown(style, "44561", .russian) == "4 кв. 52")
  }

  @Test func showsTheDatesBeforeTheFirstOfExcel() throws {
    let style = try Self.style(
      "number:date-style", [:],
      [
        ("number:day", [:], ""), ("number:text", [:], "."), ("number:month", [:], ""),
        ("number:text", [:], "."), ("number:year", ["number:style": "long"], ""),
      ])
    // The battle of Borodino, 26 August 1812 of the old style.
    let day = try #require(SerialMoment.serial(year: 1812, month: 9, day: 7))
    #expect(try Self.shown(style, String(day)) == "7.9.1812")
    #expect(try Self.shown(style, "-693593") == "1.1.0001")
    #expect(try Self.shown(style, "-693594") == NumberFormat.unshowable)
  }

  @Test func showsNegativeDurations() throws {
    let style = try Self.style(
      "number:time-style", ["number:truncate-on-overflow": "false"],
      [
        ("number:hours", [:], ""), ("number:text", [:], ":"),
        ("number:minutes", ["number:style": "long"], ""),
      ])
    #expect(try Self.shown(style, "-1.125") == "-27:00")
    #expect(style.shape == .duration)
  }

  @Test func replacesDecimalsThatAreNotThere() throws {
    let style = try Self.style(
      "number:number-style", [:],
      [
        (
          "number:number",
          [
            "number:decimal-places": "2", "number:min-integer-digits": "1",
            "number:decimal-replacement": "--",
          ], ""
        )
      ])
    #expect(try Self.shown(style, "12") == "12.--")
    #expect(try Self.shown(style, "12.5") == "12.50")
  }

  @Test func takesTheSeparatorsOfTheStylesOwnLanguage() throws {
    let digits = ["number:decimal-places": "1", "number:grouping": "true"]
    let style = try Self.style(
      "number:number-style", ["number:language": "ru", "number:country": "RU"],
      [("number:number", digits, "")])
    #expect(try Self.shown(style, "1234.5") == "1\u{A0}234,5")
  }

  @Test func showsTruthValues() throws {
    let style = try Self.style("number:boolean-style", [:], [("number:boolean", [:], "")])
    #expect(try Self.shown(style, "1", .russian) == "ИСТИНА")
    #expect(try Self.shown(style, "0") == "FALSE")
  }

  @Test func saysWhatItDoesNotUnderstand() throws {
    #expect(ODSNumberStyle(element: "style:style", attributes: [:]) == nil)
    let month = ["number:textual": "true"]
    let german = try Self.style(
      "number:date-style", ["number:language": "de"], [("number:month", month, "")])
    let hebrew = try Self.style(
      "number:date-style", [:], [("number:year", ["number:calendar": "jewish"], "")])
    let astray = try Self.style(
      "number:number-style", ["style:name": "A"],
      [("style:map", ["style:condition": "value()>0", "style:apply-style-name": "B"], "")])
    for style in [german, hebrew, astray] {
      let format = style.format { _ in nil }
      #expect(!format.isUnderstood)
      #expect(format.text(try #require(ExactNumber("44286")), language: .invariant) == "44286")
    }
    // Styles that lead to one another end.
    #expect(astray.format { _ in astray }.isUnderstood)
  }

  /// Elements and attributes in any order, with values that are none.
  @Test(arguments: [UInt64(7), 16, 29])
  func showsSomethingForEveryStyle(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let kinds = [
      "number:number-style", "number:percentage-style", "number:currency-style",
      "number:date-style", "number:time-style", "number:text-style", "number:boolean-style",
    ]
    let elements = [
      "number:number", "number:scientific-number", "number:fraction", "number:text", "number:year",
      "number:month", "number:hours", "number:seconds", "number:am-pm", "number:embedded-text",
      "number:currency-symbol", "number:text-content", "number:boolean", "style:map", "number:day",
    ]
    let attributes = [
      "number:decimal-places", "number:min-integer-digits", "number:min-decimal-places",
      "number:display-factor", "number:position", "number:style", "number:textual",
      "number:decimal-replacement", "number:min-exponent-digits", "number:exponent-interval",
      "number:denominator-value", "number:max-denominator-value", "number:min-numerator-digits",
      "number:min-denominator-digits", "number:grouping", "style:condition",
      "style:apply-style-name",
    ]
    let words = [
      "", "0", "1", "3", "-1", "16", "999999999999999999999", "1000", "true", "long", "x", " ",
      "value()>0", "value()<=1.7976931348623157E+308", "255", "9223372036854775807",
    ]
    for _ in 0..<2_000 {
      let kind = kinds[random.below(kinds.count)]
      let overflow = ["true", "false"][random.below(2)]
      let parts = (0..<random.below(6)).map { _ -> Element in
        let pairs = (0..<random.below(5)).map { _ in
          (attributes[random.below(attributes.count)], words[random.below(words.count)])
        }
        return (
          elements[random.below(elements.count)], Dictionary(pairs) { first, _ in first },
          words[random.below(words.count)]
        )
      }
      let style = try Self.style(kind, ["number:truncate-on-overflow": overflow], parts)
      for value in ["0", "-1234.5678", "1E300", "9E399", "44286.5", "-1E-300", "0.9999999"] {
        let text = style.format { _ in style }
          .text(try #require(ExactNumber(value)), language: .russian)
        #expect(text.utf8.count < 4_000, "seed \(seed): \(parts)")
      }
    }
  }
}
