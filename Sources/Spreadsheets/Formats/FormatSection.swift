/// One section of a number format: what it applies to and how it shows it.
struct FormatSection: Hashable, Sendable {
  /// Whether the section takes a number; nil takes every one.
  var condition: FormatCondition?
  var body: Body = .literal("")
  /// Whose names of months and days it asks for; nil for those of the reader's language.
  var language: DisplayLanguage?
  var monthCase = MonthCase.byDay
  /// Whether only negative numbers reach it: their sign is not shown then.
  var dropsSign = false

  enum Body: Hashable, Sendable {
    /// The number as it is, between two texts.
    case general(before: String, after: String)
    case decimal(DecimalLayout)
    case scientific(ScientificLayout)
    case fraction(FractionLayout)
    case moment([MomentPiece])
    case text([TextPiece])
    case literal(String)
    /// A truth value, for OpenDocument.
    case boolean
  }

  /// In which case of the language a month stands.
  enum MonthCase: Hashable, Sendable {
    /// The genitive beside a day of the month, the nominative alone.
    case byDay
    case genitive
    case nominative
  }

  static let general = FormatSection(body: .general(before: "", after: ""))
}

/// What stands for a digit: `0` shows a zero, `#` nothing, `?` a space where there is no digit.
enum DigitPlace: Hashable, Sendable {
  case zero, nothing, space
}

/// A place of a digit, or what stands between them.
enum DigitSlot: Hashable, Sendable {
  case digit(DigitPlace)
  case literal(String)
}

/// A decimal number: "#,##0.00".
struct DecimalLayout: Hashable, Sendable {
  var whole: [DigitSlot] = []
  var hasPoint = false
  var fraction: [DigitSlot] = []
  var isGrouped = false
  /// Powers of ten that the number is multiplied by: 2 for each percent, -3 for each comma behind.
  var shift = 0
  /// Whether the point goes where no decimals follow it, as in LibreOffice; Excel keeps it.
  var dropsBarePoint = false
  /// Stands behind all digits.
  var suffix = ""
  /// Shown for decimals where the number is whole (OpenDocument's decimal replacement).
  var replacement: String?

  var fractionDigits: Int { Self.digits(of: fraction) }
  var wholeDigits: Int { Self.digits(of: whole) }

  private static func digits(of slots: [DigitSlot]) -> Int {
    slots.reduce(into: 0) { count, slot in
      if case .digit = slot { count += 1 }
    }
  }
}

/// A number with a power of ten: "0.00E+00".
struct ScientificLayout: Hashable, Sendable {
  var mantissa = DecimalLayout()
  /// Whether the exponent shows its plus.
  var showsPlus = true
  var exponent: [DigitSlot] = []
}

/// A common fraction: "# ?/?", "# ??/16".
struct FractionLayout: Hashable, Sendable {
  /// Digits that a denominator may have.
  static let longestDenominator = 9

  /// Nil where the whole part goes into the numerator.
  var whole: [DigitSlot]?
  /// Stands before the numerator.
  var before = ""
  var numerator: [DigitPlace] = []
  var denominator: Denominator = .places([])
  var after = ""
  var shift = 0
  /// Whether a whole number leaves room for the numerator and the slash only where the denominator
  /// is fixed, as in LibreOffice; Excel leaves room for all.
  var leavesLittleRoom = false

  enum Denominator: Hashable, Sendable {
    case places([DigitPlace])
    case fixed(Int64)
    /// Any up to a largest one, shown in so many places.
    case upTo(Int64, [DigitPlace])
  }
}

/// A part of a text: the cell's own or what is put beside it.
enum TextPiece: Hashable, Sendable {
  case own
  case literal(String)
}
