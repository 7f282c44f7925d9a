/// What a copy may hold of remarks: nobody reads more, and the file must stay one that opens fast.
enum ODSAnnotationLimits {
  /// Bytes of `content.xml`: a form has some 300,000. Its tags are looked for by hand, twice over,
  /// which takes a second for as many.
  static let content = 8_000_000
  /// Cells that are marked; a form has some 3,000 cells. The rest stands in the list alone.
  static let marks = 5_000
  /// Characters of a note: more than a screen of them is not read.
  static let comment = 4_000
  /// Characters of a cell of the list; Excel, which opens ODS too, stops at 32,767.
  static let text = 8_000
  /// Lines of the list. A form that has more is not mended by reading them.
  static let rows = 20_000

  static func shortened(_ text: String, to most: Int) -> String {
    guard text.count > most else { return text }
    return text.prefix(most - 1) + "…"
  }
}
