import BigInt

extension Fraction {
  package static func + (left: Self, right: Self) -> Self {
    Fraction(
      reducing: left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func - (left: Self, right: Self) -> Self {
    left + -right
  }

  package static func * (left: Self, right: Self) -> Self {
    Fraction(
      reducing: left.numerator * right.numerator, left.denominator * right.denominator)
  }

  package static prefix func - (value: Self) -> Self {
    Fraction(reducing: -value.numerator, value.denominator)
  }

  /// The quotient; `nil` when `divisor` is zero.
  package func divided(by divisor: Fraction) -> Fraction? {
    Fraction(
      numerator: numerator * divisor.denominator, denominator: denominator * divisor.numerator)
  }
}

extension Fraction: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int32) {
    self.init(Int(value))
  }
}

extension Fraction: CustomStringConvertible, LosslessStringConvertible, Codable {
  /// `3/4`, or `5` for a whole number.
  package var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }

  /// Reads what `description` writes; `nil` for anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let numerator = parts.first.flatMap({ BigInt(String($0)) }) else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(numerator: numerator, denominator: 1)
      return
    }
    guard let denominator = BigInt(String(parts[1])) else { return nil }
    self.init(numerator: numerator, denominator: denominator)
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Fraction(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) is not a fraction"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
