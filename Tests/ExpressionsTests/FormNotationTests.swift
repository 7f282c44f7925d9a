import ExactNumbers
import Expressions
import TestSupport
import Testing

/// A form that has every cell: «стр.1» is r1, «гр.2» c2, «стр.1 гр.2» r1c2.
private struct EveryCell: FormReferences {
  func nodes(for reference: FormReference) throws(ExpressionError) -> [SyntaxNode] {
    let row = reference.rows.map { "r\($0.first.text)" } ?? ""
    let column = reference.columns.map { "c\($0.first.text)" } ?? ""
    let node = SyntaxNode(.name([row + column]), range: reference.range)
    let isSeveral = reference.rows?.last != nil || reference.columns?.last != nil
    return isSeveral ? [node, node] : [node]
  }
}

@Suite("The notation of forms")
struct FormNotationTests {
  @Test(arguments: [
    ("стр.1 <= стр.2", "r1 <= r2"), ("Стр. 1 не больше графы 2", "r1 <= c2"),
    ("стр1 = гр2 + 0,5", "r1 = c2 + 0.5"), ("строка 1 графа 2 ≥ 3", "r1c2 >= 3"),
    ("гр.2 стр.1 > 3", "r1c2 > 3"), ("СУММА(стр.1…5) = 1", "sum(r1, r1) = 1"),
    ("сумма(стр.1 - стр.5) = 1", "sum(r1, r1) = 1"), ("стр.1 - стр.5 = 1", "r1 - r5 = 1"),
    ("сумма(гр.1:гр.5) = 1", "sum(c1, c1) = 1"), ("модуль(стр.1:стр.5) = 1", "abs(r1 / r5) = 1"),
    ("модуль(стр.1 - стр.5) = 1", "abs(r1 - r5) = 1"), ("сумма стр.1-5 = 1", "sum(r1, r1) = 1"),
    ("(прошлый год) стр.1 < стр.1", "previous(r1) < r1"),
    ("(прошлого года) сумма(гр.1..2) < 3", "previous(sum(c1, c1)) < 3"),
    ("НЕ (стр.1 > 2 И стр.2 > 1 ИЛИ да = 1)", "not (r1 > 2 and r2 > 1 or да = 1)"),
    ("стр.1 : стр.2 × 100 > 12,5", "r1 / r2 * 100 > 12.5"),
    ("разных(гр.1; гр.2; гр.3) > 1", "distinct(c1, c2, c3) > 1"),
    ("максимум(стр.1, стр.2) больше или равно 5", "max(r1, r2) >= 5"),
    ("total <= стр.1", "total <= r1"), ("значение > 0", "value > 0"),
  ])
  func makesTheTreeOfTheOtherNotation(form: String, names: String) throws {
    let read = try FormNotation(parsing: form) { _ in EveryCell() }
    #expect(
      outline(read.condition.syntax) == outline(try Expression(parsing: names).syntax))
    #expect(read.when == nil && read.tolerance == nil && read.scope == nil)
  }

  @Test(arguments: [
    "если стр.1 > 2, то стр.3 = стр.4 с точностью до 0,5 по всем графам",
    "По всем графам: если стр.1 > 2 то стр.3 = стр.4, с точностью до 0,5",
    "стр.3 = стр.4 с точностью до 0,5, если стр.1 > 2, для всех граф",
  ])
  func takesPhrasesInAnyPlace(source: String) throws {
    let read = try FormNotation(parsing: source) { _ in EveryCell() }
    #expect(read.scope == .columns)
    #expect(read.tolerance == ExactNumber("0.5"))
    #expect(outline(read.condition.syntax) == "(= r3 r4)")
    #expect(read.when.map { outline($0.syntax) } == "(> r1 2)")
  }

  /// Whatever is typed is read or refused at a place inside it.
  @Test func neverFailsButAtACharacterOfTheText() {
    let words = [
      "стр.", "гр", "1", "05", "0,5", "лист", "«Кадры»", "форма", "(", ")", "сумма", "модуль", "…",
      "-", "+", "=", "не", "больше", "и", "если", "то", "по", "всем", "строкам", "с", "точностью",
      "до", ",", ";", ":", "(прошлый год)", "значение", "x.y", "\"", "№", "..",
    ]
    var random = SplitMix(state: 5)
    for _ in 0..<3_000 {
      let count = 1 + random.below(9)
      let source = (0..<count).map { _ in words[random.below(words.count)] }
        .joined(separator: random.below(3) == 0 ? "" : " ")
      do throws(ExpressionError) {
        let read = try FormNotation(parsing: source) { _ in EveryCell() }
        #expect(read.condition.syntax.range.upperBound <= source.count, "\(source)")
      } catch {
        #expect(0...source.count ~= error.range.lowerBound, "\(source)")
        #expect(error.range.upperBound <= source.count, "\(source)")
      }
    }
  }

  @Test func hashesEqualNumbersAlike() {
    let half = ExpressionNumber(Fraction(ExactNumber("0.5") ?? 0))
    #expect(Set([half, .decimal(ExactNumber("0.50") ?? 0)]).count == 1)
    let two = Fraction(ExactNumber(2))
    #expect(
      Set([.ratio(two), ExpressionNumber(two), .decimal(ExactNumber("2.0") ?? 0)]).count == 1)
  }

  private func outline(_ node: SyntaxNode) -> String {
    let inner = node.children.map(outline).joined(separator: " ")
    return switch node.kind {
    case .number(let number): number.description
    case .text(let text): "'\(text)'"
    case .flag(let flag): "\(flag)"
    case .name(let path): path.joined(separator: ".")
    case .call(let function, _): "(\(function) \(inner))"
    case .prefix(let sign, _): "(\(sign.rawValue) \(inner))"
    case .infix(let infix, _, _): "(\(infix.rawValue) \(inner))"
    }
  }
}
