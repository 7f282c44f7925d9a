import OpenDocument

/// The sheet that lists what is said, as a table of OpenDocument.
struct ODSListTable {
  let list: WorkbookAnnotation.List
  /// As it is free in the workbook.
  let name: String
  /// By which the next copy knows what this one did.
  let kept: [FormerCopy.Mark]
  /// The sheets that links may lead to.
  let sheets: Set<String>

  /// A row: what it shows, and the cells of that.
  private struct Line {
    var texts: [String]
    var cells: [Element]
    var height: Double
  }

  func element(_ styles: inout ODSFillStyles) -> Element {
    let looks = ODSListLooks(&styles)
    let columns = list.widths.map { width in
      Element("table:table-column", ["table:style-name": styles.add(Self.column(width))])
    }
    let hidden = Element("table:table-column", ["table:visibility": "collapse"])
      .repeated("table:number-columns-repeated", 4)
    let lines = lines(looks)
    var heights: [Element: String] = [:]
    let rows = (0..<max(lines.count, kept.count + 1)).map { index in
      row(index, lines, looks) { style in
        let name = heights[style] ?? styles.add(style)
        heights[style] = name
        return name
      }
    }
    return Element("table:table", ["table:name": name], elements: columns + [hidden] + rows)
  }

  /// What is shown.
  private func lines(_ looks: ODSListLooks) -> [Line] {
    let heights = ListHeights(widths: list.widths.map { Double(Self.millimetres($0)) })
    var lines = list.head.enumerated().map { index, text in
      let text = Self.cut(text)
      let cell = self.cell(text, index == 0 ? looks.title : looks.head, across: list.widths.count)
      let covered = Element("table:covered-table-cell")
      return Line(
        texts: [text], cells: [cell] + Array(repeating: covered, count: list.widths.count - 1),
        height: heights.head(text, isTitle: index == 0))
    }
    lines.append(Line(texts: [], cells: [], height: heights.head("", isTitle: false)))
    let titles = list.titles.map(Self.cut)
    lines.append(
      Line(
        texts: titles, cells: titles.map { cell($0, looks.heading) },
        height: heights.row(titles, isBold: true)))
    return lines
      + list.rows.prefix(ODSAnnotationLimits.rows).map { row in
        let texts = row.texts.prefix(list.widths.count).map(Self.cut)
        return Line(
          texts: texts, cells: cells(of: row, texts, looks),
          height: heights.row(texts, isBold: false))
      }
  }

  /// A row with what is kept behind what is shown.
  private func row(
    _ index: Int, _ lines: [Line], _ looks: ODSListLooks, _ style: (Element) -> String
  ) -> Element {
    let line = lines.indices.contains(index) ? lines[index] : nil
    var cells = line?.cells ?? []
    let beside = FormerCopy.beside(index + 1, shown: line?.texts ?? [], kept)
    let missing = list.widths.count - cells.count
    if missing > 0 {
      cells.append(Element("table:table-cell").repeated("table:number-columns-repeated", missing))
    }
    cells += beside.map { text in
      text.isEmpty ? Element("table:table-cell") : cell(Self.cut(text), looks.kept)
    }
    return Element(
      "table:table-row",
      [
        "table:style-name": line.map {
          style(
            ODSListLooks.row(
              ODSListLooks.told($0.height), isMerged: index < list.head.count))
        },
        "table:visibility": line == nil ? "collapse" : nil,
      ], elements: cells)
  }

  private func cells(
    of row: WorkbookAnnotation.Row, _ texts: [String], _ looks: ODSListLooks
  ) -> [Element] {
    texts.enumerated().map { column, text in
      let look = column == 0 ? looks.levels[row.level] ?? looks.plain : looks.plain
      return cell(text, look, link: column == list.linkColumn ? row.link : nil)
    }
  }

  private static func cut(_ text: String) -> String {
    NewText.clean(ODSAnnotationLimits.shortened(text, to: ODSAnnotationLimits.text))
  }

  private func cell(
    _ text: String, _ look: String, link: WorkbookAnnotation.Place? = nil, across: Int = 1
  ) -> Element {
    let target = link.flatMap { sheets.contains($0.sheet) ? Self.target($0) : nil }
    return Element(
      "table:table-cell",
      [
        "table:style-name": look, "office:value-type": "string",
        "table:number-columns-spanned": across > 1 ? "\(across)" : nil,
        "table:number-rows-spanned": across > 1 ? "1" : nil,
      ], elements: ODSText.paragraphs(text, link: target))
  }

  /// `#'Лист 1'.C14`
  private static func target(_ place: WorkbookAnnotation.Place) -> String {
    "#" + OpenFormulaNotation.quoted(place.sheet) + "." + place.cell.description
  }
}

extension ODSListTable {
  /// - Parameter width: characters.
  private static func column(_ width: Int) -> Element {
    Element(
      "style:style", ["style:family": "table-column"],
      elements: [
        Element(
          "style:table-column-properties", ["style:column-width": "\(millimetres(width))mm"])
      ])
  }

  /// A digit of the usual 10 points is some 2 mm wide; a column of 255 is the widest of Excel.
  private static func millimetres(_ width: Int) -> Int { min(max(width, 1), 255) * 2 + 2 }
}
