import OpenDocument

/// What `styles.xml` says: the look of cells that nothing is said of, and the paper.
enum ODSPages {
  static let font = "Liberation Sans"

  static let fonts = Element(
    "office:font-face-decls",
    elements: [
      Element(
        "style:font-face",
        [
          "style:name": font, "svg:font-family": "'\(font)'",
          "style:font-family-generic": "swiss", "style:font-pitch": "variable",
        ])
    ])

  /// The name of the master page.
  static func name(_ orientation: NewSheet.Orientation) -> String {
    switch orientation {
    case .portrait: "Default"
    case .landscape: "Landscape"
    }
  }

  static func styles(highlights: [Element]) -> Element {
    let orientations: [NewSheet.Orientation] = [.portrait, .landscape]
    return Element(
      "office:document-styles", ["office:version": "1.3"],
      elements: [
        fonts,
        Element("office:styles", elements: [defaultStyle, plain] + highlights),
        Element("office:automatic-styles", elements: orientations.map(layout)),
        Element("office:master-styles", elements: orientations.map(master)),
      ])
  }

  /// The font stands here and not in «Default»: a highlight would take it over from there.
  private static let defaultStyle = Element(
    "style:default-style", ["style:family": "table-cell"],
    elements: [
      Element(
        "style:text-properties",
        [
          "style:font-name": font, "fo:font-size": "11pt", "fo:language": "ru",
          "fo:country": "RU",
        ])
    ])

  private static let plain = Element(
    "style:style", ["style:name": "Default", "style:family": "table-cell"])

  private static func layoutName(_ orientation: NewSheet.Orientation) -> String {
    "Page" + name(orientation)
  }

  /// A4, one page wide.
  private static func layout(_ orientation: NewSheet.Orientation) -> Element {
    let (width, height, word) =
      switch orientation {
      case .portrait: ("210mm", "297mm", "portrait")
      case .landscape: ("297mm", "210mm", "landscape")
      }
    return Element(
      "style:page-layout", ["style:name": layoutName(orientation)],
      elements: [
        Element(
          "style:page-layout-properties",
          [
            "fo:page-width": width, "fo:page-height": height, "style:print-orientation": word,
            "fo:margin-left": "\(PageMargins.left)mm", "fo:margin-right": "\(PageMargins.right)mm",
            "fo:margin-top": "\(PageMargins.top)mm",
            "fo:margin-bottom": "\(PageMargins.bottom)mm", "style:scale-to-X": "1",
            "style:print": "charts drawings objects zero-values",
          ])
      ])
  }

  /// Without header and footer, which LibreOffice adds to a page that does not say so.
  private static func master(_ orientation: NewSheet.Orientation) -> Element {
    Element(
      "style:master-page",
      [
        "style:name": name(orientation), "style:page-layout-name": layoutName(orientation),
      ],
      elements: ["style:header", "style:footer"].map { Element($0, ["style:display": "false"]) })
  }
}
