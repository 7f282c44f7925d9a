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
    for entry in sheets.entries {
      guard let part = entry.part else { continue }
      try book.pad(to: Self.lastStyle(package.bytes(of: part), part))
    }
  }

  /// The highest number of a format that a sheet names, though the workbook has none: cells that
  /// looked plain are not to take one of those that are added.
  private static func lastStyle(
    _ bytes: [UInt8], _ part: String
  ) throws(AnnotationRefusal) -> Int {
    var scanner = TagScanner(bytes, part: part)
    var last = 0
    while let tag = try scanner.next() {
      for attribute in tag.attributes(in: bytes) {
        let isStyle = ["s", "style"].contains { bytes[attribute.name].elementsEqual($0.utf8) }
        guard isStyle, let number = Int(MarkupText.said(bytes[attribute.value])) else { continue }
        last = max(last, number)
      }
    }
    return last
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
