import Spreadsheets

/// What a workbook holds beside its values, as lines of `Fixtures/workbooks/extras/facts.tsv`.
enum WorkbookLines {
  static func of(_ workbook: Workbook) -> [String] {
    var lines: [[String]] = []
    for sheet in workbook.sheets {
      for cell in sheet.cells {
        guard let formula = cell.formula else { continue }
        lines.append(["formula", sheet.name, cell.address.description, formula])
      }
    }
    for name in workbook.description.names {
      lines.append(["name", name.sheet ?? "", name.name, name.formula, "\(name.isHidden)"])
    }
    for sheet in workbook.sheets {
      if let protection = sheet.protection {
        lines.append(["protection", sheet.name, protection.hasPassword ? "password" : ""])
      }
      for comment in sheet.comments {
        lines.append([
          "comment", sheet.name, comment.address.description, comment.author ?? "", comment.text,
        ])
      }
      for rule in sheet.validations { lines.append(["validation", sheet.name] + described(rule)) }
    }
    for table in workbook.description.tables {
      lines.append(["table", table.sheet, table.name, table.range.description])
    }
    return lines.map { fields in
      fields.map { $0.replacing("\n", with: "\\n") }.joined(separator: "\t")
    }
  }

  static func described(_ rule: CellValidation) -> [String] {
    [
      rule.ranges.map { $0.first == $0.last ? $0.first.description : $0.description }.sorted()
        .joined(separator: " "),
      rule.kind.rawValue, rule.comparison?.rawValue ?? "", rule.first ?? "", rule.second ?? "",
      rule.items?.joined(separator: "|") ?? "", rule.allowsBlank ? "blank" : "",
      rule.alert?.rawValue ?? "", said(rule.prompt), said(rule.error),
    ]
  }

  private static func said(_ message: CellValidation.Message?) -> String {
    message.map { "\($0.title)|\($0.text)" } ?? "|"
  }
}
