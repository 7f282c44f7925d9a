/// Powers of ten in `Int128`, and digit counts.
enum Powers {
  /// The largest power of ten that an `Int128` holds.
  static let limit = 38

  /// Ten to the power of `power`, which is within `0...limit`; anything else gives 0.
  static func ten(_ power: Int) -> Int128 {
    table.indices.contains(power) ? table[power] : 0
  }

  /// The count of decimal digits; 0 for zero.
  static func digitCount(_ value: UInt64) -> Int {
    var rest = value
    var count = 0
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  private static let table: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<limit {
      powers.append((powers.last ?? 1) * 10)
    }
    return powers
  }()
}
