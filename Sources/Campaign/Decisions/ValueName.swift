package import Monitoring

/// How a person names a value of a form, and what is to stand there.
package struct ValueAssignment: Sendable, Hashable {
  package enum Name: Sendable, Hashable {
    /// «Кадры!C14», as the protocol prints it.
    case cell(String)
    /// A field by its code, of a table or free rows with the row; or the form's own words for a
    /// value: «стр. 01», «Астрономия, гр. 4».
    case field(FieldCode, row: String?)
  }

  package var name: Name
  /// As it is typed; empty for «missing».
  package var text: String

  package init(name: Name, text: String) {
    self.name = name
    self.text = text
  }

  /// Reads «Кадры!C14=12», «стр. 01=12», «staff_total=12», «trained:mathematics=3»; nil without "="
  /// or a name.
  package init?(_ typed: String) {
    // A name has no "=", a text may.
    guard let mark = typed.firstIndex(of: "=") else { return nil }
    let name = typed[..<mark].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { return nil }
    text = String(typed[typed.index(after: mark)...])
    if name.contains("!") {
      self.name = .cell(name)
      return
    }
    let sides = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    self.name = .field(
      FieldCode(rawValue: String(sides[0])), row: sides.count == 2 ? String(sides[1]) : nil)
  }
}
