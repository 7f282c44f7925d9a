import ExactNumbers
import OpenDocument

/// The validations of a spreadsheet of OpenDocument, which cells name.
struct ODSValidationBook {
  private(set) var elements: [Element] = []

  var container: Element { Element("table:content-validations", elements: elements) }

  /// - Returns: the name of the validation.
  mutating func add(_ validation: NewValidation, sheet: String) -> String {
    let name = "val" + String(elements.count + 1)
    let isList = validation.rule.isList
    var element = Element(
      "table:content-validation",
      [
        "table:name": name, "table:condition": "of:" + validation.rule.condition,
        "table:allow-empty-cell": "true", "table:display-list": isList ? "unsorted" : nil,
        "table:base-cell-address": OpenFormulaNotation.quoted(sheet) + "."
          + validation.range.first.description,
      ])
    if let hint = validation.hint {
      element.children.append(.element(hint.element("table:help-message")))
    }
    var refusal = validation.refusal.element("table:error-message")
    refusal["table:message-type"] = validation.isStrict ? "stop" : "warning"
    element.children.append(.element(refusal))
    elements.append(element)
    return name
  }
}

extension NewValidation.Message {
  fileprivate func element(_ name: String) -> Element {
    Element(
      name, ["table:title": NewText.clean(title), "table:display": "true"],
      elements: ODSText.paragraphs(NewText.clean(text)))
  }
}

extension NewValidation.Rule {
  fileprivate var isList: Bool {
    switch self {
    case .list, .listOf: true
    case .whole, .decimal, .date: false
    }
  }

  /// Part 3, 19.613, without the prefix.
  fileprivate var condition: String {
    switch self {
    case .whole(let limits):
      Self.between("cell-content-is-whole-number", limits.lowerBound, limits.upperBound)
    case .decimal(let limits):
      Self.between("cell-content-is-decimal-number", limits.lowerBound, limits.upperBound)
    case .date(let from, let to):
      Self.between("cell-content-is-date", Self.serial(from), Self.serial(to))
    case .list(let items):
      "cell-content-is-in-list(" + items.map(OpenFormulaNotation.text).joined(separator: ";") + ")"
    case .listOf(let range):
      "cell-content-is-in-list(" + OpenFormulaNotation.range(range) + ")"
    }
  }

  private static func between(_ kind: String, _ low: Int, _ high: Int) -> String {
    "\(kind)() and cell-content-is-between(\(low),\(high))"
  }

  private static func serial(_ day: String) -> Int {
    SerialMoment(iso: day)?.serial.wholeValue ?? 0
  }
}
