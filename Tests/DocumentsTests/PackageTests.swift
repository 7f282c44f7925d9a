import Documents
import OpenDocument
import Testing

@Suite struct PackageTests {
  private func odt() throws -> [UInt8] {
    try Sample.template().render(Sample.record).odt(clock: Sample.clock)
  }

  @Test func givesTheSameBytesTwice() throws {
    #expect(try odt() == odt())
    let frame = try HTMLFrame(parsing: Sample.file("frame.html"), name: "frame.html")
    let document = try Sample.template().render(Sample.record)
    #expect(document.html(frame: frame) == document.html(frame: frame))
  }

  @Test func packsTheMediaTypeFirstAndListsEveryPart() throws {
    let bytes = try odt()
    let names = try Sample.partNames(of: bytes)
    #expect(names.prefix(2) == ["mimetype", "META-INF/manifest.xml"])
    // A reader finds the media type at byte 38, behind a local header without extra field.
    #expect(bytes[30...].starts(with: "mimetypeapplication/vnd.oasis.opendocument.text".utf8))
    let manifest = try Sample.part("META-INF/manifest.xml", of: bytes)
    let listed = manifest.elements.compactMap { $0["manifest:full-path"] }
    #expect(
      Set(listed) == Set(names.dropFirst(2)).union(["/", "Object 1/", "Object 2/", "Object 3/"]))
  }

  @Test func definesEveryStyleThatItUses() throws {
    let bytes = try odt()
    let parts = [
      try Sample.part("content.xml", of: bytes), try Sample.part("styles.xml", of: bytes),
    ]
    var defined: Set<String> = []
    var used: Set<String> = []
    for part in parts {
      part.visit { element in
        if let name = element["style:name"] { defined.insert(name) }
        for attribute in element.attributes
        where ["style-name", "page-layout-name", "master-page-name"].contains(
          where: attribute.name.hasSuffix)
          && !attribute.value.isEmpty
        {
          used.insert(attribute.value)
        }
      }
    }
    #expect(used.subtracting(defined) == [])
  }

  @Test func keepsPageStylesOfTheTemplateAndTheirHeaders() throws {
    let styles = try Sample.part("styles.xml", of: odt())
    let pages = styles.first("office:master-styles")?.elements ?? []
    #expect(pages.map { $0["style:name"] } == ["Standard", "First_20_Page", "Landscape"])
    #expect(pages[0].first("style:header")?.elements.first?["text:style-name"] == "MP1")
    #expect(
      styles.first("office:automatic-styles")?.elements.contains { $0["style:name"] == "MP1" }
        ?? false)
  }

  @Test func turnsThePageForAWideTableAndBackAfterIt() throws {
    let content = try Sample.part("content.xml", of: odt())
    let styles = content.first("office:automatic-styles")?.elements ?? []
    var masters: [String] = []
    content.first("office:body")?.first("office:text")?.visit { element in
      let name = element["text:style-name"] ?? element["table:style-name"]
      let style = styles.first { $0["style:name"] == name }
      if let master = style?["style:master-page-name"] { masters.append(master) }
    }
    #expect(masters == ["First_20_Page", "Landscape", "Standard"])
  }

  @Test func carriesNoCommentsChangesOrNamesOfAuthors() throws {
    let bytes = try odt()
    for name in try Sample.partNames(of: bytes) {
      let text = try String(decoding: Sample.bytes(name, of: bytes), as: UTF8.self)
      for forbidden in ["Кто-то", "замечание", "удалено", "loext", "{{"] {
        #expect(!text.contains(forbidden), "\(forbidden) in \(name)")
      }
    }
  }

  @Test func numbersTablesAndFiguresInTheirOrder() throws {
    var captions: [String] = []
    try Sample.part("content.xml", of: odt()).visit { element in
      if element.name == "text:p", element["text:style-name"]?.hasSuffix("_Caption") ?? false {
        captions.append(String(element.text.prefix(11)))
      }
    }
    #expect(
      captions == ["Таблица 1 –", "Рисунок 1 –", "Рисунок 2 –", "Рисунок 3 –", "Таблица 2 –"])
  }

  @Test func repeatsTheHeadOfATableAndKeepsItsRowsWhole() throws {
    let content = try Sample.part("content.xml", of: odt())
    var tables: [Element] = []
    content.visit { if $0["table:name"] == "Таблица 1" { tables.append($0) } }
    let head = tables.first?.first("table:table-header-rows")
    #expect(head?.elements.count == 2)
    #expect(
      head?.elements.first?.elements.map(\.name) == [
        "table:table-cell", "table:table-cell", "table:table-cell", "table:covered-table-cell",
      ])
    let row = content.first("office:automatic-styles")?.elements.first {
      $0["style:name"] == "SvodkaRow"
    }
    #expect(row?.first("style:table-row-properties")?["fo:keep-together"] == "always")
  }
}
