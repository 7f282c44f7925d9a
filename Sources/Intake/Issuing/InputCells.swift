import ExactNumbers
import Monitoring
import Spreadsheets
import Wording

/// What cells that a school fills in look like and take.
struct InputCells: Sendable {
  let choices: ChoiceLists
  /// What the pack reads as answers and as what does not apply.
  let readings: Readings
  private let limits = ValueLimits()

  /// Days that a form may name.
  private static let days = (from: "1990-01-01", to: "2100-12-31")

  func style(of field: FormField) -> CellStyle {
    var style = FormLooks.input
    switch field.kind {
    case .count, .percent, .number:
      style.horizontal = .centre
    case .date:
      style.horizontal = .left
      style.format = .date
    case .text, .yesNo, .choice, .identity:
      style.horizontal = .left
      // «01», «4–5» and «- нет» stay what was typed.
      style.format = .text
    }
    return style
  }

  /// Nil for a field that takes any text. Numbers ask and may be insisted on: a word of the pack
  /// says that a field is not applicable.
  func validation(of field: FormField, in range: CellRange) -> NewValidation? {
    switch field.kind {
    case .count:
      let most = limits.greatestCount
      return NewValidation(
        range: range, rule: .whole(0...(most.wholeValue ?? .max)),
        refusal: refusal(
          "Нужно целое число",
          "Введите целое число от 0 до \(Language.ru.number(most)) без слов и единиц: 12, а не "
            + "«12 чел.». Если таких нет – 0."),
        isStrict: false)
    case .percent:
      return NewValidation(
        range: range, rule: .decimal(0...100),
        refusal: refusal("Нужен процент", "Введите число от 0 до 100 без знака %: 37,5."),
        isStrict: false)
    case .number:
      let bounds = (limits.least.wholeValue ?? .min)...(limits.greatest.wholeValue ?? .max)
      return NewValidation(
        range: range, rule: .decimal(bounds),
        refusal: refusal("Нужно число", "Введите число без слов и единиц: 12,5."),
        isStrict: false)
    case .yesNo:
      return YesNo(readings).flatMap { answers in
        // A list parts its entries by commas.
        answers.words.contains { $0.contains(",") }
          ? nil
          : NewValidation(
            range: range, rule: .list(answers.words),
            refusal: .init(
              title: "Нужен ответ",
              text: "Выберите из списка: \(answers.yes) или \(answers.no)."))
      }
    case .choice(let dictionary):
      return choices.range(of: dictionary).map {
        NewValidation(
          range: range, rule: .listOf($0),
          refusal: .init(title: "Выберите из списка", text: "Такого значения в списке нет."))
      }
    case .date:
      return NewValidation(
        range: range, rule: .date(from: Self.days.from, to: Self.days.to),
        refusal: .init(title: "Нужна дата", text: "Введите дату в виде 31.03.2021."))
    case .text, .identity:
      return nil
    }
  }

  /// Words of a refusal, with what to type where the field does not apply, as far as they fit.
  private func refusal(_ title: String, _ text: String) -> NewValidation.Message {
    guard let word = readings.notApplicable.first else { return .init(title: title, text: text) }
    let more =
      " Если показатель к организации не относится, введите «\(word)» и подтвердите ввод."
    let all = text + more
    let fits = all.utf16.count <= NewWorkbookLimits().messageText
    return .init(title: title, text: fits ? all : text)
  }

  /// Shows which required cells of `range`, a column of one field, are still empty.
  ///
  /// - Parameter whole: the column of the whole that the field is a part of, as in a table: where
  ///   it is 0, the part may stay empty.
  func highlight(in range: CellRange, partOf whole: Int? = nil) -> NewSheet.Highlight {
    let empty = NewFormula.call("ISBLANK", [.cell(relative(range.first))])
    var condition = empty
    if let whole {
      let first = NewFormula.cell(
        relative(CellAddress(row: range.first.row, column: whole)))
      let isZero = NewFormula.call(
        "AND", [.call("ISNUMBER", [first]), .infix(first, .equal, .number(.zero))])
      condition = .call("AND", [empty, .call("NOT", [isZero])])
    }
    return NewSheet.Highlight(range: range, condition: condition, style: FormLooks.wanting)
  }

  private func relative(_ place: CellAddress) -> NewReference {
    NewReference(place, isAbsolute: false)
  }
}
