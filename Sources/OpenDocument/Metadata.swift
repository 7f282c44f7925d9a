/// What a document says about itself (part 3, 4.3). It names no person.
package struct Metadata: Sendable, Hashable {
  package var title: String
  package var subject: String
  /// Of the text: "ru".
  package var language: String
  /// When it was made, in ISO 8601: "2021-02-01T10:00:00Z". Passed in, never asked of the machine.
  package var created: String

  package init(title: String, subject: String = "", language: String = "ru", created: String) {
    self.title = title
    self.subject = subject
    self.language = language
    self.created = created
  }

  /// `office:document-meta`
  package var element: Element {
    var entries = [
      Element("meta:generator", text: "Svodka"), Element("dc:title", text: title),
    ]
    if !subject.isEmpty { entries.append(Element("dc:subject", text: subject)) }
    entries += [
      Element("meta:creation-date", text: created), Element("dc:date", text: created),
      Element("dc:language", text: language),
    ]
    return Element(
      "office:document-meta", ["office:version": "1.3"],
      elements: [Element("office:meta", elements: entries)])
  }
}
