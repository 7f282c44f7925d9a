import OpenDocument

/// The sheet that lists what is said, as a table of OpenDocument.
struct ODSListTable {
  let list: WorkbookAnnotation.List
  /// As it is free in the workbook.
  let name: String
  /// Lines of the hidden column, by which the next copy knows what this one did.
  let kept: [String]
  /// The sheets that links may lead to.
  let sheets: Set<String>

  /// Names of its styles.
  private struct Looks {
    var row: String
    var title: String
    var head: String
    var heading: String
    var plain: String
    var levels: [WorkbookAnnotation.Level: String]
  }

  func element(_ styles: inout ODSFillStyles) -> Element {
    let looks = Self.looks(&styles)
    let columns = list.widths.map { width in
      Element("table:table-column", ["table:style-name": styles.add(Self.column(width))])
    }
    let hidden = Element("table:table-column", ["table:visibility": "collapse"])
    var rows = list.head.enumerated().map { index, text in
      [cell(text, index == 0 ? looks.title : looks.head)]
    }
    rows.append([])
    rows.append(list.titles.map { cell($0, looks.heading) })
    rows += list.rows.prefix(ODSAnnotationLimits.rows).map { cells(of: $0, looks) }
    return Element(
      "table:table", ["table:name": name],
      elements: columns + [hidden] + lines(rows, [ODSFormerList.marker] + kept, looks))
  }

  /// Rows with what is kept behind what is shown.
  private func lines(_ shown: [[Element]], _ kept: [String], _ looks: Looks) -> [Element] {
    (0..<max(shown.count, kept.count)).map { index in
      let isShown = index < shown.count
      var cells = isShown ? shown[index] : []
      let missing = list.widths.count - cells.count
      if index < kept.count {
        if missing > 0 {
          cells.append(
            Element("table:table-cell").repeated("table:number-columns-repeated", missing))
        }
        cells.append(cell(kept[index], looks.head))
      }
      if cells.isEmpty { cells.append(Element("table:table-cell")) }
      return Element(
        "table:table-row",
        ["table:style-name": looks.row, "table:visibility": isShown ? nil : "collapse"],
        elements: cells)
    }
  }

  private func cells(of row: WorkbookAnnotation.Row, _ looks: Looks) -> [Element] {
    row.texts.prefix(list.widths.count).enumerated().map { column, text in
      let look = column == 0 ? looks.levels[row.level] ?? looks.plain : looks.plain
      return cell(text, look, link: column == list.linkColumn ? row.link : nil)
    }
  }

  private func cell(
    _ text: String, _ look: String, link: WorkbookAnnotation.Place? = nil
  ) -> Element {
    let text = NewText.clean(ODSAnnotationLimits.shortened(text, to: ODSAnnotationLimits.text))
    let target = link.flatMap { sheets.contains($0.sheet) ? Self.target($0) : nil }
    return Element(
      "table:table-cell", ["table:style-name": look, "office:value-type": "string"],
      elements: ODSText.paragraphs(text, link: target))
  }

  /// `#'Лист 1'.C14`
  private static func target(_ place: WorkbookAnnotation.Place) -> String {
    "#" + OpenFormulaNotation.quoted(place.sheet) + "." + place.cell.description
  }
}

extension ODSListTable {
  private static func looks(_ styles: inout ODSFillStyles) -> Looks {
    let row = Element(
      "style:style", ["style:family": "table-row"],
      elements: [
        Element("style:table-row-properties", ["style:use-optimal-row-height": "true"])
      ])
    return Looks(
      row: styles.add(row),
      title: styles.add(look(fill: nil, wraps: false, weight: "bold", size: "14pt")),
      head: styles.add(look(fill: nil, wraps: false, weight: nil, size: nil)),
      heading: styles.add(look(fill: "#E8E8E8", wraps: true, weight: "bold", size: nil)),
      plain: styles.add(look(fill: nil, wraps: true, weight: nil, size: nil)),
      levels: Dictionary(
        WorkbookAnnotation.Level.allCases.map { level in
          let fill = "#" + level.fillColour
          return (level, styles.add(look(fill: fill, wraps: true, weight: nil, size: nil)))
        }, uniquingKeysWith: { first, _ in first }))
  }

  private static func look(fill: String?, wraps: Bool, weight: String?, size: String?) -> Element {
    let border = wraps ? "0.5pt solid #A0A0A0" : nil
    let cell = Element(
      "style:table-cell-properties",
      [
        "fo:background-color": fill, "fo:border": border, "fo:padding": wraps ? "1mm" : nil,
        "fo:wrap-option": wraps ? "wrap" : nil, "style:vertical-align": "top",
      ])
    let text = Element("style:text-properties", ["fo:font-size": size, "fo:font-weight": weight])
    return Element(
      "style:style", ["style:family": "table-cell"],
      elements: size == nil && weight == nil ? [cell] : [cell, text])
  }

  /// - Parameter width: characters.
  private static func column(_ width: Int) -> Element {
    // A digit of the usual 10 points is some 2 mm wide; a column of 255 is the widest of Excel.
    let millimetres = min(max(width, 1), 255) * 2 + 2
    return Element(
      "style:style", ["style:family": "table-column"],
      elements: [
        Element("style:table-column-properties", ["style:column-width": "\(millimetres)mm"])
      ])
  }
}
