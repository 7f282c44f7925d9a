import OpenDocument

extension NewWorkbook {
  /// A workbook that was checked, as ODS: OpenDocument 1.3 without extensions.
  var openDocument: OpenDocumentPackage {
    var book = ODSStyleBook()
    var validations = ODSValidationBook()
    let tables = sheets.enumerated().map { number, sheet in
      ODSTable(sheet: sheet, number: number).element(&book, &validations)
    }
    return OpenDocumentPackage(
      kind: .spreadsheet, content: content(tables, book, validations),
      styles: ODSPages.styles(highlights: book.highlights),
      metadata: Metadata(title: NewText.clean(title), created: created),
      settings: ODSViewSettings.element(of: self))
  }

  private func content(
    _ tables: [Element], _ book: ODSStyleBook, _ validations: ODSValidationBook
  ) -> Element {
    let heads = validations.elements.isEmpty ? [] : [validations.container]
    return Element(
      "office:document-content", ["office:version": "1.3"],
      elements: [
        ODSPages.fonts, Element("office:automatic-styles", elements: book.elements),
        Element(
          "office:body",
          elements: [
            Element("office:spreadsheet", elements: heads + tables + ODSFilters.elements(of: self))
          ]),
      ])
  }
}
