import Archives
import Findings
import Intake
import Testing

@Suite struct PackedFilesTests {
  private func packed(
    _ names: [String], content: [UInt8] = [1], limits: PackedLimits = PackedLimits()
  ) throws -> PackedFiles {
    var writer = try ArchiveWriter()
    for name in names { try writer.add(name, content) }
    return PackedFiles(path: "a.zip", hash: "h", bytes: try writer.finish(), limits: limits)
  }

  @Test(arguments: [
    ("форма.xlsx", "a.zip/форма.xlsx"), ("школа 1/форма.xlsx", "a.zip/школа 1/форма.xlsx"),
    ("../../etc/форма.xlsx", "a.zip/etc/форма.xlsx"), ("/форма.xlsx", "a.zip/форма.xlsx"),
    ("C:\\Формы\\форма.xlsx", "a.zip/C/Формы/форма.xlsx"), ("a/./b.ods", "a.zip/a/b.ods"),
    ("за\u{202E}ря.xlsx", "a.zip/заря.xlsx"), ("..", "a.zip/-"),
  ])
  func makesANameHarmless(name: String, path: String) throws {
    #expect(try packed([name]).members.map(\.path) == [path])
  }

  @Test func losesNoneOfTwoMembersOfOneName() throws {
    let packed = try packed(["a.xlsx", "../a.xlsx", "/a.xlsx"])
    #expect(packed.members.count == 3)
    #expect(Set(packed.members.map(\.path)).count == 3)
  }

  @Test func leavesOutWhatSystemsLeaveBehind() throws {
    let packed = try packed(["__MACOSX/._a.xlsx", "Thumbs.db", ".DS_Store", "a.xlsx", "folder/"])
    #expect(packed.members.map(\.path) == ["a.zip/a.xlsx"])
  }

  @Test func tellsFormsFromPictures() throws {
    #expect(try packed(["a.xlsx"]).holdForms)
    #expect(try !packed(["a.jpg", "b.pdf"]).holdForms)
  }

  @Test func stopsAtItsLimits() throws {
    var limits = PackedLimits()
    limits.members = 2
    let many = try packed(["a.xlsx", "b.xlsx", "c.xlsx"], limits: limits)
    #expect(many.members.isEmpty && many.findings.map(\.code) == ["file.archive-unread"])
    limits = PackedLimits()
    limits.totalBytes = 2_500
    let large = try packed(
      ["a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"], content: Array(repeating: 7, count: 1000),
      limits: limits)
    #expect(large.members.count == 2 && large.findings.map(\.code) == ["file.archive-unread"])
    limits = PackedLimits()
    limits.memberBytes = 999
    let heavy = try packed(
      ["a.xlsx"], content: Array(repeating: 7, count: 1000), limits: limits)
    #expect(heavy.members.isEmpty && heavy.holdForms)
    #expect(heavy.findings.first?.arguments["detail"] != nil)
  }
}
