extension ExactNumber: CustomStringConvertible, LosslessStringConvertible {
  /// The number in plain decimal with its decimals: `0.10`, `-5`, `1500` for `1.5E3`.
  public var description: String {
    var digits = String(coefficient.magnitude)
    if exponent > 0, coefficient != 0 {
      digits += String(repeating: "0", count: Int(exponent))
    } else if exponent < 0 {
      let missing = Int(-exponent) + 1 - digits.utf8.count
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: Int(exponent)))
    }
    return coefficient < 0 ? "-" + digits : digits
  }

  /// Reads what `description` gives; `nil` for anything else. See `init(_:)` of any text.
  public init?(_ description: String) {
    self.init(description[...])
  }
}

extension ExactNumber: Codable {
  /// Reads the text that `encode(to:)` writes.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let number = ExactNumber(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) is not a number"))
    }
    self = number
  }

  /// Writes `description`, so that no JSON library turns the number into a `Double`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
