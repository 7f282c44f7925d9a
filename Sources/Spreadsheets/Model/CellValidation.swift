/// What cells accept (ECMA-376, 18.3.1.32 and its extension x14; OpenDocument 1.3, part 3, 9.4.5).
public struct CellValidation: Hashable, Sendable {
  /// What kind of value is taken.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Anything: there for its messages.
    case any
    case list
    case wholeNumber = "whole"
    case decimal
    case date
    case time
    case textLength = "text-length"
    /// A formula of its own.
    case custom
  }

  /// How a value is held against `first` and `second`.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case between
    case notBetween = "not-between"
    case equal
    case notEqual = "not-equal"
    case greater
    case greaterOrEqual = "greater-or-equal"
    case less
    case lessOrEqual = "less-or-equal"
  }

  /// What happens to a value that does not fit.
  public enum Alert: String, Hashable, Sendable, CaseIterable {
    /// It is refused.
    case stop
    case warning
    case information
  }

  /// A box that an office program shows.
  public struct Message: Hashable, Sendable {
    /// "" for none.
    public var title: String
    /// "" for none.
    public var text: String

    /// A message that stands in no file.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// The cells that it is for.
  public var ranges: [CellRange]
  /// What is taken.
  public var kind: Kind
  /// Nil for a list, `any` and `custom`.
  public var comparison: Comparison?
  /// The limit, the lower limit, the source of a list or the formula, in the notation of Excel
  /// without "=": "0", "Справочники!$A$1:$A$9". Nil where the file gives none and for `items`.
  public var first: String?
  /// The upper limit of `between` and `notBetween`.
  public var second: String?
  /// The entries of a list that is written out; nil for a list that stands in cells.
  public var items: [String]?
  /// Whether a cell may be left empty.
  public var allowsBlank: Bool
  /// Nil where the file wants no alert: any value is taken then, and the rule is but a hint.
  public var alert: Alert?
  /// Shown when the cell is chosen; nil for none.
  public var prompt: Message?
  /// Shown when a value does not fit; nil for the program's own.
  public var error: Message?

  /// A rule that stands in no file.
  public init(
    ranges: [CellRange], kind: Kind, comparison: Comparison? = nil, first: String? = nil,
    second: String? = nil, items: [String]? = nil, allowsBlank: Bool = true, alert: Alert? = .stop,
    prompt: Message? = nil, error: Message? = nil
  ) {
    self.ranges = ranges
    self.kind = kind
    self.comparison = comparison
    self.first = first
    self.second = second
    self.items = items
    self.allowsBlank = allowsBlank
    self.alert = alert
    self.prompt = prompt
    self.error = error
  }
}
