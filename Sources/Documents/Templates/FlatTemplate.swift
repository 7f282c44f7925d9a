import OpenDocument

/// The parts of a flat OpenDocument text (part 3, 3.1.2).
struct FlatTemplate: Sendable {
  /// `office:font-face-decls`
  let fonts: Element
  /// `office:styles`: those that have a name in the office program.
  let common: Element
  /// `office:automatic-styles`: formatting by hand, of the text and of headers.
  let automatic: Element
  /// `office:master-styles`: page styles with headers and footers.
  let masters: Element
  /// `office:text`
  let text: Element
  let title: String
  let subject: String

  /// Nil when `root` is no `office:document` with a text in it.
  init?(root: Element) {
    guard root.name == "office:document", let text = root.first("office:body")?.first("office:text")
    else { return nil }
    self.text = text
    fonts = root.first("office:font-face-decls") ?? Element("office:font-face-decls")
    common = root.first("office:styles") ?? Element("office:styles")
    automatic = root.first("office:automatic-styles") ?? Element("office:automatic-styles")
    masters = root.first("office:master-styles") ?? Element("office:master-styles")
    title = root.first("office:meta")?.first("dc:title")?.text ?? ""
    subject = root.first("office:meta")?.first("dc:subject")?.text ?? ""
  }
}
