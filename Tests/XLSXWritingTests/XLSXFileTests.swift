import Testing
import XLSXWriting

@Suite struct XLSXFileTests {
  @Test func makesTheSameFileTwice() throws {
    #expect(try small() == small())
    #expect(try small().starts(with: [0x50, 0x4B, 3, 4]))
  }

  private func small() throws -> [UInt8] {
    var file = try XLSXFile(title: "Т", created: 1_612_000_000)
    let sheet = try file.addSheet("Лист 1")
    let format = try file.addFormat(XLSXFormat())
    try file.write(.text("а"), row: 1, column: 1, sheet: sheet, format: format)
    return try file.finish()
  }

  @Test func saysWhatTheLibraryRefuses() throws {
    #expect(throws: XLSXWritingError.self) { try XLSXFile(title: "Т", created: 0).finish() }
    var file = try XLSXFile(title: "Т", created: 1)
    let long = String(repeating: "я", count: 32)
    #expect(code { try file.addSheet(long) } == .refused)
    let sheet = try file.addSheet("А")
    #expect(code { try file.addSheet("А") } == .refused)
    let format = try file.addFormat(XLSXFormat())
    let text = XLSXContent.text(String(repeating: "я", count: 32_768))
    #expect(
      code { try file.write(text, row: 1, column: 1, sheet: sheet, format: format) } == .refused)
    let list = XLSXValidation(
      rule: .list([String(repeating: "я", count: 256)]), refusal: .init(title: "", text: ""))
    let area = XLSXArea(rows: 1...2, columns: 1...1)
    #expect(code { try file.addValidation(list, in: area, sheet: sheet) } == .refused)
  }

  @Test func saysWhatIsOutsideOfTheFile() throws {
    var file = try XLSXFile(title: "Т", created: 1)
    let sheet = try file.addSheet("А")
    let format = try file.addFormat(XLSXFormat())
    #expect(
      code { try file.write(.blank, row: 0, column: 1, sheet: sheet, format: format) } == .outside)
    #expect(
      code { try file.write(.blank, row: 1, column: 16_385, sheet: sheet, format: format) }
        == .outside)
    #expect(
      code { try file.write(.blank, row: 1, column: 1, sheet: 1, format: format) } == .outside)
    #expect(
      code { try file.write(.blank, row: 1, column: 1, sheet: sheet, format: -1) } == .outside)
  }

  private func code(_ body: () throws -> some Any) -> XLSXWritingError.Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? XLSXWritingError)?.code
    }
  }
}
