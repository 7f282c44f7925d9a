import OpenDocument

/// Which rows and columns stay when sheets are scrolled, and which sheet is shown first: OpenDocument
/// leaves that to settings of the program (part 3, 3.10), and LibreOffice's are what others read.
enum ODSViewSettings {
  static func element(of workbook: NewWorkbook) -> Element {
    let shown = workbook.sheets.first { !$0.isHidden }
    let tables = Element(
      "config:config-item-map-named", ["config:name": "Tables"],
      elements: workbook.sheets.map(entry))
    let view = Element(
      "config:config-item-map-entry",
      elements: [
        item("ViewId", "string", "view1"), tables, item("ActiveTable", "string", shown?.name ?? ""),
      ])
    let views = Element(
      "config:config-item-map-indexed", ["config:name": "Views"], elements: [view])
    let set = Element(
      "config:config-item-set", ["config:name": "ooo:view-settings"], elements: [views])
    return Element(
      "office:document-settings", ["office:version": "1.3"],
      elements: [Element("office:settings", elements: [set])])
  }

  private static func entry(_ sheet: NewSheet) -> Element {
    let (rows, columns) = (sheet.frozenRows, sheet.frozenColumns)
    let items = [
      item("CursorPositionX", "int", "0"), item("CursorPositionY", "int", String(rows)),
      item("HorizontalSplitMode", "short", columns > 0 ? frozen : none),
      item("VerticalSplitMode", "short", rows > 0 ? frozen : none),
      item("HorizontalSplitPosition", "int", String(columns)),
      item("VerticalSplitPosition", "int", String(rows)),
      item("ActiveSplitRange", "short", pane(rows, columns)),
      item("PositionLeft", "int", "0"), item("PositionRight", "int", String(columns)),
      item("PositionTop", "int", "0"), item("PositionBottom", "int", String(rows)),
    ]
    return Element(
      "config:config-item-map-entry", ["config:name": sheet.name], elements: items)
  }

  private static let none = "0"
  private static let frozen = "2"

  /// The pane that the cursor is in: 0 and 1 are the upper ones, 2 and 3 the lower ones.
  private static func pane(_ rows: Int, _ columns: Int) -> String {
    switch (rows > 0, columns > 0) {
    case (false, true): "1"
    case (true, true): "3"
    case (true, false), (false, false): "2"
    }
  }

  private static func item(_ name: String, _ type: String, _ value: String) -> Element {
    Element(
      "config:config-item", ["config:name": name, "config:type": type], text: value)
  }
}
