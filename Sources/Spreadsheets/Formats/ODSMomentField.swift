/// The elements of a date or time style that stand for a part of a moment.
struct ODSMomentField {
  private let unit: MomentUnit

  /// Nil for an element that is none; eras are not shown.
  init?(element: String) {
    switch element {
    case "number:year": unit = .year
    case "number:month": unit = .month
    case "number:day": unit = .day
    case "number:day-of-week": unit = .weekday
    case "number:hours": unit = .hour
    case "number:minutes": unit = .minute
    case "number:seconds": unit = .second
    case "number:am-pm": unit = .half
    case "number:quarter": unit = .quarter
    case "number:week-of-year": unit = .week
    default: return nil
    }
  }

  /// The pieces that the attributes ask for.
  func pieces(_ attributes: [String: String]) -> [MomentPiece] {
    let isLong = attributes["number:style"] == "long"
    switch unit {
    case .year: return [.field(.year, width: isLong ? 4 : 2)]
    case .month:
      guard attributes["number:textual"] == "true" else {
        return [.field(.month, width: isLong ? 2 : 1)]
      }
      if isLong, attributes["number:possessive-form"] == "true" { return [.monthOf] }
      return [.field(.month, width: isLong ? 4 : 3)]
    case .weekday: return [.field(.weekday, width: isLong ? 4 : 3)]
    case .second:
      let decimals = Int(attributes["number:decimal-places"] ?? "") ?? 0
      let second = MomentPiece.field(.second, width: isLong ? 2 : 1)
      // A hundredth of a microsecond is less than a date of today holds.
      return decimals > 0
        ? [second, .field(.secondFraction, width: min(decimals, 6))] : [second]
    case .half, .day, .hour, .minute, .quarter:
      return [.field(unit, width: isLong || unit == .half ? 2 : 1)]
    case .week, .secondFraction, .elapsedHours, .elapsedMinutes, .elapsedSeconds, .smallHalf:
      return [.field(unit, width: 1)]
    }
  }
}

extension MomentUnit {
  /// The unit that does not begin anew: 27 hours instead of 3.
  var elapsed: MomentUnit? {
    switch self {
    case .hour: .elapsedHours
    case .minute: .elapsedMinutes
    case .second: .elapsedSeconds
    case .year, .month, .day, .weekday, .secondFraction, .elapsedHours, .elapsedMinutes,
      .elapsedSeconds, .half, .smallHalf, .quarter, .week:
      nil
    }
  }
}
