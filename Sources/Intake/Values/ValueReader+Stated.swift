import ExactNumbers
import Findings
import Monitoring

/// Words in the place of a value.
extension ValueReader {
  /// What the text says of the field instead of giving a value; nil when it may be one.
  func stated(_ text: String, _ field: FormField) -> Reading? {
    if !field.kind.isOfWords, ErrorText.isError(text) {
      return .unreadable("cell.error-text", .text(text))
    }
    switch words.meaning(of: text) {
    case .notApplicable:
      return Reading(
        state: .notApplicable,
        remark: field.kind.isOfWords ? nil : Self.remark("cell.not-applicable", text))
    case .missing:
      return Reading(state: .missing, remark: Self.remark("cell.no-data", text))
    case .zero where field.kind == .count:
      return .given(.number(0), Self.remark("cell.word-zero", text))
    case .zero, nil:
      return nil
    }
  }

  private static func remark(_ code: FindingCode, _ text: String) -> Reading.Remark {
    Reading.Remark(code: code, arguments: ["value": .text(NumberText.trimmed(text))])
  }
}

extension FormField.Kind {
  /// Whether any text is a value of the field.
  fileprivate var isOfWords: Bool {
    switch self {
    case .text, .identity: true
    case .count, .percent, .number, .yesNo, .choice, .date: false
    }
  }
}
