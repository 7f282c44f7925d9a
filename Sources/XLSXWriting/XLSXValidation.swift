/// What cells of XLSX accept; an empty cell always may stay empty.
package struct XLSXValidation: Sendable, Hashable {
  package enum Rule: Sendable, Hashable {
    case whole(ClosedRange<Int>)
    case decimal(ClosedRange<Int>)
    /// Texts without commas, at most 255 characters with the commas between them.
    case list([String])
    /// A reference without "=": `Справочник!$A$1:$A$9`.
    case listOf(String)
    /// Days since 1899-12-30.
    case date(ClosedRange<Int>)
  }

  package struct Message: Sendable, Hashable {
    /// At most 32 characters; "" for none.
    package var title: String
    /// At most 255 characters; "" for none.
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package enum Alert: Sendable, Hashable {
    /// What does not fit is refused.
    case stop
    /// The person is asked.
    case warning
  }

  package var rule: Rule
  package var hint: Message?
  package var refusal: Message
  package var alert: Alert

  package init(rule: Rule, hint: Message? = nil, refusal: Message, alert: Alert = .stop) {
    self.rule = rule
    self.hint = hint
    self.refusal = refusal
    self.alert = alert
  }
}
