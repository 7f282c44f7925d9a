import Markup

/// The names that styles of cells and numbers need, by token, beside those of `ODSName`.
enum ODSStyleName {
  static let commonStyles: Int32 = 241
  static let automaticStyles: Int32 = 242
  static let defaultStyle: Int32 = 243
  static let numberStyle: Int32 = 244
  static let currencyStyle: Int32 = 245
  static let dateStyle: Int32 = 246
  static let timeStyle: Int32 = 247
  static let booleanStyle: Int32 = 248
  static let textStyle: Int32 = 249
  static let map: Int32 = 250

  static let family: Int32 = 261
  static let parentStyle: Int32 = 262
  static let defaultCellStyle: Int32 = 263
  static let condition: Int32 = 264
  static let appliedStyle: Int32 = 265

  /// Tokens of the parts of a number style are those from this one on, in the order of `parts`.
  static let firstPart: Int32 = 301
  /// Tokens of the attributes of number styles and their parts, in the order of `attributes`.
  static let firstAttribute: Int32 = 341

  /// Parts that show a piece of a day.
  private static let ofDays = [
    "day", "month", "year", "era", "day-of-week", "week-of-year", "quarter",
  ]
  /// Parts that show a piece of a time.
  private static let ofTimes = ["hours", "minutes", "seconds", "am-pm"]
  static let parts =
    ofDays + ofTimes + [
      "number", "text", "scientific-number", "fraction", "currency-symbol", "boolean",
      "text-content", "fill-character", "embedded-text",
    ]

  static let attributes = [
    "decimal-places", "min-decimal-places", "min-integer-digits", "max-integer-digits",
    "grouping", "style", "textual", "display-factor", "decimal-replacement",
    "truncate-on-overflow", "automatic-order", "format-source", "language", "country", "script",
    "rfc-language-tag", "title", "possessive-form", "calendar", "denominator-value",
    "max-denominator-value", "min-numerator-digits", "max-numerator-digits",
    "min-denominator-digits", "min-exponent-digits", "exponent-interval",
    "forced-exponent-sign", "position", fractionDelimiter,
  ]
  /// Only LibreOffice has it, in a namespace of its own.
  static let fractionDelimiter = "integer-fraction-delimiter"

  /// The name of a part without its prefix: "hours"; nil for a token that is none.
  static func part(_ token: Int32) -> String? {
    let index = Int(token) - Int(firstPart)
    return parts.indices.contains(index) ? parts[index] : nil
  }

  /// The name of an attribute without its prefix: "decimal-places"; nil for a token that is none.
  static func attribute(_ token: Int32) -> String? {
    let index = Int(token) - Int(firstAttribute)
    return attributes.indices.contains(index) ? attributes[index] : nil
  }

  static func showsDay(_ part: String) -> Bool { ofDays.contains(part) }
  static func showsTime(_ part: String) -> Bool { ofTimes.contains(part) }

  private static let tableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  private static let officeSpace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  private static let styleSpace = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  private static let numberSpace = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
  private static let extendedSpace =
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"

  /// For `styles.xml`, `content.xml` and flat files, beside `ODSName.content`.
  static let content: [KnownName] =
    [
      KnownName(officeSpace, "styles", commonStyles),
      KnownName(officeSpace, "automatic-styles", automaticStyles),
      KnownName(styleSpace, "default-style", defaultStyle),
      KnownName(numberSpace, "number-style", numberStyle),
      KnownName(numberSpace, "currency-style", currencyStyle),
      KnownName(numberSpace, "date-style", dateStyle),
      KnownName(numberSpace, "time-style", timeStyle),
      KnownName(numberSpace, "boolean-style", booleanStyle),
      KnownName(numberSpace, "text-style", textStyle), KnownName(styleSpace, "map", map),
      KnownName(styleSpace, "family", family),
      KnownName(styleSpace, "parent-style-name", parentStyle),
      KnownName(tableSpace, "default-cell-style-name", defaultCellStyle),
      KnownName(styleSpace, "condition", condition),
      KnownName(styleSpace, "apply-style-name", appliedStyle),
    ] + numbered(parts, firstPart) + numbered(attributes, firstAttribute)

  private static func numbered(_ names: [String], _ first: Int32) -> [KnownName] {
    // What a standard takes over stood in LibreOffice's own namespace before.
    zip(names, first...).flatMap { name, token in
      [KnownName(numberSpace, name, token), KnownName(extendedSpace, name, token)]
    }
  }
}
