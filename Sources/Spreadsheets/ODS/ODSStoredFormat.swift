import Markup

/// A number style as the file has it (OpenDocument 1.3, part 3, 16.29): enough to tell its shape,
/// and on request all that a builder of formats needs.
struct ODSStoredFormat: Hashable {
  enum Kind: Hashable {
    case number, currency, percentage, date, time, boolean, text

    /// Nil for a token that is no number style.
    init?(_ token: Int32) {
      switch token {
      case ODSStyleName.numberStyle: self = .number
      case ODSStyleName.currencyStyle: self = .currency
      case ODSName.percentStyle: self = .percentage
      case ODSStyleName.dateStyle: self = .date
      case ODSStyleName.timeStyle: self = .time
      case ODSStyleName.booleanStyle: self = .boolean
      case ODSStyleName.textStyle: self = .text
      default: return nil
      }
    }

    /// The name of the element without its prefix.
    var element: String {
      switch self {
      case .number: "number-style"
      case .currency: "currency-style"
      case .percentage: "percentage-style"
      case .date: "date-style"
      case .time: "time-style"
      case .boolean: "boolean-style"
      case .text: "text-style"
      }
    }
  }

  /// `number:hours`, `number:text` and the like.
  struct Part: Hashable {
    /// Without the prefix.
    var name: String
    /// By names without their prefix.
    var attributes: [String: String] = [:]
    var text = ""
    /// `number:embedded-text` within digits.
    var inner: [Part] = []
  }

  /// What is shown with another style when the value fits a condition.
  struct Section: Hashable {
    /// "value()>=0".
    var condition: String
    var style: String
  }

  var kind: Kind
  /// By names without their prefix.
  var attributes: [String: String] = [:]
  var parts: [Part] = []
  var sections: [Section] = []
  /// Whether it stands among the common styles: its sections do so too.
  var isCommon = false
  /// Its own, whatever its sections are.
  private(set) var shape: NumberShape

  private var showsDay = false
  private var showsTime = false

  init(_ kind: Kind, truncates: Bool = true) {
    self.kind = kind
    shape =
      switch kind {
      case .number, .boolean, .text: .plain
      case .currency: .currency
      case .percentage: .percent
      case .date: .date
      case .time: truncates ? .time : .duration
      }
  }

  /// A date that shows hours is a date and time; one that shows nothing but hours is a time.
  mutating func note(part: String) {
    guard kind == .date else { return }
    showsDay = showsDay || ODSStyleName.showsDay(part)
    showsTime = showsTime || ODSStyleName.showsTime(part)
    shape = showsTime ? (showsDay ? .dateAndTime : .time) : .date
  }
}
