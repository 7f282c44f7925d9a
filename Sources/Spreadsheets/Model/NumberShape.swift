/// How a number is shown, as far as reading a form needs it.
public enum NumberShape: String, Hashable, Sendable, BitwiseCopyable {
  case plain
  case percent
  case currency
  case date
  case time
  case dateAndTime = "datetime"
  case duration

  /// Whether a number of this shape is a date, a time or a duration.
  public var isMoment: Bool {
    switch self {
    case .date, .time, .dateAndTime, .duration: true
    case .plain, .percent, .currency: false
    }
  }
}
