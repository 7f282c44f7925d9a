/// The style sheet of a workbook and the part that it stands in; one is added where there is none.
struct XLSXStylePart {
  var book: XLSXStyleBook
  private let part: String
  private let isNew: Bool

  private static let type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

  init(_ package: inout XLSXPackage, _ sheets: XLSXSheetEntries) throws(AnnotationRefusal) {
    let related = sheets.relations.first { $0.kind == "styles" }?.target
    if let related, package.holds(related) {
      part = related
      isNew = false
      book = try XLSXStyleBook(package.bytes(of: related), part: related)
      return
    }
    isNew = true
    part = related ?? package.freshName(package.workbookFolder + "styles", ".xml")
    book = try XLSXStyleBook(XLSXStyleBook.empty(namespace: sheets.namespace), part: part)
    if related == nil { _ = try package.relate(package.workbook, to: part, kind: "styles") }
  }

  consuming func put(_ package: inout XLSXPackage) {
    let part = part
    let isNew = isNew
    let bytes = book.finish()
    if isNew {
      package.add(part, bytes, type: Self.type)
    } else {
      package.put(part, bytes)
    }
  }
}
