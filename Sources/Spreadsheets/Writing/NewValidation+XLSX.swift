import ExactNumbers
import XLSXWriting

extension NewValidation {
  /// A validation that was checked.
  var xlsx: XLSXValidation {
    XLSXValidation(
      rule: rule.xlsx, hint: hint?.xlsx, refusal: refusal.xlsx, alert: isStrict ? .stop : .warning)
  }
}

extension NewValidation.Rule {
  fileprivate var xlsx: XLSXValidation.Rule {
    switch self {
    case .whole(let limits): .whole(limits)
    case .decimal(let limits): .decimal(limits)
    case .list(let items): .list(items)
    case .listOf(let range): .listOf(ExcelNotation.range(range))
    case .date(let from, let to): .date(min(day(from), day(to))...max(day(from), day(to)))
    }
  }

  private func day(_ text: String) -> Int {
    SerialMoment(iso: text)?.serial.wholeValue ?? 0
  }
}

extension NewValidation.Message {
  fileprivate var xlsx: XLSXValidation.Message {
    XLSXValidation.Message(title: NewText.clean(title), text: NewText.clean(text))
  }
}
