import OpenDocument

/// What of a style matters without pages: alignment, weight, and its name.
enum HTMLClasses {
  /// Classes of a paragraph: its style by name ("style-text-body"), then what the stylesheet knows.
  static func names(of style: String?, in book: StyleBook) -> String? {
    func property(_ name: String) -> String? {
      book.property(name, of: style, family: "paragraph")
    }
    let usual =
      book.property("fo:font-size", of: "Standard", family: "paragraph")
      .flatMap(Length.centimetres) ?? 0
    var names: [String] = []
    if let common = book.commonName(style, family: "paragraph") {
      names.append("style-" + slug(common))
    }
    if let side = alignment(of: style, in: book) { names.append(side) }
    if property("fo:font-weight") == "bold" { names.append("bold") }
    if property("fo:font-style") == "italic" { names.append("italic") }
    if property("fo:text-transform") == "uppercase" { names.append("upper") }
    let left = property("fo:margin-left").flatMap(Length.centimetres) ?? 0
    let indent = property("fo:text-indent").flatMap(Length.centimetres) ?? 0
    if left >= 5 {
      names.append("aside")
    } else if indent < -0.1 {
      names.append("hanging")
    } else if left >= 0.4 {
      names.append("inset")
    } else if indent > 0.3 {
      names.append("indent")
    }
    if let size = property("fo:font-size").flatMap(Length.centimetres), size < usual * 0.87 {
      names.append("small")
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// "center", "right", or nil for the beginning of the line. Justified text is not, on a screen.
  static func alignment(of style: String?, in book: StyleBook) -> String? {
    switch book.property("fo:text-align", of: style, family: "paragraph") {
    case "center": "center"
    case "end", "right": "right"
    case _: nil
    }
  }

  static func name(of alignment: Table.Alignment) -> String? {
    switch alignment {
    case .start: nil
    case .center: "center"
    case .end: "right"
    }
  }

  /// The elements that say what a span's style says, from the outermost inwards.
  static func emphasis(of style: String?, in book: StyleBook) -> [String] {
    func property(_ name: String) -> String? { book.property(name, of: style, family: "text") }
    var names: [String] = []
    if property("fo:font-weight") == "bold" { names.append("strong") }
    if property("fo:font-style") == "italic" { names.append("em") }
    if let line = property("style:text-underline-style"), line != "none" { names.append("u") }
    if let position = property("style:text-position") {
      if position.hasPrefix("super") { names.append("sup") }
      if position.hasPrefix("sub") { names.append("sub") }
    }
    return names
  }

  /// "Text_20_body" as "text-body"; letters that are not Latin are dropped with their codes.
  private static func slug(_ name: String) -> String {
    var result = ""
    for part in name.split(separator: "_") where part.count != 2 || Int(part, radix: 16) == nil {
      if !result.isEmpty { result += "-" }
      result += part.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return result.isEmpty ? "other" : result
  }
}
