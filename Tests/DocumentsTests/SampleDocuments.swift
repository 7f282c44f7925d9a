import Archives
import Documents
import Foundation
import Markup
import OpenDocument

extension Sample {
  static let clock = "2021-06-21T10:00:00Z"

  /// A flat text with this body and nothing else.
  static func flat(_ body: String, title: String = "") -> [UInt8] {
    let namespaces = [
      "office", "style", "text", "table", "draw:drawing", "fo:xsl-fo-compatible",
    ].map { entry in
      let parts = entry.split(separator: ":")
      return
        "xmlns:\(parts[0])=\"urn:oasis:names:tc:opendocument:xmlns:\(parts[parts.count - 1]):1.0\""
    }.joined(separator: " ")
    return Array(
      """
      <office:document \(namespaces) xmlns:dc="http://purl.org/dc/elements/1.1/" \
      office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">\
      <office:meta><dc:title>\(title)</dc:title></office:meta>\
      <office:body><office:text>\(body)</office:text></office:body></office:document>
      """.utf8)
  }

  /// The texts of all paragraphs of a filled body.
  static func paragraphs(_ body: String, _ record: TemplateRecord) throws -> [String] {
    let template = try DocumentTemplate(parsing: flat(body), name: "t.fodt")
    let content = try part("content.xml", of: template.render(record).odt(clock: clock))
    var texts: [String] = []
    content.visit { element in
      if element.name == "text:p" || element.name == "text:h" { texts.append(logicalText(element)) }
    }
    return texts
  }

  /// Spaces and breaks that are elements as the characters that they stand for.
  static func logicalText(_ element: Element) -> String {
    element.children.map { node in
      switch node {
      case .text(let text): return text
      case .element(let inner):
        switch inner.name {
        case "text:s":
          return String(repeating: " ", count: inner["text:c"].flatMap { Int($0) } ?? 1)
        case "text:line-break": return "\n"
        case "text:tab": return "\t"
        case _: return logicalText(inner)
        }
      }
    }.joined()
  }

  static func faults(_ body: String, _ record: TemplateRecord = [:]) throws -> [TemplateFault] {
    do throws(DocumentError) {
      let template = try DocumentTemplate(parsing: flat(body), name: "t.fodt")
      _ = try template.render(record)
      return []
    } catch {
      return error.faults
    }
  }

  static func html(_ body: String, _ record: TemplateRecord) throws -> String {
    let template = try DocumentTemplate(parsing: flat(body), name: "t.fodt")
    let frame = try HTMLFrame(
      parsing: Array("<title>{{ title }}</title>{{ body }}<!--{{ styles }}-->".utf8), name: "f")
    let page = try String(decoding: template.render(record).html(frame: frame), as: UTF8.self)
    return String(page.prefix { $0 != "!" })
  }

  static func bytes(_ name: String, of odt: [UInt8]) throws -> [UInt8] {
    var archive = try Archive(bytes: odt)
    guard let part = archive.part(named: name) else { return [] }
    return try archive.bytes(of: part)
  }

  static func part(_ name: String, of odt: [UInt8]) throws -> Element {
    Element(try MarkupNode(reading: bytes(name, of: odt))) ?? Element("none")
  }

  static func partNames(of odt: [UInt8]) throws -> [String] {
    let archive = try Archive(bytes: odt)
    return archive.parts.map(\.name)
  }
}
