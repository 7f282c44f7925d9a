import ExactNumbers
import OpenDocument

extension NewCell {
  /// The cell with its value, without its style.
  /// - Parameter own: the name of the cell's sheet.
  func element(in own: String) -> Element {
    let link = link.map { "#" + OpenFormulaNotation.quoted($0.sheet ?? own) + ".\($0.address)" }
    var element = Element("table:table-cell")
    switch content {
    case .empty: break
    case .text(let text):
      let text = NewText.clean(text)
      guard !text.isEmpty else { break }
      element["office:value-type"] = "string"
      element.children = ODSText.paragraphs(text, link: link).map(Element.Node.element)
    case .number(let number): fill(&element, number, link)
    case .date(let day):
      element["office:value-type"] = "date"
      element["office:date-value"] = day
      let shown = SerialMoment(iso: day).map { style.format.shown(.moment($0)) } ?? day
      element.children = ODSText.paragraphs(shown, link: link).map(Element.Node.element)
    case .formula(let formula, let result):
      element["table:formula"] = "of:=" + Self.linked(formula.openFormula, to: link)
      fill(&element, result)
    }
    return element
  }

  private func fill(_ element: inout Element, _ result: Result) {
    switch result {
    case .number(let number): fill(&element, number, nil)
    case .text(let text):
      let text = NewText.clean(text)
      element["office:value-type"] = "string"
      element["office:string-value"] = text
      element.children = ODSText.paragraphs(text).map(Element.Node.element)
    case .flag(let truth):
      element["office:value-type"] = "boolean"
      element["office:boolean-value"] = truth ? "true" : "false"
      element.children = [.element(Element("text:p", text: style.format.shown(.boolean(truth))))]
    }
  }

  private func fill(_ element: inout Element, _ number: ExactNumber, _ link: String?) {
    element["office:value-type"] = "float"
    element["office:value"] = number.description
    let shown = style.format.shown(.number(number))
    element.children = ODSText.paragraphs(shown, link: link).map(Element.Node.element)
  }

  /// LibreOffice follows no link of a cell whose text it reckons itself.
  private static func linked(_ formula: String, to link: String?) -> String {
    guard let link else { return formula }
    return "HYPERLINK(" + OpenFormulaNotation.text(link) + ";" + formula + ")"
  }
}
