import Archives
import Markup
import OpenDocument

/// A filled document before it is bytes. The same value always gives the same bytes.
package struct RenderedDocument: Sendable {
  let template: FlatTemplate
  /// Name of the template, for errors.
  let name: String
  let title: String
  let body: [FilledNode]
  /// `office:master-styles`, filled.
  let masters: Element

  /// An ODT package. `clock` is the time of the run in ISO 8601, "2021-02-01T10:00:00Z"; it is
  /// the document's date of creation.
  package func odt(clock: String) throws(DocumentError) -> [UInt8] {
    let package = self.package(clock: clock)
    do throws(ArchiveError) {
      return try package.bytes()
    } catch {
      throw DocumentError(.unwritable, template: name, message: error.description)
    }
  }

  /// One HTML file that needs nothing else.
  package func html(frame: HTMLFrame) -> [UInt8] {
    var html = HTMLWriter(book: StyleBook(template), nodes: body)
    var writer = MarkupWriter(declaration: false)
    for element in html.page(body) {
      element.writeHTML(to: &writer)
      writer.text("\n")
    }
    return frame.page(title: title, styles: HTMLStyles.text, body: writer.bytes)
  }

  /// The parts of the ODT file.
  func package(clock: String) -> OpenDocumentPackage {
    let book = StyleBook(template)
    let pages = PageStyles(template, masters: masters, book)
    var writer = TextDocumentWriter(book: book, pages: pages)
    var names = UniqueNames()
    let text = Element(
      "office:text", elements: writer.text(body).compactMap { names.renamed($0) })
    let added = writer.styles
    let all = template.automatic.elements + pages.addedLayouts
    let content = Element(
      "office:document-content", ["office:version": "1.3"],
      elements: [
        template.fonts,
        Element(
          "office:automatic-styles",
          elements: StyleSplit(all + added.automatic).used(by: [text])),
        Element("office:body", elements: [text]),
      ])
    var common = template.common
    common.children += added.common.map(Element.Node.element)
    let styles = Element(
      "office:document-styles", ["office:version": "1.3"],
      elements: [
        template.fonts, common,
        Element(
          "office:automatic-styles", elements: StyleSplit(all).used(by: [pages.masters, common])),
        pages.masters,
      ])
    return OpenDocumentPackage(
      kind: .text, content: content, styles: styles,
      metadata: Metadata(title: title, subject: template.subject, created: clock),
      charts: writer.charts, attachments: writer.attachments)
  }
}
