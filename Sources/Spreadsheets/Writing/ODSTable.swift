import OpenDocument

/// A sheet as a table of OpenDocument. Cells that only a rule or a merge names are written too:
/// rules stand in the cells there, not beside them.
struct ODSTable {
  let sheet: NewSheet
  /// Among the sheets, from 0.
  let number: Int

  func element(
    _ book: inout ODSStyleBook, _ validations: inout ODSValidationBook
  ) -> Element {
    let look = ODSStyleBook.TableLook(isHidden: sheet.isHidden, orientation: sheet.orientation)
    var table = Element(
      "table:table",
      [
        "table:name": sheet.name, "table:style-name": book.name(look),
        "table:protected": sheet.isProtected ? "true" : nil,
        "table:print-ranges": sheet.printArea.map { address($0.first) + ":" + address($0.last) },
      ])
    var rows = ODSRows(sheet: sheet, rules: rules(&book, &validations))
    let lines = rows.elements(&book)
    table.children = (columns(&book, count: rows.width) + lines).map(Element.Node.element)
    return table
  }

  private func rules(
    _ book: inout ODSStyleBook, _ validations: inout ODSValidationBook
  ) -> ODSRules {
    ODSRules(
      merges: sheet.merges,
      validations: sheet.validations.map { validation in
        (validation.range, validations.add(validation, sheet: sheet.name))
      },
      highlights: sheet.highlights.map { highlight in
        let name = book.nameHighlight(highlight.style)
        let condition = ODSStyleBook.Highlight(
          name: name, condition: highlight.condition.openFormula,
          base: address(highlight.range.first))
        return (highlight.range, condition)
      })
  }

  /// `'Лист 1'.A1`
  private func address(_ place: CellAddress) -> String {
    OpenFormulaNotation.quoted(sheet.name) + "." + place.description
  }

  /// - Parameter count: how many columns the rows have.
  private func columns(_ book: inout ODSStyleBook, count: Int) -> [Element] {
    var columns = sheet.columns.map { column in
      Element(
        "table:table-column",
        [
          "table:style-name": book.name(.column(column.width)),
          "table:visibility": column.isHidden ? "collapse" : nil,
        ])
    }
    let missing = max(count, 1) - columns.count
    if missing > 0 {
      columns += Array(repeating: Element("table:table-column"), count: missing)
    }
    return columns.runs().map { column, count in
      column.repeated("table:number-columns-repeated", count)
    }
  }
}

extension Array where Element: Hashable {
  /// Equal neighbours once, with their number.
  func runs() -> [(value: Element, count: Int)] {
    reduce(into: []) { runs, value in
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((value, 1))
      }
    }
  }
}

extension Element {
  /// The element with the number of times that it stands there.
  func repeated(_ attribute: String, _ count: Int) -> Element {
    var element = self
    if count > 1 { element[attribute] = String(count) }
    return element
  }
}
