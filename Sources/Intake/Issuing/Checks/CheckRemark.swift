import ExactNumbers
import Monitoring
import Spreadsheets

/// What is wrong with a cell by itself, in words: «Кадры!C14: нужно целое число».
struct CheckRemark {
  let entry: CheckCells.Entry
  /// The cell's own column of the hidden sheet.
  let own: (CheckColumn) -> NewFormula

  /// How much of a text that stands in a cell is quoted.
  private static let quoted = 30

  /// The words with the most letters that may be said of a cell.
  static let longest =
    "нужно число, а стоит «" + String(repeating: "ш", count: quoted) + "»"

  var formula: NewFormula {
    let cases = faults.map { state, words in
      (
        condition: NewFormula.infix(own(.state), .equal, .text(state.rawValue)),
        then: NewFormula.joined([.text(entry.place + ": "), words])
      )
    }
    return .first(cases, else: .nothing)
  }

  private var faults: [(CheckState, NewFormula)] {
    guard entry.field.isNumeric else { return [(.error, .text("ошибка в формуле"))] }
    let typed = NewFormula.joined([
      .text("нужно число, а стоит «"),
      .call("LEFT", [.cell(entry.cell), .whole(Self.quoted)]), .text("»"),
    ])
    let large = ValueLimits()
    let greatest = entry.field.kind == .count ? large.greatestCount : large.greatest
    return [
      (.error, .text("ошибка в формуле")), (.flag, .text("нужно число, а не логическое значение")),
      (.text, typed), (.date, .text("нужно число, а не дата")),
      (.percent, .text("нужно число, а не процент")),
      (.negative, .text("число не может быть меньше нуля")),
      (.fraction, .text("нужно целое число")),
      (
        .large,
        .joined([.text("число не может быть больше "), NewFormula.shown(.number(greatest))])
      ),
    ]
  }
}

extension NewFormula {
  /// A number as Russian text, «1 250,5», whatever language the program speaks: digits are set one
  /// by one, because the decimal mark of a format is the program's.
  static func shown(_ number: NewFormula, decimals: Int = 0) -> NewFormula {
    let size = NewFormula.call("ABS", [number])
    let whole = decimals == 0 ? size : NewFormula.call("INT", [size])
    let sign = NewFormula.when(.infix(number, .less, .whole(0)), .text("−"), else: .nothing)
    let text = joined([sign, grouped(whole)])
    return decimals == 0 ? text : joined([text, fraction(size - whole)])
  }

  private static func grouped(_ whole: NewFormula) -> NewFormula {
    let thousand = NewFormula.whole(1_000)
    let million = NewFormula.whole(1_000_000)
    let last = three(.call("MOD", [whole, thousand]))
    let thousands = NewFormula.call("INT", [whole / thousand])
    let millions = NewFormula.call("INT", [whole / million])
    let middle = three(.call("MOD", [thousands, thousand]))
    return .first(
      [
        (.infix(whole, .less, thousand), joined([.nothing, whole])),
        (.infix(whole, .less, million), joined([thousands, noBreakSpace, last])),
      ], else: joined([millions, noBreakSpace, middle, noBreakSpace, last]))
  }

  private static func three(_ number: NewFormula) -> NewFormula {
    .call("TEXT", [number, .text("000")])
  }

  /// «,5» for a half, as short as it is exact, at most six digits; nothing for zero.
  private static func fraction(_ rest: NewFormula) -> NewFormula {
    let cases = [1, 2, 3].map { digits in
      let scaled = rest * .whole((0..<digits).reduce(1) { power, _ in power * 10 })
      let rounded = NewFormula.call("ROUND", [scaled, .whole(0)])
      let distance = NewFormula.call("ABS", [scaled - rounded])
      return (
        condition: NewFormula.infix(distance, .less, .number(.millionth)),
        then: digitsAfterMark(rounded, count: digits)
      )
    }
    let zero = (
      condition: NewFormula.infix(rest, .less, .number(.millionth)), then: NewFormula.nothing
    )
    let all = NewFormula.call("ROUND", [rest * .whole(1_000_000), .whole(0)])
    return .first([zero] + cases, else: digitsAfterMark(all, count: 6))
  }

  private static func digitsAfterMark(_ number: NewFormula, count: Int) -> NewFormula {
    let format = NewFormula.text(String(repeating: "0", count: count))
    return joined([.text(","), .call("TEXT", [number, format])])
  }
}

extension ExactNumber {
  /// Less than any decimal that the sheet counts with.
  static let millionth = ExactNumber(coefficient: 5, exponent: -7) ?? .zero
}
