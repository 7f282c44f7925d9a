import ExactNumbers

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

/// A part of a date or a time.
enum MomentPiece: Hashable, Sendable {
  case literal(String)
  /// "/" of a code: the language's own separator of days, months and years.
  case dateSeparator
  /// A month in the genitive, wherever it stands.
  case monthOf
  /// The language's own long date and time, whatever else the section says.
  case systemDate, systemTime
  case field(MomentUnit, width: Int)
}

/// What a letter of a date or a time stands for; the width says how it is written.
enum MomentUnit: Hashable, Sendable {
  /// Two digits up to a width of 2, else four.
  case year
  /// Digits up to a width of 2; 3 is short, 4 is long, 5 is one letter.
  case month
  case day
  /// 3 is short, 4 is long.
  case weekday
  case hour, minute, second
  /// Decimals of the second, as many as the width, with the decimal sign before them.
  case secondFraction
  case elapsedHours, elapsedMinutes, elapsedSeconds
  /// AM or PM; with a width of 1 A or P, a or p.
  case half, smallHalf
  case quarter
  /// The week of the year of ISO 8601.
  case week
}

/// A condition on a number: `[>=100]`.
struct FormatCondition: Hashable, Sendable {
  enum Relation: String, Hashable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case equal = "="
    case notEqual = "<>"
    case greaterOrEqual = ">="
    case greater = ">"
  }

  var relation: Relation
  var limit: ExactNumber

  func holds(for number: ExactNumber) -> Bool {
    switch relation {
    case .less: number < limit
    case .lessOrEqual: number <= limit
    case .equal: number == limit
    case .notEqual: number != limit
    case .greaterOrEqual: number >= limit
    case .greater: number > limit
    }
  }

  /// Whether it takes negative numbers only.
  var takesOnlyNegatives: Bool {
    switch relation {
    case .less: limit <= .zero
    case .lessOrEqual, .equal: limit < .zero
    case .notEqual, .greaterOrEqual, .greater: false
    }
  }

  /// Whether it takes zero and every number above.
  var takesAllFromZero: Bool {
    switch relation {
    case .greaterOrEqual: limit <= .zero
    case .greater, .notEqual: limit < .zero
    case .less, .lessOrEqual, .equal: false
    }
  }

  /// Reads "<5", ">=100", "<>0"; nil for anything else. A comma may stand for the point.
  init?(_ text: String) {
    let units = Array(text.utf8)
    let sign = units.prefix { $0 == 0x3C || $0 == 0x3D || $0 == 0x3E }
    var number = units.dropFirst(sign.count).filter { $0 != 0x20 }
    if number.first == UInt8(ascii: "+") { number.removeFirst() }
    let digits = number.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    guard let relation = Relation(rawValue: String(decoding: sign, as: UTF8.self)),
      let limit = ExactNumber(String(decoding: digits, as: UTF8.self))
    else { return nil }
    self.init(relation, limit)
  }

  init(_ relation: Relation, _ limit: ExactNumber) {
    self.relation = relation
    self.limit = limit
  }
}
