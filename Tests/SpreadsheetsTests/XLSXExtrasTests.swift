import Markup
import Testing

@testable import Spreadsheets

/// Traits of validations, protection and names, each by itself.
@Suite struct XLSXExtrasTests {
  static let namespaces = """
    xmlns="\(Sample.main)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" \
    xmlns:x12ac="http://schemas.microsoft.com/office/spreadsheetml/2011/1/ac" \
    xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"
    """

  static func facts(
    _ markup: String, contents: WorkbookContents = .everything,
    limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> [SheetFact] {
    var extras = XLSXSheetExtras(contents: contents, limits: limits)
    try MarkupReader.read(
      Array("<worksheet \(namespaces)>\(markup)</worksheet>".utf8),
      names: XLSXName.worksheet + XLSXName.sheetExtras, to: &extras)
    return extras.facts
  }

  static func validations(_ markup: String) throws -> [String] {
    try facts(markup).compactMap { fact in
      if case .validation(let rule) = fact { ExtrasListing.described(rule) } else { nil }
    }
  }

  @Test(arguments: [
    (
      "a list on another sheet stands in the extension x14",
      #"<extLst><ext><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Лист2!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"#,
      "B2:B9 D2:D2; list; –; Лист2!$A$1:$A$3; –; –; blank; stop; –; –"
    ),
    (
      "white space between elements is no part of a formula",
      "<x14:dataValidation type=\"whole\" operator=\"equal\">\n <x14:formula1>\n <xm:f>Лист2!A1</xm:f>\n </x14:formula1>\n <xm:sqref>\n A1\n </xm:sqref></x14:dataValidation>",
      "A1:A1; whole; equal; Лист2!A1; –; –; filled; –; –; –"
    ),
    (
      "entries with a comma in them",
      #"<dataValidation type="list" sqref="A1"><mc:AlternateContent><mc:Choice Requires="x12ac"><x12ac:list>1,"2,5", "о ""Х"" "</x12ac:list></mc:Choice><mc:Fallback><formula1>"1,2,5,о ""Х"""</formula1></mc:Fallback></mc:AlternateContent></dataValidation>"#,
      #"A1:A1; list; –; –; –; 1|2,5|о "Х"; filled; –; –; –"#
    ),
    (
      "a list that is reckoned",
      #"<dataValidation type="list" sqref="A1"><formula1>"а,"&amp;B1&amp;",б"</formula1></dataValidation>"#,
      #"A1:A1; list; –; "а,"&B1&",б"; –; –; filled; –; –; –"#
    ),
    (
      "a list of nothing",
      #"<dataValidation type="list" sqref="A1"><formula1>""</formula1></dataValidation>"#,
      "A1:A1; list; –; –; –; ; filled; –; –; –"
    ),
    (
      "whole columns, whole rows, and corners in the wrong order",
      #"<dataValidation type="custom" sqref="B:A $2:3 D9:C1 ошибка A0 A0:B0 XFE1 A1048577"><formula1>=A1&gt;0</formula1></dataValidation>"#,
      "A1:B1048576 A2:XFD3 C1:D9; custom; –; A1>0; –; –; filled; –; –; –"
    ),
    (
      "a message that is switched off",
      #"<dataValidation type="decimal" sqref="A1" showInputMessage="0" promptTitle="а" prompt="б" showErrorMessage="1" errorTitle="в_x000a_г"><formula1>1</formula1></dataValidation>"#,
      "A1:A1; decimal; between; 1; –; –; filled; stop; –; в\nг: "
    ),
  ])
  func reads(trait: String, markup: String, expected: String) throws {
    #expect(try Self.validations(markup) == [expected], "\(trait)")
  }

  @Test(arguments: [
    #"<dataValidation type="list"><formula1>"а"</formula1></dataValidation>"#,
    #"<dataValidation type="colour" sqref="A1"/>"#,
    #"<mc:AlternateContent><mc:Fallback><dataValidation type="list" sqref="A1"/></mc:Fallback></mc:AlternateContent>"#,
    #"<sheetProtection password="CC1A"/>"#, #"<sheetProtection sheet="0"/>"#,
    "<formula1>1</formula1>",
  ])
  func leavesOutWhatSaysNothing(markup: String) throws {
    #expect(try Self.facts(markup).isEmpty)
  }

  @Test func keepsTheOrderOfTheFileAndReadsOnlyWhatIsAskedFor() throws {
    let markup = """
      <sheetProtection sheet="1" algorithmName="SHA-512" hashValue="x" saltValue="y"/>\
      <dataValidation sqref="A1"/>
      """
    let protection = SheetFact.protection(SheetProtection(hasPassword: true))
    let rule = CellValidation(
      ranges: [
        CellRange(first: CellAddress(row: 1, column: 1), last: CellAddress(row: 1, column: 1))
      ],
      kind: .any, allowsBlank: false, alert: nil)
    #expect(try Self.facts(markup) == [protection, .validation(rule)])
    #expect(try Self.facts(markup, contents: .protection) == [protection])
    #expect(try Self.facts(markup, contents: .validations) == [.validation(rule)])
    #expect(try Self.facts(markup, contents: .form).isEmpty)
    #expect(!XLSXSheetExtras.isNeeded(for: [.form, .comments]))
  }

  @Test func stopsAtTheLimitOfRanges() throws {
    var limits = SpreadsheetLimits()
    limits.extras = 3
    let rule = #"<dataValidation sqref="A1 B1"/>"#
    #expect(try Self.facts(rule, limits: limits).count == 1)
    #expect { try Self.facts(rule + rule, limits: limits) } throws: {
      ($0 as? MarkupError)?.code == .tooLarge
    }
  }
}
