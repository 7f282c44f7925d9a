import ExactNumbers
import Findings
import Monitoring
import Wording

/// Reads a cell as the value of a field, by the field's kind. An empty cell is missing, whatever
/// the field; whether that is worth a word the form decides.
struct ValueReader: Sendable {
  private let limits = ValueLimits()
  let words: TypedWords
  private let choices: [ClassifierCode: [(labels: [Label], member: Classifier.Member)]]

  init(classifiers: [Classifier], readings: Readings = Readings()) {
    words = TypedWords(readings)
    choices = Dictionary(
      classifiers.map { classifier in
        (classifier.code, classifier.members.map { (Self.labels(of: $0), $0) })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The names by which forms may call a member.
  static func labels(of member: Classifier.Member) -> [Label] {
    ([member.title] + member.aliases).map(Label.init)
  }

  func read(_ cell: GridCell?, as field: FormField) -> Reading {
    guard let cell, !cell.isBlank else { return .missing }
    switch cell.content {
    case .error(let code): return .unreadable("cell.error", .text(code))
    case .noResult: return .unreadable("cell.no-result", .text(cell.rawText))
    case .lost: return .unreadable("cell.lost", .text(cell.rawText))
    case .text(let text):
      if let reading = stated(text, field) { return reading }
    case .empty, .number, .flag, .date: break
    }
    switch field.kind {
    case .count: return count(cell, field)
    case .percent: return percent(cell, field)
    case .number: return number(cell, field) { limited($0, of: cell, to: limits.greatest, $1) }
    case .text, .identity: return .given(.text(NumberText.trimmed(cell.rawText)))
    case .yesNo: return yesNo(cell)
    case .choice(let dictionary): return choice(cell, of: dictionary)
    case .date: return date(cell)
    }
  }
}

/// Numbers.
extension ValueReader {
  private func count(_ cell: GridCell, _ field: FormField) -> Reading {
    if let percent = percentage(cell) {
      var reading = Reading.unreadable("cell.percent-for-count", .text(percent))
      // What is to be taken off: a format, or a sign that was typed.
      let isText = if case .text = cell.content { true } else { false }
      reading.remark?.arguments[isText ? "sign" : "format"] = .text(isText ? "%" : "Процентный")
      return reading
    }
    return number(cell, field) { number, remark in
      if number.isNegative { return .unreadable("cell.negative", .number(number)) }
      guard number.isWhole else { return .unreadable("cell.not-whole", .number(number)) }
      return limited(number, of: cell, to: limits.greatestCount, remark)
    }
  }

  /// What stands in the cell, when it is a percentage: «45 %» by its format or by its sign.
  private func percentage(_ cell: GridCell) -> String? {
    switch cell.content {
    case .number(let number) where cell.showsPercent:
      let percent = ExactNumber(
        coefficient: number.coefficient, exponent: Int(number.exponent) + 2)
      return Language.ru.measured(Language.ru.number(percent ?? number), in: "%")
    case .text(let text) where NumberText.isPercentage(text):
      return NumberText.trimmed(text)
    case .number, .text, .empty, .flag, .date, .error, .noResult, .lost:
      return nil
    }
  }

  private func percent(_ cell: GridCell, _ field: FormField) -> Reading {
    number(cell, field) { number, remark in
      if number.isNegative { return .unreadable("cell.negative", .number(number)) }
      guard cell.showsPercent, case .number = cell.content else {
        return limited(number, of: cell, to: limits.greatest, remark)
      }
      let percent = ExactNumber(
        coefficient: number.coefficient, exponent: Int(number.exponent) + 2)
      return limited(percent ?? number, of: cell, to: limits.greatest, remark)
    }
  }

  /// The number, if it can be counted with; else what is to be said of it.
  private func limited(
    _ number: ExactNumber, of cell: GridCell, to greatest: ExactNumber, _ remark: Reading.Remark?
  ) -> Reading {
    guard number <= greatest, number >= limits.least else {
      return .unreadable("cell.too-large", .number(number), limit: .number(greatest))
    }
    let rounded = number.rounded(toDecimals: limits.decimals)
    if rounded == number || cell.isFormula { return .given(.number(rounded), remark) }
    let shortened = Reading.Remark(
      code: "cell.long-number",
      arguments: ["value": .text(cell.rawText), "number": .number(rounded)])
    return .given(.number(rounded), shortened)
  }

  /// The number in a cell, typed or as text, handed on with what is to be said of it.
  private func number(
    _ cell: GridCell, _ field: FormField, then use: (ExactNumber, Reading.Remark?) -> Reading
  ) -> Reading {
    switch cell.content {
    case .number(let number):
      // Formulas compute with doubles, which hold 15 digits: 200.04999999999998 is 200.05.
      let value = cell.isFormula ? number.rounded(toSignificantDigits: 15) : number
      let remark = Reading.Remark(
        code: "cell.long-number",
        arguments: ["value": .text(cell.rawText), "number": .number(value)])
      return use(value, cell.isShortened && !cell.isFormula ? remark : nil)
    case .text(let text):
      let typed = NumberText(words: words, unit: field.unit)
      guard let number = typed.number(in: text) else {
        if typed.isTooLong(text) {
          return .unreadable("cell.too-large", .text(text), limit: .number(limits.greatest))
        }
        return notANumber(text)
      }
      let remark = Reading.Remark(
        code: "cell.text-number",
        arguments: ["value": .text(text), "number": .number(number)])
      return use(number, remark)
    case .date(let day):
      return .unreadable("cell.date-for-number", .text(DateText.shown(day)))
    case .flag(let flag):
      return .unreadable("cell.flag-for-number", .text(flag ? "ИСТИНА" : "ЛОЖЬ"))
    case .error(let text):
      return notANumber(text)
    case .empty, .noResult, .lost:
      return notANumber(cell.rawText)
    }
  }

  /// With what the pack tells people to type where a field does not apply.
  private func notANumber(_ text: String) -> Reading {
    var reading = Reading.unreadable("cell.not-a-number", .text(text))
    reading.remark?.arguments["dash"] = words.notApplicable.map { .text($0) }
    return reading
  }
}

/// Words and days.
extension ValueReader {
  private func yesNo(_ cell: GridCell) -> Reading {
    if case .flag(let flag) = cell.content { return .given(.yesNo(flag)) }
    if let answer = words.answer(shown(cell)) { return .given(.yesNo(answer)) }
    return .unreadable("cell.not-yes-no", .text(shown(cell)))
  }

  private func choice(_ cell: GridCell, of dictionary: ClassifierCode) -> Reading {
    let members = choices[dictionary] ?? []
    let label = Label(shown(cell))
    for form in [\Label.tight, \Label.bare] {
      let matches = members.filter { member in
        member.labels.contains { $0[keyPath: form] == label[keyPath: form] }
      }
      if matches.count == 1 { return .given(.choice(matches[0].member.code)) }
    }
    return .unreadable(
      "cell.not-a-choice", .text(shown(cell)), candidates: members.map(\.member.title))
  }

  private func date(_ cell: GridCell) -> Reading {
    switch cell.content {
    case .date(let day):
      return .given(.date(day))
    case .text(let text):
      guard let day = DateText.day(in: text) else {
        return .unreadable("cell.not-a-date", .text(text))
      }
      return .given(.date(day))
    case .number, .flag, .error, .empty, .noResult, .lost:
      return .unreadable("cell.not-a-date", .text(cell.rawText))
    }
  }

  private func shown(_ cell: GridCell) -> String {
    switch cell.content {
    case .number(let number): number.description
    case .text(let text), .date(let text), .error(let text): text
    case .empty, .flag, .noResult, .lost: cell.rawText
    }
  }
}
