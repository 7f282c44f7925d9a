import OpenDocument

/// The styles of a spreadsheet of OpenDocument, named in the order in which they are first used.
struct ODSStyleBook {
  /// How a cell looks: its style, and what may change it.
  struct Look: Hashable {
    var style: CellStyle
    /// Names of highlights and the conditions under which they show.
    var highlights: [Highlight] = []
  }

  struct Highlight: Hashable {
    var name: String
    /// Without "is-true-formula".
    var condition: String
    /// The first cell of its range: `'Лист 1'.A1`.
    var base: String
  }

  /// Automatic styles, those that others name first.
  var elements: [Element] {
    formats.elements + tables.elements + measures.elements + cells.elements
  }
  /// Common styles: only those can be named by a condition (part 3, 16.3).
  var highlights: [Element] { appearances.elements }

  private var formats = Named<CellStyle.Format>(prefix: "N")
  private var tables = Named<TableLook>(prefix: "ta")
  private var measures = Named<Measure>(prefix: "m")
  private var cells = Named<Look>(prefix: "ce")
  private var appearances = Named<CellStyle>(prefix: "Highlight")

  mutating func name(_ look: Look) -> String {
    let format = look.style.format == .general ? nil : name(look.style.format)
    return cells.name(look) { look.element($0, format: format) }
  }

  mutating func name(_ table: TableLook) -> String {
    tables.name(table) { table.element($0) }
  }

  mutating func name(_ measure: Measure) -> String {
    measures.name(measure) { measure.element($0) }
  }

  /// Only the colours and the weight count.
  mutating func nameHighlight(_ style: CellStyle) -> String {
    var wanted = CellStyle.plain
    wanted.colour = style.colour
    wanted.fill = style.fill
    wanted.isBold = style.isBold
    return appearances.name(wanted) { wanted.highlight($0) }
  }

  private mutating func name(_ format: CellStyle.Format) -> String {
    formats.name(format) { format.element($0) }
  }

  /// Values with the elements that were made of them.
  private struct Named<Value: Hashable> {
    let prefix: String
    private var names: [Value: String] = [:]
    private(set) var elements: [Element] = []

    init(prefix: String) { self.prefix = prefix }

    mutating func name(_ value: Value, make: (String) -> Element) -> String {
      if let known = names[value] { return known }
      let name = prefix + String(elements.count + 1)
      names[value] = name
      elements.append(make(name))
      return name
    }
  }
}

extension ODSStyleBook {
  struct TableLook: Hashable {
    var isHidden: Bool
    var orientation: NewSheet.Orientation

    fileprivate func element(_ name: String) -> Element {
      Element(
        "style:style",
        [
          "style:name": name, "style:family": "table",
          "style:master-page-name": ODSPages.name(orientation),
        ],
        elements: [
          Element("style:table-properties", ["table:display": isHidden ? "false" : "true"])
        ])
    }
  }

  /// How wide a column or how high a row is, in millimetres.
  enum Measure: Hashable {
    case column(Double)
    case row(Double)
    /// As high as its texts need, which is about so much.
    case fittingRow(Double)

    fileprivate func element(_ name: String) -> Element {
      switch self {
      case .column(let width):
        Element(
          "style:style", ["style:name": name, "style:family": "table-column"],
          elements: [
            Element("style:table-column-properties", ["style:column-width": Self.length(width)])
          ])
      case .row(let height):
        Self.row(
          name, ["style:row-height": Self.length(height), "style:use-optimal-row-height": "false"])
      case .fittingRow(let height):
        Self.row(
          name, ["style:row-height": Self.length(height), "style:use-optimal-row-height": "true"])
      }
    }

    /// To a hundredth of a millimetre.
    private static func length(_ millimetres: Double) -> String {
      "\((millimetres * 100).rounded() / 100)mm"
    }

    private static func row(
      _ name: String, _ properties: KeyValuePairs<String, String?>
    ) -> Element {
      Element(
        "style:style", ["style:name": name, "style:family": "table-row"],
        elements: [Element("style:table-row-properties", properties)])
    }
  }
}
