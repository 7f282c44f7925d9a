import Foundation
import Markup
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct XLSXFormulasTests {
  /// What LibreOffice makes of `Fixtures/workbooks/formulas/shared.xlsx`.
  static let moved: [[String]] = {
    let table = Checkout.fixtures.appending(path: "workbooks/formulas/moved.tsv")
    let text = (try? String(contentsOf: table, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }()

  @Test func movesFormulasAsLibreOfficeDoes() throws {
    #expect(Self.moved.count > 100)
    for line in Self.moved {
      let master = try #require(CellAddress(line[1]))
      let cell = try #require(CellAddress(line[2]))
      let shift = XLSXFormulaShift(
        rows: cell.row - master.row, columns: cell.column - master.column)
      #expect(shift.moved(line[0]) == line[3], "\(line)")
    }
  }

  @Test(arguments: [
    // Names of functions, sheets and tables that look like cells.
    ("LOG10(LOG10)", "LOG10(LOG11)"), ("Q1!A1", "Q1!A2"), ("Q1!A1048576", "Q1!#REF!"),
    ("Q1:Q4!A1", "Q1:Q4!A2"),
    ("T1[x]+A1", "T1[x]+A2"), ("[1]Лист!A1", "[1]Лист!A2"), ("'[a.xlsx]A1'!A1", "'[a.xlsx]A1'!A2"),
    ("T[a'[A1']+A1]+A1", "T[a'[A1']+A1]+A2"), ("_xlpm.A1+A1", "_xlpm.A1+A2"),
    // No cells at all.
    ("XFE1+AAAA1+A01+A1048577", "XFE1+AAAA1+A01+A1048577"), ("A1B+R1C1+1A1", "A1B+R1C1+1A1"),
    ("$A+A$+$$A1+A$$1", "$A+A$+$$A1+A$$1"), ("итогA1+A1итог", "итогA1+A1итог"),
    // What is broken is kept as it stands.
    ("\"A1", "\"A1"), ("'A1", "'A1"), ("[A1", "[A1"), ("A1:", "A2:"), (":A1", ":A2"), ("", ""),
    ("A1:A:1", "A2:A:1"), ("T['", "T['"),
  ])
  func movesOnlyReferences(formula: String, expected: String) {
    #expect(XLSXFormulaShift(rows: 1, columns: 0).moved(formula) == expected)
  }

  static func head(_ attributes: String) throws -> XLSXFormulaHead {
    struct Receiver: MarkupReceiver {
      var head = XLSXFormulaHead()
      mutating func start(_ element: borrowing MarkupElement) { head = XLSXFormulaHead(element) }
      mutating func end(_ token: Int32) {}
      mutating func text(_ bytes: borrowing Span<UInt8>) {}
    }
    var receiver = Receiver()
    try MarkupReader.read(
      Array("<f \(attributes)/>".utf8), names: XLSXName.worksheet + XLSXName.formulaExtras,
      to: &receiver)
    return receiver.head
  }

  static func formula(
    _ formulas: inout XLSXFormulas, _ cell: String, _ attributes: String, _ text: String = ""
  ) throws -> String? {
    let address = try #require(CellAddress(cell))
    let bytes = Array(text.utf8)
    return try formulas.formula(at: address, head: head(attributes), text: bytes.span)
  }

  @Test func givesEachCellTheTextOfItsFormula() throws {
    var formulas = XLSXFormulas(limits: SpreadsheetLimits())
    let cells = [
      ("A1", "", "B1*2", "B1*2"), ("A2", "", " =B2 ", "B2"), ("A3", "", "", nil),
      ("C1", #"t="shared" si="0" ref="C1:C9""#, "B1+$A$1", "B1+$A$1"),
      ("C2", #"t="shared" si="0""#, "", "B2+$A$1"), ("D5", #"t="shared" si="0""#, "", "C5+$A$1"),
      // Its own text goes before the shared one, and does not replace it.
      ("C3", #"t="shared" si="0""#, "B1", "B1"), ("C4", #"t="shared" si="0""#, "", "B4+$A$1"),
      // Defined anew.
      ("E1", #"t="shared" si="0" ref="E1:E2""#, "A1", "A1"),
      ("E2", #"t="shared" si="0""#, "", "A2"),
      ("F1", #"t="shared" si="7""#, "", nil), ("F2", #"t="shared""#, "A1", "A1"),
      ("G1", #"t="array" ref="G1:G3""#, "B1:B3*2", "B1:B3*2"),
      ("H1", #"t="dataTable" ref="H1:H9" r1="A1""#, "", nil),
      ("I1", "", "_xlfn.XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"),
    ]
    for (cell, attributes, text, expected) in cells {
      #expect(try Self.formula(&formulas, cell, attributes, text) == expected, "\(cell)")
    }
  }

  @Test func boundsWhatCellsShare() throws {
    var limits = SpreadsheetLimits()
    limits.sharedFormulaBytes = 10
    var formulas = XLSXFormulas(limits: limits)
    let shared = #"t="shared" si="0""#
    _ = try Self.formula(&formulas, "A1", shared, "B1+C1")
    #expect(try Self.formula(&formulas, "A2", shared) == "B2+C2")
    #expect(try Self.formula(&formulas, "A3", shared) == "B3+C3")
    #expect { try Self.formula(&formulas, "A4", shared) } throws: { error in
      let error = error as? MarkupError
      return error?.code == .tooLarge && error?.detail.hasPrefix("A4:") == true
    }
    var next = XLSXFormulas(limits: limits, writtenBefore: formulas.written)
    _ = try Self.formula(&next, "A1", shared, "B1")
    #expect(throws: MarkupError.self) { try Self.formula(&next, "A2", shared) }
  }

  @Test func keepsALongFormulaWhereItStands() throws {
    var formulas = XLSXFormulas(limits: SpreadsheetLimits())
    let long = "A1" + String(repeating: "+A1", count: XLSXFormulas.longestShared / 2)
    #expect(try Self.formula(&formulas, "B1", #"t="shared" si="0""#, long) == long)
    #expect(try Self.formula(&formulas, "B2", #"t="shared" si="0""#) == nil)
  }
}
