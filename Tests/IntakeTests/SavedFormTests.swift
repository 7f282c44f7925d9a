import Findings
import Monitoring
import Spreadsheets
import Testing

@testable import Intake

/// Issued forms as files: written, read back, saved by other programs, and still bound.
@Suite struct SavedFormTests {
  private static func expectBound(
    _ bytes: [UInt8], _ name: String, _ forms: IssuedForms, _ unit: Unit
  ) throws {
    let reading = FileIntake().read(path: name, hash: "h", bytes: bytes)
    #expect(reading.findings.map(\.code) == [], "\(name)")
    let file = try #require(reading.form, "\(name)")
    IssuedFormTests.expectBound(
      forms.binder.bind(file)[0], as: unit, forms.values(unit.code, 2021), in: name)
    let mark = FormMark(
      form: forms.pack.forms[0].code, version: forms.pack.forms[0].version, unit: unit.code,
      period: try #require(IssuedForms.period))
    #expect(FormMark(in: file.sheets) == mark, "\(name)")
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func everySchoolsFormIsBoundAsAFile(format: NewWorkbook.FileFormat) throws {
    let forms = try IssuedForms()
    for unit in forms.answered {
      let bytes = try forms.filled(unit).workbook.bytes(as: format)
      try Self.expectBound(bytes, "\(unit.code).\(format.rawValue)", forms, unit)
    }
  }

  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func sameFormHasTheSameBytes(format: NewWorkbook.FileFormat) throws {
    let forms = try IssuedForms()
    let unit = try #require(forms.answered.first)
    #expect(
      try forms.issued(unit).workbook.bytes(as: format)
        == forms.issued(unit).workbook.bytes(as: format))
  }

  @Test(
    .enabled(if: OtherProgram.libreOffice.isInstalled, "soffice is not installed"),
    arguments: NewWorkbook.FileFormat.allCases)
  func formSavedByLibreOfficeIsBound(format: NewWorkbook.FileFormat) throws {
    try Self.expectBound(whenSavedBy: .libreOffice, from: format)
  }

  @Test(
    .enabled(if: OtherProgram.gnumeric.isInstalled, "ssconvert is not installed"),
    arguments: NewWorkbook.FileFormat.allCases)
  func formSavedByGnumericIsBound(format: NewWorkbook.FileFormat) throws {
    try Self.expectBound(whenSavedBy: .gnumeric, from: format)
  }

  private static func expectBound(
    whenSavedBy program: OtherProgram, from format: NewWorkbook.FileFormat
  ) throws {
    let forms = try IssuedForms()
    let units = Array(forms.answered.prefix(3))
    let files = try units.map { unit in
      let bytes = try forms.filled(unit).workbook.bytes(as: format)
      return (name: "\(unit.code).\(format.rawValue)", bytes: bytes)
    }
    for target in NewWorkbook.FileFormat.allCases {
      let saved = try program.saved(files, as: target.rawValue)
      for (unit, bytes) in zip(units, saved) {
        try expectBound(
          bytes, "\(program) \(unit.code) \(format) to \(target)", forms, unit)
      }
    }
  }
}
