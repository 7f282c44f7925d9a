import Markup

/// The cell formats of the list, added to the style sheet of the workbook.
struct XLSXListStyles {
  let plain: Int
  let head: Int
  let title: Int
  let heading: Int
  let text: Int
  let link: Int
  let levels: [WorkbookAnnotation.Level: Int]

  init(in book: inout XLSXStyleBook) throws(AnnotationRefusal) {
    let prefix = book.prefix
    let bold = book.add(Self.font(prefix, size: "10", marks: ["b"]), to: "fonts")
    let large = book.add(Self.font(prefix, size: "13", marks: ["b"]), to: "fonts")
    let usual = book.add(Self.font(prefix, size: "10"), to: "fonts")
    let blue = book.add(
      Self.font(prefix, size: "10", marks: ["u"], colour: "FF0563C1"), to: "fonts")
    let frame = book.add(Self.border(prefix), to: "borders")
    let empty = book.add(Self.border(prefix, style: nil), to: "borders")
    let grey = XLSXFill(
      pattern: "solid", foreground: ["rgb=FFE7E6E6"], background: ["indexed=64"])
    plain = try book.add(font: usual, border: empty, fill: .none, wraps: nil)
    head = try book.add(font: usual, border: empty, fill: .none, wraps: "1")
    title = try book.add(font: large, border: empty, fill: .none, wraps: "1")
    heading = try book.add(font: bold, border: frame, fill: grey, wraps: "1")
    text = try book.add(font: usual, border: frame, fill: .none, wraps: "1")
    link = try book.add(font: blue, border: frame, fill: .none, wraps: "1")
    var levels: [WorkbookAnnotation.Level: Int] = [:]
    for level in WorkbookAnnotation.Level.allCases {
      levels[level] = try book.add(
        font: usual, border: frame, fill: XLSXFill(level), wraps: "1")
    }
    self.levels = levels
  }

  private static func font(
    _ prefix: String, size: String, marks: [String] = [], colour: String? = nil
  ) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.start(prefix + "font")
    for mark in marks { writer.element(prefix + mark) }
    writer.element(prefix + "sz", [("val", size)])
    if let colour { writer.element(prefix + "color", [("rgb", colour)]) }
    writer.element(prefix + "name", [("val", "Arial")])
    writer.element(prefix + "family", [("val", "2")])
    writer.end()
    return writer.bytes
  }

  private static func border(_ prefix: String, style: String? = "thin") -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.start(prefix + "border")
    for side in ["left", "right", "top", "bottom"] {
      writer.start(prefix + side, style.map { [("style", $0)] } ?? [])
      if style != nil { writer.element(prefix + "color", [("rgb", "FFBFBFBF")]) }
      writer.end()
    }
    writer.element(prefix + "diagonal")
    writer.end()
    return writer.bytes
  }
}

extension XLSXStyleBook {
  /// Adds a cell format of the list.
  /// - Parameter wraps: "1" for long texts in lines from the top on; nil for one line.
  fileprivate mutating func add(
    font: Int, border: Int, fill: XLSXFill, wraps: String?
  ) throws(AnnotationRefusal) -> Int {
    var writer = MarkupWriter(declaration: false)
    var attributes = [
      ("numFmtId", "0"), ("fontId", "\(font)"), ("fillId", "\(number(of: fill))"),
      ("borderId", "\(border)"),
    ]
    if hasCellStyles { attributes.append(("xfId", "0")) }
    attributes += [
      ("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1"), ("applyAlignment", "1"),
    ]
    writer.start(prefix + "xf", attributes)
    if let wraps {
      writer.element(prefix + "alignment", [("vertical", "top"), ("wrapText", wraps)])
    }
    writer.end()
    return try append(writer.bytes)
  }
}
