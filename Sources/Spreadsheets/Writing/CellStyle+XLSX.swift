import XLSXWriting

extension CellStyle {
  /// Arial is as wide as the Liberation Sans of ODS, and is there where Excel is.
  var xlsx: XLSXFormat {
    var format = XLSXFormat()
    format.size = size
    format.isBold = isBold
    format.isItalic = isItalic
    format.colour = colour.number ?? 0
    format.fill = fill?.number
    format.border = border?.number
    format.horizontal = horizontal.xlsx
    format.vertical = vertical.xlsx
    format.wraps = wraps
    format.indent = indent
    format.numbers = self.format.code
    format.isLocked = isLocked
    return format
  }

  var xlsxAppearance: XLSXAppearance {
    XLSXAppearance(colour: colour.number ?? 0, fill: fill?.number, isBold: isBold)
  }
}

extension CellStyle.Format {
  /// The format code of ECMA-376, 18.8.31; nil for `General`. The separators are those of the
  /// language that the office program speaks.
  var code: String? {
    switch self {
    case .general: nil
    case .whole: "#,##0"
    case .decimals(let count): count > 0 ? "#,##0." + String(repeating: "0", count: count) : "#,##0"
    case .text: "@"
    case .date: "dd.mm.yyyy"
    }
  }
}

extension CellStyle.Horizontal {
  fileprivate var xlsx: XLSXFormat.Horizontal {
    switch self {
    case .standard: .standard
    case .left: .left
    case .centre: .centre
    case .right: .right
    }
  }
}

extension CellStyle.Vertical {
  fileprivate var xlsx: XLSXFormat.Vertical {
    switch self {
    case .top: .top
    case .middle: .middle
    case .bottom: .bottom
    }
  }
}
