import Testing

@testable import Spreadsheets

@Suite struct OpenFormulaTests {
  /// What Excel, LibreOffice and Gnumeric write for the same formula.
  @Test(arguments: [
    ("of:=SUM([.A2:.B4])", "SUM(A2:B4)"),
    ("of:=SUM([.A2:.B2];[$'Лист 1'.$C$3])", "SUM(A2:B2,'Лист 1'!$C$3)"),
    ("of:=[$'Лист 1'.C3]*2", "'Лист 1'!C3*2"),
    ("of:=[$Справочник.$A$1]", "Справочник!$A$1"),
    ("of:=[$'Справочник'.A$1:.$B2]", "Справочник!A$1:$B2"),
    ("of:=[Sheet1.A1]+[Sheet1.B1]", "Sheet1!A1+Sheet1!B1"),
    (#"of:=IF([.A2]>1;"да; ""нет""";"[.A1]")"#, #"IF(A2>1,"да; ""нет""","[.A1]")"#),
    ("of:=SUM([.A:.A])", "SUM(A:A)"),
    ("of:=SUM([.A1:.A1048576])", "SUM(A:A)"),
    ("of:=SUM([.$A$1:.$B$1048576])", "SUM($A:$B)"),
    ("of:=SUM([.2:.3])", "SUM(2:3)"), ("of:=SUM([.$A:.$XFD])", "SUM($1:$1048576)"),
    ("of:=SUM([.$A$1:.XFD1048576])", "SUM($1:1048576)"),
    ("of:=SUM([$Кадры.A1:$A1.A1])", "SUM('Кадры:A1'!A1)"),
    ("of:='Лист 1'.Местное+1", "'Лист 1'!Местное+1"), ("of:=IF(;1;2)", "IF(,1,2)"),
    ("of:=SUM([.A2]:INDEX([.A:.A];3))", "SUM(A2:INDEX(A:A,3))"),
    ("of:=SUM([.A2:.XFD3])", "SUM(2:3)"),
    ("of:=SUM([$Справочник.A:.B])", "SUM(Справочник!A:B)"),
    ("of:=Ставка*[.A2]", "Ставка*A2"),
    ("of:=SUM({1;2|3;4})", "SUM({1,2;3,4})"),
    (#"of:=SUM({"а;б|в";TRUE()|-1;#N/A})"#, #"SUM({"а;б|в",TRUE();-1,#N/A})"#),
    ("of:=SUM([.A2:.A3]![.A3:.B4])", "SUM(A2:A3 A3:B4)"),
    ("of:=SUM([.A2:.A3]!![.A3:.B4])", "SUM(A2:A3 A3:B4)"),
    ("of:=SUM(([.A2]~[.B3]))", "SUM((A2,B3))"),
    (#"of:=[.A2]&" "&[.B2]"#, #"A2&" "&B2"#),
    ("of:=[.A2]%+2^3", "A2%+2^3"),
    ("of:=SUM([$'О''Нил'.A1:.B2])", "SUM('О''Нил'!A1:B2)"),
    ("of:=#REF!+1", "#REF!+1"),
    ("of:=IF(#N/A;#DIV/0!;#NAME?)", "IF(#N/A,#DIV/0!,#NAME?)"),
    ("of:=SUM([$Лист1.A1:$Лист3.B2])", "SUM(Лист1:Лист3!A1:B2)"),
    ("of:=SUM([$'Лист 1'.A1:$'Лист 3'.B2])", "SUM('Лист 1:Лист 3'!A1:B2)"),
    ("of:=[$Лист1.A1:$Лист1.B2]", "Лист1!A1:B2"),
    ("of:=[.#REF!]+[.$A$#REF!]+[#REF!.A1]", "#REF!+#REF!+#REF!A1"),
    ("of:=[$Лист1.#REF!]", "Лист1!#REF!"),
    ("of:=['file:///srv/a.ods'#$Лист1.A1]", "'file:///srv/[a.ods]Лист1'!A1"),
    ("of:=$'Лист 1'.Местное+$Кадры.Местное", "'Лист 1'!Местное+Кадры!Местное"),
    ("of:=$$Имя+1", "Имя+1"),
    ("of:=SUM(Сведения[[#Data];[Имя]])", "SUM(Сведения[[#Data];[Имя]])"),
    ("of:=COM.MICROSOFT.CONCAT([.A1];1.5)", "COM.MICROSOFT.CONCAT(A1,1.5)"),
    ("oooc:=ROWS([.L1:.L9])", "ROWS(L1:L9)"),
    ("oooc:=[.A1:B2]", "A1:B2"),
    ("msoxl:=SUM(A1;[.B2])", "SUM(A1;[.B2])"),
    ("=[.A1]", "A1"),
    ("SUM([$'Лист 1'.$C$1:.$C$9])*2", "SUM('Лист 1'!$C$1:$C$9)*2"),
    ("0.25", "0.25"),
    ("", ""),
  ])
  func turnsAFormula(open: String, excel: String) {
    #expect(OpenFormula.excel(open) == excel)
  }

  @Test(arguments: [
    ("of:=SUM([.A1", "SUM([.A1"), ("of:=[", "["), ("of:=[]", "[]"), ("of:=]", "]"),
    (#"of:="нет конца [.A1];"#, #""нет конца [.A1];"#), ("of:='", "'"), ("of:=''.", "''."),
    ("of:=$", "$"), ("of:=$'", "'"), ("of:=[.A0]", "[.A0]"), ("of:=[.ZZZZ1]", "[.ZZZZ1]"),
    ("of:=[.A99999999999999999999]", "[.A99999999999999999999]"), ("of:=[.A1:.B]", "[.A1:.B]"),
    ("of:=[.A]", "[.A]"), ("of:=[.A1:.B2:.C3]", "[.A1:.B2:.C3]"), ("of:=}|{", "}|{"),
    ("of:=[привет]", "[привет]"), ("of:=[.$$A1]", "[.$$A1]"), ("of:=#", "#"),
    ("foo:=SUM([.A1];2)", "foo:=SUM([.A1];2)"), ("of:", ""), ("of:=[:]", "[:]"),
    ("of:=['a'#]", "['a'#]"), ("of:=[$]", "[$]"),
  ])
  func givesWhatItCannotTurnAsItStands(open: String, excel: String) {
    #expect(OpenFormula.excel(open) == excel)
  }

  @Test func leavesALongFormulaAsItStands() {
    let long = String(repeating: "[.A1];", count: 8_192)
    #expect(OpenFormula.excel("of:=" + long) == long)
    let short = String(repeating: "[.A1];", count: 100)
    #expect(OpenFormula.excel("of:=" + short) == String(repeating: "A1,", count: 100))
  }

  @Test func endsOnAnyBytes() {
    var seed: UInt64 = 7
    let alphabet = Array(##"[]{}'"$#.:;|~!A1я "##.utf8) + [0xFF, 0xD0, 0]
    for _ in 0..<20_000 {
      let bytes = (0..<24).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(seed >> 33) % alphabet.count]
      }
      let formula = OpenFormula.excel(bytes[...], move: .init(rows: -3, columns: 70_000))
      // An apostrophe in a file's or a sheet's name is doubled, so it grows a little at most.
      #expect(formula.utf8.count <= 24 * 6)
    }
  }

  @Test(arguments: [
    (1, 2, "C2+$A2+C$1+$A$1"), (-1, 0, "A1048576+$A1048576+A$1+$A$1"),
    (0, -1, "XFD1+$A1+XFD$1+$A$1"),
  ])
  func movesReferencesWithoutDollarsRoundTheEdges(rows: Int, columns: Int, excel: String) {
    let open = "of:=[.A1]+[.$A1]+[.A$1]+[.$A$1]"
    #expect(OpenFormula.excel(open, move: .init(rows: rows, columns: columns)) == excel)
  }

  /// As `quote_sheetname` of XlsxWriter quotes them.
  @Test(arguments: [
    ("Кадры", "Кадры"), ("Sheet1", "Sheet1"), ("a.b", "a.b"), ("Лист 1", "'Лист 1'"),
    ("О'Нил", "'О''Нил'"), ("1кв", "'1кв'"), (".a", "'.a'"), ("A1", "'A1'"), ("XFD1", "'XFD1'"),
    ("XFE1", "XFE1"), ("R1C1", "'R1C1'"), ("RC", "'RC'"), ("r", "'r'"), ("C12x", "'C12x'"),
    ("Rx", "Rx"), ("R1x", "'R1x'"), ("Годы-2021", "'Годы-2021'"), ("A1048577", "A1048577"),
  ])
  func quotesTheNamesOfSheets(name: String, quoted: String) {
    #expect(SheetNameQuoting.quoted(name) == quoted)
  }

  @Test(arguments: [
    ("$Лист1.$A$1:.$B$2", "Лист1", "A1:B2"), ("Лист1.A1:Лист1.B2", "Лист1", "A1:B2"),
    ("'a.b'.A1", "a.b", "A1:A1"), ("$'Лист 1'.$C$3", "Лист 1", "C3:C3"),
    ("'О''Нил'.B2:.A1", "О'Нил", "A1:B2"), ("a.b.A1", "a.b", "A1:A1"),
    ("Кадры.A:.B", "Кадры", "A1:B1048576"), (".2:.3", "", "A2:XFD3"),
  ])
  func readsTheAddressOfARange(text: String, sheet: String, range: String) throws {
    let reference = try #require(OpenReference(text))
    #expect(reference.sheet ?? "" == sheet)
    #expect(reference.range?.description == range)
  }

  @Test func readsAListOfAddresses() {
    let list = OpenReference.list("$'Лист 1'.A1:.B2  Лист2.C3 ошибка .D4")
    #expect(list.map { $0.excel() } == ["'Лист 1'!A1:B2", "Лист2!C3", "D4"])
  }
}
