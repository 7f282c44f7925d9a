import Markup

/// A relation of a part: what it leads to.
struct XLSXRelation: Hashable, Sendable {
  var id: String
  /// The last step of the type's name, the same in the strict and the transitional namespace.
  var kind: String
  /// The part's name in the archive.
  var target: String
}

struct XLSXRelationsReceiver: MarkupReceiver {
  let folder: String
  let limit: Int
  var relations: [XLSXRelation] = []

  init(folder: String, limit: Int) {
    self.folder = folder
    self.limit = limit
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard element.token == XLSXName.relationship, let target = element.string(XLSXName.target),
      element.string(XLSXName.targetMode) != "External"
    else { return }
    guard relations.count < limit else {
      throw MarkupError(.tooLarge, line: element.line, detail: "more than \(limit) relations")
    }
    let kind = element.string(XLSXName.relationType).map { PartPath($0).file } ?? ""
    relations.append(
      XLSXRelation(
        id: element.string(XLSXName.id) ?? "", kind: kind,
        target: PartPath.resolved(target, from: folder)))
  }

  mutating func end(_ token: Int32) throws(MarkupError) {}
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}
}

/// The list of sheets and the epoch of dates; names and protection where they are asked for.
struct XLSXWorkbookReceiver: MarkupReceiver {
  struct Entry {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  let limits: SpreadsheetLimits
  let contents: WorkbookContents
  private(set) var sheets: [Entry] = []
  private(set) var is1904 = false
  private(set) var isStructureProtected = false
  private var names: XLSXDefinedNames

  init(limits: SpreadsheetLimits, contents: WorkbookContents = []) {
    self.limits = limits
    self.contents = contents
    names = XLSXDefinedNames(limits: limits)
  }

  /// In the order of the file; empty unless asked for.
  var definedNames: [DefinedName] { names.resolved(sheets: sheets.map(\.name)) }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.sheet:
      guard sheets.count < limits.sheets else {
        throw MarkupError(
          .tooLarge, line: element.line, detail: "more than \(limits.sheets) sheets")
      }
      sheets.append(
        Entry(
          name: element.string(XLSXName.name) ?? "",
          relation: element.string(XLSXName.relationID) ?? "",
          isHidden: element.string(XLSXName.state)?.lowercased().hasSuffix("hidden") ?? false))
    case XLSXName.workbookProperties:
      // An extension has an element of the same name without this attribute.
      if let flag = element.flag(XLSXName.date1904) { is1904 = flag }
    case XLSXName.definedName where contents.contains(.names): try names.start(element)
    case XLSXName.workbookProtection where contents.contains(.protection):
      isStructureProtected = element.flag(XLSXName.locksStructure) ?? false
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if token == XLSXName.definedName { names.end() }
  }
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    try names.text(bytes)
  }
}
