import Documents
import ExactNumbers
import Foundation
import Testing

/// A small document, part by part, as it was looked at in LibreOffice and a browser.
///
/// To renew a part, delete its file, run the tests twice and look at the difference in git: the run
/// that records fails.
@Suite struct GoldenTests {
  private static let body = """
    <text:p>Всего: {{ count }} {{ plural(count, "школа", "школы", "школ") }}</text:p>\
    <text:p>{{ block table }}</text:p><text:p>{{ block chart }}</text:p>
    """

  private func document() throws -> RenderedDocument {
    let template = try DocumentTemplate(
      parsing: Sample.flat(Self.body, title: "Малый документ"), name: "small.fodt")
    let table = Table(
      caption: "Итоги",
      columns: [Table.Column("Школа", width: 3), Table.Column("Доля, %", alignment: .end)],
      rows: [
        Table.Row([Table.Cell("№ 1"), Table.Cell("12,5", trace: "a/1", remark: "1 из 8")]),
        Table.Row([Table.Cell("Всего"), Table.Cell("12,5", trace: "a/1")], kind: .total),
      ], notes: ["Одна школа."])
    return try template.render([
      "count": 2, "table": .block(.table(table)), "chart": .block(.chart(Sample.byYear)),
    ])
  }

  @Test(arguments: [
    "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml", "Object 1/content.xml",
    "Object 1/styles.xml",
  ])
  func writesThePartOfASmallDocumentAsBefore(name: String) throws {
    let odt = try document().odt(clock: Sample.clock)
    try compare(Sample.bytes(name, of: odt), with: name.replacing("/", with: "-"))
  }

  @Test func writesTheSmallPageAsBefore() throws {
    let frame = try HTMLFrame(parsing: Sample.file("frame.html"), name: "frame.html")
    try compare(document().html(frame: frame), with: "page.html")
  }

  private func compare(_ bytes: [UInt8], with name: String) throws {
    // One element a line, so that a difference in git can be read.
    let text = String(decoding: bytes, as: UTF8.self).replacing("><", with: ">\n<")
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name)")
    guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it and run again")
      return
    }
    #expect(text == golden)
  }
}
