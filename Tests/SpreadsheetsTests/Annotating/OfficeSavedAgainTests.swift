import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// Annotated copies that LibreOffice saved, as a school does that mends its form with it, in either
/// format: what the copy did is known again and taken back.
@Suite(.enabled(if: OfficeProgram.path != nil, "there is no LibreOffice"))
struct OfficeSavedAgainTests {
  @Test(arguments: [
    (NewWorkbook.FileFormat.xlsx, "xlsx"), (.xlsx, "ods"), (.ods, "ods"), (.ods, "xlsx"),
  ])
  func takesBackWhatACopySaidThatLibreOfficeHasSaved(
    _ format: NewWorkbook.FileFormat, _ other: String
  ) throws {
    let url = Checkout.fixtures.appending(path: "workbooks/extras/libreoffice.\(format.rawValue)")
    let file = [UInt8](try Data(contentsOf: url))
    let original = try Workbook(reading: file, contents: .everything)
    let sheet = try #require(original.sheets.first)
    let typed = try #require(sheet.comments.first?.address)
    let marks = [
      AnnotatedSample.mark(sheet.name, "C5", .error, "Много\nи  дважды\n\nв двух частях"),
      AnnotatedSample.mark(sheet.name, "\(typed)", .warning, "Проверьте"),
      AnnotatedSample.mark(sheet.name, "K9", .notice, "К сведению"),
    ]
    let first = try AnnotatedSample.annotated(file, marks)
    let saved = try OfficeProgram.convert(first.bytes, from: format, to: other)
    let second = try AnnotatedSample.annotated(
      saved, [AnnotatedSample.mark(sheet.name, "C5", .error, "Осталось это")])
    let cleaned = try Workbook(reading: second.bytes, contents: .everything)
    #expect(cleaned.sheets.map(\.name) == original.sheets.map(\.name) + ["Замечания"])
    let comments = cleaned.sheets.first?.comments ?? []
    let texts = comments.map { "\($0.address): \($0.text)" }
    #expect(
      Set(texts) == Set(sheet.comments.map { "\($0.address): \($0.text)" } + ["C5: Осталось это"]))
    // Of the fills none is left in the end but those that the file had.
    let third = try AnnotatedSample.annotated(second.bytes, []).bytes
    let shown = other == "ods" ? try OfficeProgram.convert(third, from: .ods, to: "xlsx") : third
    let before = try OfficeProgram.convert(file, from: format, to: "xlsx")
    for cell in ["C5", "\(typed)", "K9"] {
      #expect(
        try AnnotatedSample.fill(of: cell, in: shown).foreground
          == AnnotatedSample.fill(of: cell, in: before).foreground, "\(cell)")
    }
  }
}
