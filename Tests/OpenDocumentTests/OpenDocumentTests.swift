import Archives
import Markup
import OpenDocument
import Testing

@Suite struct OpenDocumentTests {
  private func element(_ xml: String) throws -> Element? {
    Element(try MarkupNode(reading: Array(xml.utf8)))
  }

  @Test func readsNamesByNamespaceWhateverTheirPrefix() throws {
    let read = try element(
      "<o:p xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" o:style-name=\"A\">x</o:p>")
    #expect(read == Element("text:p", ["text:style-name": "A"], text: "x"))
  }

  @Test func leavesExtensionsOutAndKeepsTheirText() throws {
    let read = try element(
      """
      <text:p xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" \
      loext:marker="1">a<loext:control><text:span>b</text:span></loext:control></text:p>
      """)
    #expect(read?.attributes == [])
    #expect(read?.elements.map(\.name) == ["text:span"])
    #expect(read?.text == "ab")
    #expect(try element("<html/>") == nil)
  }

  @Test func declaresTheNamespacesThatItUsesAndNoOthers() {
    let xml = String(decoding: Element("text:p", ["fo:color": "a\"<&\n"]).xml(), as: UTF8.self)
    #expect(
      xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <text:p fo:color="a&quot;&lt;&amp;&#10;" \
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"/>
        """)
  }

  @Test func setsAndRemovesAttributesInPlace() {
    var element = Element("text:p", ["a": "1", "b": nil, "c": "3"])
    element["a"] = "2"
    element["c"] = nil
    element["d"] = "4"
    #expect(element == Element("text:p", ["a": "2", "d": "4"]))
  }

  @Test(arguments: [
    (OpenDocumentPackage.Kind.text, "application/vnd.oasis.opendocument.text"),
    (.spreadsheet, "application/vnd.oasis.opendocument.spreadsheet"),
  ])
  func packsTheMediaTypeStoredAndFirst(kind: OpenDocumentPackage.Kind, type: String) throws {
    let package = OpenDocumentPackage(
      kind: kind, content: Element("office:document-content"),
      styles: Element("office:document-styles"),
      metadata: Metadata(title: "Т", created: "2021-01-01T00:00:00Z"),
      charts: [
        .init(
          name: "Object 1", content: Element("office:document-content"),
          styles: Element("office:document-styles"))
      ], attachments: [.init(path: "Pictures/1.png", mediaType: "image/png", bytes: [1, 2])])
    let bytes = try package.bytes()
    // Local header of 30 bytes without extra field, then name, then stored content.
    #expect(bytes[26...29] == [8, 0, 0, 0])
    #expect(bytes[30...].starts(with: ("mimetype" + type).utf8))
    let archive = try Archive(bytes: bytes)
    #expect(archive.parts.first?.isStored == true)
    #expect(
      archive.parts.map(\.name) == [
        "mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml",
        "Object 1/content.xml", "Object 1/styles.xml", "Pictures/1.png",
      ])
    #expect(try package.bytes() == bytes)
  }
}
