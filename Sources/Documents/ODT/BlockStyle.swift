import OpenDocument

/// The paragraph styles of blocks. A template that has a style of that name decides its look; else
/// this one is added, so that it can be changed in the office program afterwards.
enum BlockStyle: String, CaseIterable {
  case heading1 = "Heading_20_1"
  case heading2 = "Heading_20_2"
  case heading3 = "Heading_20_3"
  case tableCaption = "Table_20_Caption"
  case tableHeading = "Table_20_Heading"
  case tableContents = "Table_20_Contents"
  case tableNote = "Table_20_Note"
  case figure = "Figure"
  case figureCaption = "Figure_20_Caption"

  init(heading level: Int) {
    switch level {
    case 1: self = .heading1
    case 2: self = .heading2
    case _: self = .heading3
    }
  }

  /// `style:style`, on top of the template's body text if there is one.
  func style(parent: String?) -> Element {
    let paragraph: KeyValuePairs<String, String?>
    let text: KeyValuePairs<String, String?>
    switch self {
    case .heading1, .heading2, .heading3:
      paragraph = [
        "fo:margin-top": "0.4cm", "fo:margin-bottom": "0.2cm", "fo:text-indent": "0cm",
        "fo:keep-with-next": "always", "fo:text-align": "center",
      ]
      text = ["fo:font-weight": "bold"]
    case .tableCaption:
      paragraph = [
        "fo:margin-top": "0.3cm", "fo:margin-bottom": "0.15cm", "fo:margin-left": "0cm",
        "fo:text-indent": "0cm", "fo:line-height": "100%", "fo:text-align": "start",
        "fo:keep-with-next": "always", "fo:keep-together": "always",
      ]
      text = ["fo:font-size": "12pt"]
    case .tableHeading, .tableContents:
      paragraph = [
        "fo:margin-top": "0cm", "fo:margin-bottom": "0cm", "fo:margin-left": "0cm",
        "fo:margin-right": "0cm", "fo:text-indent": "0cm", "fo:line-height": "100%",
        "fo:text-align": self == .tableHeading ? "center" : "start", "fo:hyphenate": nil,
      ]
      text = ["fo:font-size": "11pt"]
    case .tableNote:
      paragraph = [
        "fo:margin-top": "0.1cm", "fo:margin-bottom": "0.1cm", "fo:margin-left": "0cm",
        "fo:text-indent": "0cm", "fo:line-height": "100%", "fo:text-align": "start",
      ]
      text = ["fo:font-size": "10pt"]
    case .figure:
      paragraph = [
        "fo:margin-top": "0.3cm", "fo:margin-bottom": "0.1cm", "fo:margin-left": "0cm",
        "fo:text-indent": "0cm", "fo:line-height": "100%", "fo:text-align": "center",
        "fo:keep-with-next": "always",
      ]
      text = [:]
    case .figureCaption:
      paragraph = [
        "fo:margin-top": "0cm", "fo:margin-bottom": "0.4cm", "fo:margin-left": "0cm",
        "fo:text-indent": "0cm", "fo:line-height": "100%", "fo:text-align": "center",
      ]
      text = ["fo:font-size": "12pt"]
    }
    return Element(
      "style:style",
      [
        "style:name": rawValue,
        "style:display-name": rawValue.split(separator: "_20_").joined(separator: " "),
        "style:family": "paragraph", "style:parent-style-name": parent, "style:class": "extra",
      ],
      elements: [
        Element("style:paragraph-properties", paragraph), Element("style:text-properties", text),
      ])
  }
}
