import ExactNumbers
import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct NewFormulaTests {
  @Test func writesBothNotations() {
    let a1 = FormSample.relative("A1")
    let cell = NewReference(sheet: "Кадры", CellAddress(row: 7, column: 3))
    let cases: [(NewFormula, String, String)] = [
      (.cell(cell), "Кадры!$C$7", "[$Кадры.$C$7]"),
      (
        .cell(NewReference(sheet: "О'Нил 3.1", CellAddress(row: 1, column: 1), isAbsolute: false)),
        "'О''Нил 3.1'!A1", "[$'О''Нил 3.1'.A1]"
      ),
      (
        .cell(NewReference(sheet: "Р.1", CellAddress(row: 1, column: 1))), "Р.1!$A$1",
        "[$'Р.1'.$A$1]"
      ),
      (
        .range(NewRange(sheet: "A1", FormSample.range("B2:C3"))), "'A1'!$B$2:$C$3",
        "[$'A1'.$B$2:.$C$3]"
      ),
      (
        .call("IF", [.flag(true), .text("а\"б"), .number(FormSample.exact("-0.50"))]),
        "IF(TRUE,\"а\"\"б\",-0.50)", "IF(TRUE();\"а\"\"б\";-0.50)"
      ),
      (
        .infix(.infix(a1, .minus, a1), .minus, .infix(a1, .minus, a1)), "A1-A1-(A1-A1)",
        "[.A1]-[.A1]-([.A1]-[.A1])"
      ),
      (
        .infix(.infix(a1, .plus, a1), .times, .minus(.infix(a1, .over, a1))), "(A1+A1)*-(A1/A1)",
        "([.A1]+[.A1])*-([.A1]/[.A1])"
      ),
      (
        .infix(.infix(a1, .joined, a1), .equal, .infix(a1, .less, a1)), "A1&A1=(A1<A1)",
        "[.A1]&[.A1]=([.A1]<[.A1])"
      ),
      (.minus(.minus(a1)), "--A1", "--[.A1]"),
    ]
    for (formula, excel, openFormula) in cases {
      #expect(formula.excel == excel)
      #expect(formula.openFormula == openFormula)
    }
  }

  @Test func joinsTextsThatExcelTakesForTooLong() {
    let text = String(repeating: "я", count: 254) + "👩🏽" + "\""
    let pieces = NewFormula.text(text).excel.dropFirst().dropLast().split(separator: "&")
    #expect(pieces.count == 2)
    #expect(pieces.allSatisfy { $0.utf16.count <= 258 })
    #expect(NewFormula.text(text).openFormula == "\"" + text + "\"\"")
  }

  @Test(.enabled(if: OfficeProgram.path != nil, "soffice is not installed"))
  func meansTheSameInBothFormats() throws {
    var numbers = SplitMix(state: 20_210_201)
    // As texts: LibreOffice does not always keep whether -1 was a number or a truth value.
    let formulas = (0..<400).map { _ in
      NewFormula.infix(RandomFormula.any(depth: 4, &numbers), .joined, .text("!"))
    }
    let workbook = NewWorkbook(
      title: "Формулы", created: "2021-02-01T10:00:00Z",
      sheets: [
        NewSheet(
          name: "Данные 1",
          rows: [
            .init(cells: ["3", "-2.5", "0", "100"].map { NewCell(.number(FormSample.exact($0))) }),
            .init(cells: ["а", "Бв", "12", ""].map { NewCell(.text($0)) }),
          ]),
        NewSheet(
          name: "Формулы",
          rows: formulas.map { formula in
            .init(
              cells: [formula, formula.grouped].map { NewCell(.formula($0, shown: .text("?"))) })
          }),
      ])
    var results: [[Cell]] = []
    for format in NewWorkbook.FileFormat.allCases {
      let bytes = try workbook.bytes(as: format)
      let saved = try OfficeProgram.convert(bytes, from: format, to: "fods")
      results.append(try Workbook(reading: saved, contents: .everything).sheets[1].cells)
    }
    #expect(results.map(\.count) == [800, 800])
    // No parentheses are missing: calls in their places give the same.
    for place in stride(from: 0, to: 800, by: 2) {
      #expect(
        results[1][place].value == results[1][place + 1].value, "\(formulas[place / 2].excel)")
    }
    for (xlsx, ods) in zip(results[0], results[1]) {
      #expect(xlsx.value == ods.value, "\(formulas[xlsx.address.row - 1].excel)")
      #expect(
        xlsx.value != .text("?"), "not reckoned anew: \(formulas[xlsx.address.row - 1].excel)")
    }
    let errors = results[1].count { if case .error = $0.value { true } else { false } }
    #expect(errors < 400, "most formulas must have a result")
  }
}

extension NewFormula {
  /// The same formula with a call around every operand, which needs no parentheses.
  fileprivate var grouped: NewFormula {
    switch self {
    case .number, .text, .flag, .cell, .range: self
    case .call(let name, let arguments): .call(name, arguments.map(\.grouped))
    case .infix(let left, let operation, let right):
      .infix(
        .call("IF", [.flag(true), left.grouped]), operation,
        .call("IF", [.flag(true), right.grouped]))
    case .minus(let operand): .minus(.call("IF", [.flag(true), operand.grouped]))
    }
  }
}

/// Formulas over the sheet «Данные 1».
enum RandomFormula {
  static func any(depth: Int, _ numbers: inout SplitMix) -> NewFormula {
    guard depth > 0, numbers.below(5) > 0 else { return leaf(&numbers) }
    switch numbers.below(6) {
    case 0: return .minus(any(depth: depth - 1, &numbers))
    case 1: return call(depth - 1, &numbers)
    default:
      let operations = NewFormula.Operator.allCases
      return .infix(
        any(depth: depth - 1, &numbers), operations[numbers.below(operations.count)],
        any(depth: depth - 1, &numbers))
    }
  }

  private static func call(_ depth: Int, _ numbers: inout SplitMix) -> NewFormula {
    let range = NewFormula.range(NewRange(sheet: "Данные 1", FormSample.range("A1:D2")))
    switch numbers.below(6) {
    case 0:
      let test = NewFormula.infix(any(depth: depth, &numbers), .less, any(depth: depth, &numbers))
      return .call("IF", [test, any(depth: depth, &numbers), any(depth: depth, &numbers)])
    case 1: return .call("SUM", [range, any(depth: depth, &numbers)])
    case 2: return .call("COUNTIF", [range, leaf(&numbers)])
    case 3: return .call("AND", [.call("ISNUMBER", [any(depth: depth, &numbers)]), .flag(true)])
    case 4: return .call("LEN", [any(depth: depth, &numbers)])
    default: return .call("ROUND", [any(depth: depth, &numbers), .number(1)])
    }
  }

  private static func leaf(_ numbers: inout SplitMix) -> NewFormula {
    switch numbers.below(6) {
    case 0: .number(ExactNumber(numbers.below(21) - 10))
    case 1: .number(ExactNumber(coefficient: Int64(numbers.below(999)), exponent: -2) ?? .zero)
    case 2: .text(["", "да", "а\"б;в", "5", "&<"][numbers.below(5)])
    case 3: .flag(numbers.below(2) == 0)
    default:
      .cell(
        NewReference(
          sheet: "Данные 1",
          CellAddress(row: numbers.below(4) == 0 ? 2 : 1, column: numbers.below(4) + 1),
          isAbsolute: numbers.below(2) == 0))
    }
  }
}
