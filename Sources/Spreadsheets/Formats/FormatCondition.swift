import ExactNumbers

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
