import OpenDocument

extension ODSStyleBook.Look {
  /// - Parameter format: the name of its data style.
  func element(_ name: String, format: String?) -> Element {
    var element = Element(
      "style:style",
      [
        "style:name": name, "style:family": "table-cell", "style:parent-style-name": "Default",
        "style:data-style-name": format,
      ],
      elements: [style.cellProperties, style.paragraphProperties, style.textProperties])
    element.children += highlights.map { highlight in
      .element(
        Element(
          "style:map",
          [
            "style:condition": "is-true-formula(\(highlight.condition))",
            "style:apply-style-name": highlight.name, "style:base-cell-address": highlight.base,
          ]))
    }
    return element
  }
}

extension CellStyle {
  fileprivate var cellProperties: Element {
    Element(
      "style:table-cell-properties",
      [
        "fo:background-color": fill?.css, "fo:border": border.map { "0.75pt solid " + $0.css },
        "style:vertical-align": vertical.css, "fo:wrap-option": wraps ? "wrap" : "no-wrap",
        "style:text-align-source": alignment == nil ? "value-type" : "fix",
        "style:cell-protect": isLocked ? "protected" : "none",
        // LibreOffice's own 0.35 mm at the sides put texts against the lines.
        "fo:padding-left": "0.6mm", "fo:padding-right": "0.6mm", "fo:padding-top": "0.35mm",
        "fo:padding-bottom": "0.35mm",
      ])
  }

  fileprivate var paragraphProperties: Element {
    Element(
      "style:paragraph-properties",
      [
        "fo:text-align": alignment,
        "fo:margin-left": indent > 0 ? "\(Double(indent) * Self.indentStep)mm" : nil,
      ])
  }

  fileprivate var textProperties: Element {
    Element(
      "style:text-properties",
      [
        "fo:color": colour.css, "fo:font-size": "\(size)pt",
        "fo:font-style": isItalic ? "italic" : "normal",
        "fo:font-weight": isBold ? "bold" : "normal",
      ])
  }

  /// The common style of a highlight.
  func highlight(_ name: String) -> Element {
    Element(
      "style:style",
      [
        "style:name": name, "style:family": "table-cell", "style:parent-style-name": "Default",
      ],
      elements: [
        Element("style:table-cell-properties", ["fo:background-color": fill?.css]),
        Element(
          "style:text-properties",
          ["fo:color": colour.css, "fo:font-weight": isBold ? "bold" : nil]),
      ])
  }

  /// Millimetres of a step: three spaces, as in Excel.
  static let indentStep = 3.2

  /// Nil: numbers to the right, texts to the left.
  private var alignment: String? {
    switch horizontal {
    case .standard: indent > 0 ? "start" : nil
    case .left: "start"
    case .centre: "center"
    case .right: "end"
    }
  }
}

extension CellStyle.Vertical {
  fileprivate var css: String {
    switch self {
    case .top: "top"
    case .middle: "middle"
    case .bottom: "bottom"
    }
  }
}

extension CellStyle.Colour {
  fileprivate var css: String { "#" + hexadecimal.lowercased() }
}
