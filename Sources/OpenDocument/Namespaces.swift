/// The namespaces of OpenDocument 1.3 (part 3, 1.4) with their customary prefixes.
package enum Namespaces {
  /// The namespace name of a customary prefix; nil for one that OpenDocument does not have.
  package static func name(of prefix: String) -> String? { names[prefix] }

  /// The customary prefix of a namespace name; nil for extensions of office programs.
  package static func prefix(of name: String) -> String? { prefixes[name] }

  private static let oasis = "urn:oasis:names:tc:opendocument:xmlns:"

  private static let names: [String: String] = [
    "anim": oasis + "animation:1.0",
    "chart": oasis + "chart:1.0",
    "config": oasis + "config:1.0",
    "db": oasis + "database:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dr3d": oasis + "dr3d:1.0",
    "draw": oasis + "drawing:1.0",
    "fo": oasis + "xsl-fo-compatible:1.0",
    "form": oasis + "form:1.0",
    "manifest": oasis + "manifest:1.0",
    "math": "http://www.w3.org/1998/Math/MathML",
    "meta": oasis + "meta:1.0",
    "number": oasis + "datastyle:1.0",
    "office": oasis + "office:1.0",
    // Formulas and names of settings name what they belong to by a prefix that must be declared.
    "of": oasis + "of:1.2",
    "ooo": "http://openoffice.org/2004/office",
    "ooow": "http://openoffice.org/2004/writer",
    "presentation": oasis + "presentation:1.0",
    "script": oasis + "script:1.0",
    "smil": oasis + "smil-compatible:1.0",
    "style": oasis + "style:1.0",
    "svg": oasis + "svg-compatible:1.0",
    "table": oasis + "table:1.0",
    "text": oasis + "text:1.0",
    "xforms": "http://www.w3.org/2002/xforms",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
  ]

  private static let prefixes = Dictionary(
    names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
}
