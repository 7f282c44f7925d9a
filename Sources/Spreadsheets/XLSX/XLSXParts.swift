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
      element.string(XLSXName.targetMode) != "External", relations.count < limit
    else { return }
    let kind = element.string(XLSXName.relationType)?.split(separator: "/").last ?? ""
    relations.append(
      XLSXRelation(
        id: element.string(XLSXName.id) ?? "", kind: String(kind), target: resolved(target)))
  }

  mutating func end(_ token: Int32) throws(MarkupError) {}
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}

  /// A target is relative to the part's folder, or absolute with "/"; "\\" is a separator too.
  private func resolved(_ target: String) -> String {
    let path = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
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

/// Shapes of cell formats, by their index.
struct XLSXStylesReceiver: MarkupReceiver {
  let limit: Int
  var shapes: [NumberShape] = []
  private var codes: [Int: NumberShape] = [:]
  private var isInCellFormats = false

  init(limit: Int) { self.limit = limit }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.numberFormat:
      guard codes.count < limit else {
        throw MarkupError(.tooLarge, line: element.line, detail: "more than \(limit) formats")
      }
      if let id = element.integer(XLSXName.numberFormatID),
        let code = element.string(XLSXName.formatCode)
      {
        codes[id] = NumberFormatCode.shape(of: code)
      }
    case XLSXName.cellFormats: isInCellFormats = true
    case XLSXName.format where isInCellFormats:
      guard shapes.count < limit else {
        throw MarkupError(.tooLarge, line: element.line, detail: "more than \(limit) formats")
      }
      let id = element.integer(XLSXName.numberFormatID) ?? 0
      shapes.append(codes[id] ?? NumberFormatCode.builtIn(id))
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if token == XLSXName.cellFormats { isInCellFormats = false }
  }
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}
}

/// The strings that cells share, runs joined, phonetic hints left out.
struct XLSXSharedStringsReceiver: MarkupReceiver {
  let limits: SpreadsheetLimits
  var strings: [String] = []
  /// The strings that look like numbers, by their places.
  var numberLike: Set<Int> = []
  private var bytes: [UInt8] = []
  private var total = 0
  private var isInText = false
  private var phoneticDepth = 0

  init(limits: SpreadsheetLimits) { self.limits = limits }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.sharedItem: bytes.removeAll(keepingCapacity: true)
    case XLSXName.text: isInText = phoneticDepth == 0
    case XLSXName.phonetic: phoneticDepth += 1
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.sharedItem:
      total += bytes.count
      guard strings.count < limits.sharedStrings, total <= limits.sharedBytes else {
        throw MarkupError(
          .tooLarge,
          detail: "more than \(limits.sharedStrings) strings or \(limits.sharedBytes) bytes")
      }
      if NumberLikeText.matches(bytes.span) { numberLike.insert(strings.count) }
      strings.append(XLSXText.decoded(bytes))
    case XLSXName.text: isInText = false
    case XLSXName.phonetic: phoneticDepth -= 1
    default: break
    }
  }

  mutating func text(_ span: borrowing Span<UInt8>) throws(MarkupError) {
    guard isInText else { return }
    guard bytes.count + span.count <= limits.textBytes else {
      throw MarkupError(.tooLong, detail: "a string is longer than \(limits.textBytes) bytes")
    }
    bytes.append(copying: span)
  }
}

/// The escapes of SpreadsheetML: `_x000D_` is a carriage return, `_x005F_` an underscore
/// (ECMA-376, 22.9.2.19).
enum XLSXText {
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    let text = Array(String(decoding: bytes, as: UTF8.self).utf16)
    var index = 0
    while index < text.count {
      if text[index] == 0x5F, index + 6 < text.count, text[index + 1] == 0x78,
        text[index + 6] == 0x5F,
        let unit = UInt16(String(decoding: text[index + 2..<index + 6], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        index += 7
      } else {
        units.append(text[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
