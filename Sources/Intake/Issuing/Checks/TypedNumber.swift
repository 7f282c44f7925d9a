import ExactNumbers
import Spreadsheets

/// The formulas that read a number which was typed as text, as `NumberText` does: «1 250», «12,5»,
/// «−3», «12 чел.».
struct TypedNumber {
  let cell: NewFormula
  /// Words that may follow a number.
  let words: [String]
  /// Words that are a zero.
  let zeros: [String]
  /// The cell's own column of the hidden sheet.
  let own: (CheckColumn) -> NewFormula

  /// Spaces other than the plain one, each made plain.
  private static let spaces =
    ["\t", "\n", "\r", "\u{85}", "\u{A0}", "\u{1680}", "\u{2028}", "\u{2029}", "\u{202F}"]
    + ["\u{205F}", "\u{3000}"] + (0x2000...0x200A).compactMap { UnicodeScalar($0).map(String.init) }

  /// Characters that take no place.
  private static let unseen =
    ["\u{AD}", "\u{FEFF}"]
    + [0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069].flatMap { codes in
      codes.compactMap { UnicodeScalar($0).map(String.init) }
    }

  private static let digits = (0...9).map { (old: String($0), new: "") }

  var typedText: NewFormula {
    let seen = cell.replacing(Self.unseen.map { ($0, "") } + Self.spaces.map { ($0, " ") })
    return .when(.call("ISTEXT", [cell]), .call("LOWER", [seen]), else: .nothing)
  }

  var text: NewFormula { .call("TRIM", [own(.typedText)]) }

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
    let words = Set(words.map(TypedWords.plain)).sorted { ($0.count, $0) > ($1.count, $1) }
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
        (.infix(text, .equal, .nothing), .nothing), (text.isOne(of: zeros), .whole(0)),
        (.call("NOT", [isWritten]), .nothing),
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
    let typed = own(.typedText).replacing([(",", ".")])
    return .call("NOT", [.isNumber(.call("FIND", [own(.bare), typed]))])
  }

  private var isLongGrouped: NewFormula {
    .all([
      .infix(.call("LEN", [digitsOfWhole]), .greater, .whole(12)),
      .infix(own(.whole), .notEqual, digitsOfWhole),
    ])
  }

  /// The digits with a space before every three from the right; up to twelve.
  private var grouped: NewFormula {
    let digits = digitsOfWhole
    let length = NewFormula.call("LEN", [digits])
    func head(_ rest: Int) -> NewFormula {
      .call("LEFT", [digits, .call("MAX", [.whole(0), length - .whole(rest)])])
    }
    func three(_ rest: Int) -> NewFormula {
      let start = NewFormula.call("MAX", [.whole(1), length - .whole(rest - 1)])
      return .joined([.text(" "), .call("MID", [digits, start, .whole(3)])])
    }
    return .first(
      [
        (.infix(length, .lessOrEqual, .whole(6)), .joined([head(3), three(3)])),
        (.infix(length, .lessOrEqual, .whole(9)), .joined([head(6), three(6), three(3)])),
      ], else: .joined([head(9), three(9), three(6), three(3)]))
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

extension NewFormula {
  /// Whether a text in lower case is one of a pack's words.
  func isOne(of words: [String]) -> NewFormula {
    .any(words.map { .infix(self, .equal, .text(TypedWords.plain($0))) })
  }
}
