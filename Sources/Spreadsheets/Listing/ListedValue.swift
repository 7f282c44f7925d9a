import ExactNumbers

/// The value of a cell in words of a listing.
package struct ListedValue {
  /// "number", "text", "boolean", "date", "time", "datetime", "duration", "error", "formula".
  package let type: String
  package let text: String
  /// Of a moment: days since 1899-12-30.
  package let serial: String?

  /// Nil for an empty cell.
  package init?(_ value: CellValue) {
    switch value {
    case .number(let number): self.init("number", number.description)
    case .text(let text): self.init("text", text)
    case .boolean(let flag): self.init("boolean", flag ? "true" : "false")
    case .moment(let moment):
      self.init(moment.shape.rawValue, moment.iso, serial: moment.serial.description)
    case .error(let code): self.init("error", code)
    case .formulaWithoutResult: self.init("formula", "")
    case .empty: return nil
    }
  }

  private init(_ type: String, _ text: String, serial: String? = nil) {
    self.type = type
    self.text = text
    self.serial = serial
  }
}
