import OpenDocument

extension CellStyle.Format {
  /// The data style (part 3, 16.29) in Russian, whatever the office program speaks.
  func element(_ name: String) -> Element {
    switch self {
    case .general: Self.number(name, decimals: nil)
    case .whole: Self.number(name, decimals: 0)
    case .decimals(let count): Self.number(name, decimals: count)
    case .text:
      Element("number:text-style", Self.head(name), elements: [Element("number:text-content")])
    case .date: Self.date(name)
    }
  }

  private static func head(_ name: String) -> KeyValuePairs<String, String?> {
    ["style:name": name, "number:language": "ru", "number:country": "RU"]
  }

  /// - Parameter decimals: nil: as many as there are.
  private static func number(_ name: String, decimals: Int?) -> Element {
    let places = decimals.map { String($0) }
    return Element(
      "number:number-style", head(name),
      elements: [
        Element(
          "number:number",
          [
            "number:decimal-places": places, "number:min-decimal-places": places,
            "number:min-integer-digits": "1",
            "number:grouping": decimals == nil ? nil : "true",
          ])
      ])
  }

  private static func date(_ name: String) -> Element {
    let point = Element("number:text", text: ".")
    return Element(
      "number:date-style", head(name),
      elements: [
        Element("number:day", ["number:style": "long"]), point,
        Element("number:month", ["number:style": "long"]), point,
        Element("number:year", ["number:style": "long"]),
      ])
  }

  /// What a cell shows for a value.
  func shown(_ value: CellValue) -> String {
    let format = code.map { NumberFormat(code: $0) } ?? .openDocumentGeneral
    return format.text(value, language: .russian)
  }
}
