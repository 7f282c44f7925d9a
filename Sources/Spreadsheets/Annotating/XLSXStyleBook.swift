import Markup

/// The style sheet of a workbook (ECMA-376, 18.8), to which fills and the cell formats that have
/// them are added. What stands in it keeps its place and number.
struct XLSXStyleBook {
  private var tree: PartTree
  private let formats: PartElement?
  private let xfs: [PartElement]
  private let fills: [PartElement]
  private var newFormats: [[UInt8]] = []
  private var added: [String: [[UInt8]]] = [:]
  private var counts: [String: Int] = [:]
  private var known: [Wanted: Int] = [:]
  private var fillNumbers: [XLSXFill: Int] = [:]

  private struct Wanted: Hashable {
    var style: Int
    var fill: XLSXFill
  }

  /// Cell formats of a workbook: what Excel keeps (its "specifications and limits").
  private static let mostFormats = 64_000

  /// The children of a style sheet in the order that its schema wants.
  private static let order = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]

  init(_ bytes: [UInt8], part: String) throws(AnnotationRefusal) {
    tree = try PartTree(bytes, part: part, levels: 4)
    formats = tree.child("cellXfs", of: tree.root)
    xfs = formats.map { [tree] in tree.children("xf", of: $0) } ?? []
    let list = tree.child("fills", of: tree.root)
    fills = list.map { [tree] in tree.children("fill", of: $0) } ?? []
    for name in ["fonts", "fills", "borders"] {
      counts[name] = tree.child(name, of: tree.root)?.children.count ?? 0
    }
  }

  /// A style sheet with nothing but what a workbook without one looks like.
  static func empty(namespace: String) -> [UInt8] {
    Array(
      (XLSXPackage.declaration + """
        <styleSheet xmlns="\(namespace)"><fonts count="1"><font><sz val="11"/>\
        <name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill>\
        <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
        </fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>\
        </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
        </cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" \
        xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" \
        builtinId="0"/></cellStyles></styleSheet>
        """).utf8)
  }

  /// The fill that a cell format has.
  func fill(of style: Int) -> XLSXFill {
    guard xfs.indices.contains(style),
      let number = tree.attribute("fillId", of: xfs[style]).flatMap(Int.init),
      fills.indices.contains(number)
    else { return .none }
    return XLSXFill(fills[number], in: tree)
  }

  /// The number of the cell format that is like another and has this fill.
  mutating func style(_ style: Int, filled fill: XLSXFill) throws(AnnotationRefusal) -> Int {
    let wanted = Wanted(style: xfs.indices.contains(style) ? style : 0, fill: fill)
    if let number = known[wanted] { return number }
    let fillNumber = number(of: fill)
    let format: [UInt8]
    if xfs.indices.contains(wanted.style) {
      format = clone(xfs[wanted.style], fillNumber)
    } else {
      var writer = MarkupWriter(declaration: false)
      writer.element(
        tree.prefix + "xf",
        [
          ("numFmtId", "0"), ("fontId", "0"), ("fillId", "\(fillNumber)"), ("borderId", "0"),
          ("applyFill", "1"),
        ])
      format = writer.bytes
    }
    let number = try append(format)
    known[wanted] = number
    return number
  }

  private func clone(_ element: PartElement, _ fill: Int) -> [UInt8] {
    let bytes = Array(tree.bytes[element.range])
    // Only the tag is looked at, whose places are told from the start of the part.
    let shift = element.range.lowerBound
    let tag = ScannedTag(
      kind: element.tag.kind, range: 0..<element.tag.range.count,
      name: element.tag.name.lowerBound - shift..<element.tag.name.upperBound - shift)
    var splices = ByteSplices()
    splices.set("fillId", "\(fill)", of: tag, in: bytes)
    splices.set("applyFill", "1", of: tag, in: bytes)
    return splices.applied(to: bytes)
  }

  /// Adds a cell format as it is.
  mutating func append(_ format: [UInt8]) throws(AnnotationRefusal) -> Int {
    if xfs.isEmpty, newFormats.isEmpty {
      // Number 0 is what all cells without a format have.
      newFormats.append(
        Array(
          #"<\#(tree.prefix)xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#.utf8))
    }
    let number = xfs.count + newFormats.count
    guard number < Self.mostFormats else {
      throw AnnotationRefusal(
        .limit, part: tree.part, detail: "has \(number) cell formats already")
    }
    newFormats.append(format)
    return number
  }

  /// The number of a fill, which is added where there is none like it.
  mutating func number(of fill: XLSXFill) -> Int {
    if let number = fillNumbers[fill] { return number }
    var number = fills.firstIndex { XLSXFill($0, in: tree) == fill }
    if fill == .none, fills.isEmpty { number = 0 }
    let found = number ?? add(fill.markup(prefix: tree.prefix), to: "fills")
    fillNumbers[fill] = found
    return found
  }

  /// Adds a font, a fill or a border; its number.
  mutating func add(_ markup: [UInt8], to list: String) -> Int {
    if counts[list] == 0, list == "fills" {
      // Programs take the first two for these whatever they are.
      added[list] = [
        XLSXFill.none.markup(prefix: tree.prefix),
        XLSXFill(pattern: "gray125").markup(prefix: tree.prefix),
      ]
    } else if counts[list] == 0 {
      added[list] = [Array("<\(tree.prefix)\(list == "fonts" ? "font" : "border")/>".utf8)]
    }
    let number = max(counts[list] ?? 0, added[list, default: []].count)
    added[list, default: []].append(markup)
    counts[list] = number + 1
    return number
  }

  /// "x:" or "".
  var prefix: String { tree.prefix }
  /// Whether cell formats can name the cell style that they come from.
  var hasCellStyles: Bool {
    tree.child("cellStyleXfs", of: tree.root)?.children.isEmpty == false
  }

  /// The part with all that was added.
  consuming func finish() -> [UInt8] {
    for name in ["fonts", "fills", "borders"] { write(added[name] ?? [], to: name) }
    write(newFormats, to: "cellXfs")
    return tree.finish()
  }

  private mutating func write(_ items: [[UInt8]], to name: String) {
    guard !items.isEmpty else { return }
    let joined = items.flatMap { $0 }
    if let list = tree.child(name, of: tree.root) {
      if tree.attribute("count", of: list) != nil {
        let count = list.children.filter { !tree.isNamed($0, "extLst") }.count + items.count
        tree.set("count", "\(count)", of: list)
      }
      tree.append(joined, to: list)
      return
    }
    let element =
      Array("<\(tree.prefix)\(name) count=\"\(items.count)\">".utf8) + joined
      + "</\(tree.prefix)\(name)>".utf8
    let behind = Self.order.drop { $0 != name }.dropFirst()
    if let next = tree.root.children.first(where: { behind.contains(tree.name(of: $0)) }) {
      tree.splices.insert(element, at: next.range.lowerBound)
    } else if !tree.root.isEmpty {
      tree.splices.insert(element, at: tree.root.end)
    }
  }
}
