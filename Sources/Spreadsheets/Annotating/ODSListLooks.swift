import OpenDocument

/// The styles of the list's cells and rows.
struct ODSListLooks {
  let title: String
  let head: String
  let heading: String
  let plain: String
  let kept: String
  let levels: [WorkbookAnnotation.Level: String]

  init(_ styles: inout ODSFillStyles) {
    title = styles.add(
      Self.look(wraps: true, weight: "bold", size: ListHeights.titleSize))
    head = styles.add(Self.look(wraps: true))
    heading = styles.add(
      Self.look(fill: "#E8E8E8", wraps: true, isFramed: true, weight: "bold"))
    plain = styles.add(Self.look(wraps: true, isFramed: true))
    kept = styles.add(Self.look(wraps: false))
    var levels: [WorkbookAnnotation.Level: String] = [:]
    for level in WorkbookAnnotation.Level.allCases {
      levels[level] = styles.add(
        Self.look(fill: "#" + level.fillColour, wraps: true, isFramed: true))
    }
    self.levels = levels
  }

  /// The font's size is stated: that of the workbook's own cells may be any.
  private static func look(
    fill: String? = nil, wraps: Bool, isFramed: Bool = false, weight: String? = nil,
    size: Double = ListHeights.size
  ) -> Element {
    let cell = Element(
      "style:table-cell-properties",
      [
        "fo:background-color": fill, "fo:border": isFramed ? "0.5pt solid #A0A0A0" : nil,
        "fo:padding": isFramed ? "0.5mm" : nil, "fo:wrap-option": wraps ? "wrap" : nil,
        "style:vertical-align": "top",
      ])
    let text = Element(
      "style:text-properties",
      [
        "fo:font-family": "'Liberation Sans'", "fo:font-size": told(size, "pt"),
        "fo:font-weight": weight,
      ])
    return Element("style:style", ["style:family": "table-cell"], elements: [cell, text])
  }

  /// A row of a height that is told by `told`. LibreOffice finds one of its own, except for cells
  /// that are merged.
  static func row(_ height: String, isMerged: Bool) -> Element {
    Element(
      "style:style", ["style:family": "table-row"],
      elements: [
        Element(
          "style:table-row-properties",
          ["style:row-height": height, "style:use-optimal-row-height": isMerged ? "false" : "true"])
      ])
  }

  /// In tenths of a millimetre, rounded up.
  static func told(_ millimetres: Double) -> String {
    told((millimetres * 10).rounded(.up) / 10, "mm")
  }

  private static func told(_ number: Double, _ unit: String) -> String {
    number == number.rounded() ? "\(Int(number))\(unit)" : "\(number)\(unit)"
  }
}
