import Spreadsheets

/// How the sheet «Проверка» looks.
extension CellStyle {
  private static let line: Colour = "BFBFBF"
  private static let quiet: Colour = "595959"

  static let title = make { style in
    style.size = 14
    style.isBold = true
  }
  static let summary = make { style in
    style.size = 12
    style.isBold = true
  }
  static let note = make { style in
    style.size = 9
    style.colour = quiet
    style.wraps = true
  }
  static let heading = make { $0.isBold = true }
  static let columnHeading = make { style in
    style.size = 10
    style.isBold = true
    style.fill = "E7E6E6"
    style.border = line
    style.horizontal = .centre
  }
  static let number = cell { $0.horizontal = .centre }
  static let place = cell { $0.wraps = true }
  static let result = cell { $0.wraps = true }
  static let advice = cell { style in
    style.size = 9
    style.colour = quiet
    style.wraps = true
  }
  static let fault = make { style in
    style.fill = "FFC7CE"
    style.colour = "9C0006"
    style.isBold = true
  }
  /// What may be right: it is asked about.
  static let question = make { style in
    style.fill = "DDEBF7"
    style.colour = "1F4E79"
    style.isBold = true
  }
  static let open = make { style in
    style.fill = "FFEB9C"
    style.colour = "7F6000"
  }

  private static func cell(_ change: (inout CellStyle) -> Void) -> CellStyle {
    make { style in
      style.size = 10
      style.border = line
      change(&style)
    }
  }

  private static func make(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle.plain
    change(&style)
    return style
  }
}
