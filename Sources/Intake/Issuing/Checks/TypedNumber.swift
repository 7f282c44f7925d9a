import ExactNumbers
import Spreadsheets

/// The formulas that read a number which was typed as text, as `NumberText` does: «1 250», «12,5»,
/// «−3», «12 чел.».
struct TypedNumber {
  let cell: NewFormula
  let unit: String?
  /// The cell's own column of the hidden sheet.
  let own: (CheckColumn) -> NewFormula

  /// Spaces that people and programs put into numbers.
  private static let spaces = [
    "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}", "\u{3000}", "\t", "\n", "\r",
  ]

  private static let digits = (0...9).map { (old: String($0), new: "") }

  private var spaced: NewFormula { cell.replacing(Self.spaces.map { ($0, " ") }) }

  var text: NewFormula {
    .when(
      .call("ISTEXT", [cell]), .call("LOWER", [.call("TRIM", [spaced])]), else: .nothing)
  }

  /// A formula that is looked at only where a text was typed.
  private func ofText(_ formula: NewFormula) -> NewFormula {
    .when(.infix(own(.text), .equal, .nothing), .nothing, else: formula)
  }

  private var isNegative: NewFormula {
    let sign = NewFormula.call("LEFT", [own(.text), .whole(1)])
    return .any([.infix(sign, .equal, .text("-")), .infix(sign, .equal, .text("−"))])
  }

  var bare: NewFormula {
    let text = own(.text)
    let unsigned = NewFormula.when(
      isNegative, .call("MID", [text, .whole(2), .whole(255)]), else: text)
    let words = (unit.flatMap { NumberText.words[$0] } ?? [])
      .sorted { ($0.count, $0) > ($1.count, $1) }
    let cases = words.map { word in
      let length = NewFormula.whole(word.count)
      let rest = NewFormula.call("LEN", [unsigned]) - length
      return (
        condition: NewFormula.infix(.call("RIGHT", [unsigned, length]), .equal, .text(word)),
        then: NewFormula.call("LEFT", [unsigned, rest])
      )
    }
    return ofText(.call("TRIM", [.first(cases, else: unsigned)]).replacing([(",", ".")]))
  }

  private var hasPoint: NewFormula { .contains(own(.bare), ".") }
  private var point: NewFormula { .call("FIND", [.text("."), own(.bare)]) }

  var whole: NewFormula {
    .when(
      hasPoint, .call("LEFT", [own(.bare), point - .whole(1)]), else: own(.bare))
  }

  var fraction: NewFormula {
    .when(
      hasPoint, .call("MID", [own(.bare), point + .whole(1), .whole(255)]), else: .nothing)
  }

  var number: NewFormula {
    let text = own(.text)
    let count = NewFormula.call("LEN", [.joined([digitsOfWhole, own(.fraction)])])
    let isDoubtful = NewFormula.any([
      .infix(count, .greater, .whole(15)), isLongGrouped,
    ])
    let digits = NewFormula.call("VALUE", [.joined([digitsOfWhole, own(.fraction)])])
    let size = digits / .call("POWER", [.whole(10), .call("LEN", [own(.fraction)])])
    let signed = NewFormula.when(isNegative, .minus(size), else: size)
    return .first(
      [
        (.infix(text, .equal, .nothing), .nothing), (.call("NOT", [isWritten]), .nothing),
        (isDoubtful, .text("?")),
      ], else: signed)
  }

  private var digitsOfWhole: NewFormula { own(.whole).replacing([(" ", "")]) }

  /// Whether whole part and fraction are digits, the whole part grouped by three or not at all.
  private var isWritten: NewFormula {
    .all([
      .call("NOT", [isCollapsed]), .infix(digitsOfWhole, .notEqual, .nothing),
      .infix(digitsOfWhole.replacing(Self.digits), .equal, .nothing),
      .any([
        .infix(own(.whole), .equal, digitsOfWhole), .infix(own(.whole), .equal, grouped),
        isLongGrouped,
      ]),
      .infix(own(.fraction).replacing(Self.digits), .equal, .nothing),
      .any([
        .call("NOT", [hasPoint]), .infix(own(.fraction), .notEqual, .nothing),
      ]),
    ])
  }

  /// `TRIM` makes one space of several inside, which is no grouping.
  private var isCollapsed: NewFormula {
    let typed = NewFormula.call("LOWER", [spaced]).replacing([(",", ".")])
    return .call("NOT", [.isNumber(.call("FIND", [own(.bare), typed]))])
  }

  private var isLongGrouped: NewFormula {
    .all([
      .infix(.call("LEN", [digitsOfWhole]), .greater, .whole(9)),
      .infix(own(.whole), .notEqual, digitsOfWhole),
    ])
  }

  /// The digits with a space before every three from the right; up to nine.
  private var grouped: NewFormula {
    let digits = digitsOfWhole
    let length = NewFormula.call("LEN", [digits])
    let last = NewFormula.call("RIGHT", [digits, .whole(3)])
    let head = NewFormula.call("LEFT", [digits, .call("MAX", [.whole(0), length - .whole(3)])])
    let middle = NewFormula.call(
      "MID", [digits, .call("MAX", [.whole(1), length - .whole(5)]), .whole(3)])
    let front = NewFormula.call("LEFT", [digits, .call("MAX", [.whole(0), length - .whole(6)])])
    return .when(
      .infix(length, .lessOrEqual, .whole(6)), .joined([head, .text(" "), last]),
      else: .joined([front, .text(" "), middle, .text(" "), last]))
  }

  /// The decimals of a percentage as it was typed, at most those that are kept.
  var decimals: NewFormula {
    let kept = ValueLimits().decimals
    let value = own(.value)
    let places = (0..<kept).map { places in
      (
        condition: NewFormula.infix(value, .equal, .call("ROUND", [value, .whole(places)])),
        then: NewFormula.whole(places)
      )
    }
    return .first(
      [
        (.call("NOT", [.isNumber(value)]), .whole(0)),
        (
          .call("ISTEXT", [cell]),
          .call("MIN", [.whole(kept), .call("LEN", [own(.fraction)])])
        ),
        (.infix(own(.raw), .notEqual, value), .whole(kept)),
      ] + places, else: .whole(kept))
  }
}
