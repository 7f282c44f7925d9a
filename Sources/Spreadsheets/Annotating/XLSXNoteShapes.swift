import Markup

/// The boxes that comments are shown in (ECMA-376, part 4, 19: VML), without which Excel shows
/// none. Form controls and pictures of the same part keep every byte.
///
/// Excel reads VML less strictly than XML, and writes it so: only tags are looked at.
struct XLSXNoteShapes {
  private let part: String
  private let bytes: [UInt8]
  private let root: ScannedTag
  private var shapes: [(cell: CellAddress?, range: Range<Int>)] = []
  private var hasType = false
  private var lastNumber: Int
  private var splices = ByteSplices()
  private var writer = MarkupWriter(declaration: false)

  private static let type = "_x0000_t202"
  private static let stem = "_x0000_s"
  private static let namespaces = [
    ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
  ]

  /// - Parameter number: of the drawing in the workbook, from 1: shapes are numbered from 1024
  ///   times it on.
  static func empty(number: Int) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.start("xml", namespaces.map { ("xmlns:" + $0, $1) })
    writer.start("o:shapelayout", [("v:ext", "edit")])
    writer.element("o:idmap", [("v:ext", "edit"), ("data", "\(number)")])
    writer.end()
    writer.end()
    return writer.bytes
  }

  init(_ bytes: [UInt8], part: String, number: Int) throws(AnnotationRefusal) {
    try PartEncoding.check(bytes, part: part)
    var scanner = TagScanner(bytes, part: part)
    guard let root = try scanner.next(), root.kind == .start else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "holds no drawing")
    }
    self.part = part
    self.bytes = bytes
    self.root = root
    lastNumber = 1_024 * number
    try findShapes(&scanner)
  }

  private mutating func findShapes(_ scanner: inout TagScanner) throws(AnnotationRefusal) {
    let shape = prefix(0) + "shape"
    let type = prefix(0) + "shapetype"
    let client = prefix(2)
    var begin: ScannedTag?
    var row: Int?
    var column: Int?
    while let tag = try scanner.next() {
      let name = String(decoding: bytes[tag.name], as: UTF8.self)
      switch (tag.kind, name) {
      case (.start, shape):
        begin = tag
        row = nil
        column = nil
        note(tag)
      case (.start, type), (.empty, type):
        if tag.value(of: "id", in: bytes) == Self.type { hasType = true }
      case (.start, client + "Row"): row = integer(behind: tag)
      case (.start, client + "Column"): column = integer(behind: tag)
      case (.end, shape):
        guard let open = begin.take() else { continue }
        let cell = row.flatMap { row in
          column.map { CellAddress(row: row + 1, column: $0 + 1) }
        }
        shapes.append((cell, open.range.lowerBound..<tag.range.upperBound))
      default: continue
      }
    }
  }

  /// Numbers of shapes that are taken.
  private mutating func note(_ tag: ScannedTag) {
    for name in ["id", prefix(1) + "spid"] {
      guard let id = tag.value(of: name, in: bytes), id.hasPrefix(Self.stem),
        let number = Int(id.dropFirst(Self.stem.count)), number < Int(Int32.max)
      else { continue }
      lastNumber = max(lastNumber, number)
    }
  }

  /// From 0; a number beyond any sheet is none.
  private func integer(behind tag: ScannedTag) -> Int? {
    let digits = bytes[tag.range.upperBound...].prefix(20)
      .drop { TagScanner.isSpace($0) }.prefix { $0 >= 48 && $0 <= 57 }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 < 9_999_999 ? $0 : nil }
  }

  /// The prefix of one of the namespaces, with ":".
  private func prefix(_ place: Int) -> String {
    let (usual, namespace) = Self.namespaces[place]
    return root.prefix(of: namespace, in: bytes) ?? usual + ":"
  }

  mutating func remove(_ cells: Set<CellAddress>) {
    for (cell, range) in shapes {
      if let cell, cells.contains(cell) { splices.remove(range) }
    }
  }

  /// Adds a box for the comment of a cell, hidden until the mouse is over it.
  mutating func add(_ text: String, at cell: CellAddress, columns: XLSXColumns) {
    if !hasType { writeType() }
    hasType = true
    lastNumber += 1
    let (v, o, x) = (prefix(0), prefix(1), prefix(2))
    writer.start(
      v + "shape",
      declared() + [
        ("id", Self.stem + "\(lastNumber)"), ("type", "#" + Self.type),
        ("style", "position:absolute;margin-left:59.25pt;margin-top:1.5pt;visibility:hidden"),
        ("fillcolor", "#ffffe1"), (o + "insetmode", "auto"),
      ])
    writer.element(v + "fill", [("color2", "#ffffe1")])
    writer.element(v + "shadow", [("on", "t"), ("color", "black"), ("obscured", "t")])
    writer.element(v + "path", [(o + "connecttype", "none")])
    writer.start(v + "textbox", [("style", "mso-direction-alt:auto")])
    writer.element("div", [("style", "text-align:left")])
    writer.end()
    writer.start(x + "ClientData", [("ObjectType", "Note")])
    writer.element(x + "MoveWithCells")
    writer.element(x + "SizeWithCells")
    writer.element(
      x + "Anchor", text: XLSXNoteAnchor(text, at: cell, columns: columns).description)
    writer.element(x + "AutoFill", text: "False")
    writer.element(x + "Row", text: "\(cell.row - 1)")
    writer.element(x + "Column", text: "\(cell.column - 1)")
    writer.end()
    writer.end()
  }

  private mutating func writeType() {
    let (v, o) = (prefix(0), prefix(1))
    writer.start(
      v + "shapetype",
      declared() + [
        ("id", Self.type), ("coordsize", "21600,21600"), (o + "spt", "202"),
        ("path", "m,l,21600r21600,l21600,xe"),
      ])
    writer.element(v + "stroke", [("joinstyle", "miter")])
    writer.element(v + "path", [("gradientshapeok", "t"), (o + "connecttype", "rect")])
    writer.end()
  }

  /// Namespaces that the part does not declare at its root.
  private func declared() -> [(String, String)] {
    Self.namespaces.filter { root.prefix(of: $0.1, in: bytes) == nil }
      .map { ("xmlns:" + $0.0, $0.1) }
  }

  /// - Throws: `.unsplicable` where the part has no end.
  consuming func finish() throws(AnnotationRefusal) -> [UInt8] {
    let end = Array("</".utf8) + bytes[root.name]
    var place = bytes.count - end.count
    while place >= 0, !bytes[place..<place + end.count].elementsEqual(end) { place -= 1 }
    guard place >= root.range.upperBound else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "the drawing does not end")
    }
    splices.insert(writer.bytes, at: place)
    return splices.applied(to: bytes)
  }
}
