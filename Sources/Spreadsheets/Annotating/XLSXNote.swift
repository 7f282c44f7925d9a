/// A comment as it stands in its part.
struct XLSXNote {
  let element: PartElement
  let cell: CellAddress
  let author: Int?
  /// All its runs together, phonetic hints left out.
  let text: String
  /// The element `text`.
  private let body: PartElement?
  /// Elements `t`, each with what it says.
  private let pieces: [(element: PartElement, said: String)]

  init(_ element: PartElement, in tree: PartTree) {
    self.element = element
    cell =
      tree.attribute("ref", of: element).flatMap { CellAddress($0) }
      ?? CellAddress(row: 0, column: 0)
    author = tree.attribute("authorId", of: element).flatMap { Int($0) }
    body = tree.child("text", of: element)
    var pieces: [(element: PartElement, said: String)] = []
    for child in body?.children ?? [] {
      let texts = tree.isNamed(child, "r") ? tree.children("t", of: child) : [child]
      for piece in texts where tree.isNamed(piece, "t") {
        pieces.append((piece, MarkupText.unescaped(MarkupText.said(tree.inner(piece)))))
      }
    }
    self.pieces = pieces
    text = pieces.map(\.said).joined()
  }

  /// All of the text, in scalars.
  var whole: Range<Int> { 0..<text.unicodeScalars.count }

  /// Where a remark of an earlier copy stands, in scalars of the text: from its first line on, or
  /// under a heading behind what somebody else says. Nil for none.
  func place(of remarks: FormerRemarks) -> Range<Int>? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let texts = lines.map { String($0) }
    // With the end of the line.
    let ends = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count + 1) }
    let last = whole.upperBound
    if let count = remarks.count(in: texts) { return 0..<min(ends[count], last) }
    for index in texts.indices where remarks.isHeading(texts[index]) {
      guard let count = remarks.count(in: texts[(index + 1)...]) else { continue }
      let before = texts[..<index].lastIndex { !FormerRemarks.plain($0).isEmpty }
      let end = ends[index + 1 + count]
      guard let before else { return 0..<min(end, last) }
      // What stands behind it goes on in a line of its own.
      return ends[before + 1] - 1..<min(end - 1, last)
    }
    return nil
  }

  /// Takes a stretch out of the runs that it stands in.
  func cut(_ range: Range<Int>, from tree: inout PartTree) {
    var begin = 0
    for (element, said) in pieces {
      let scalars = Array(said.unicodeScalars)
      let here = begin..<begin + scalars.count
      begin = here.upperBound
      let gone = range.clamped(to: here)
      guard !gone.isEmpty, !element.isEmpty else { continue }
      var left = String.UnicodeScalarView()
      left.append(contentsOf: scalars[..<(gone.lowerBound - here.lowerBound)])
      left.append(contentsOf: scalars[(gone.upperBound - here.lowerBound)...])
      tree.splices.replace(
        element.tag.range.upperBound..<element.end,
        MarkupText.content(MarkupText.escaped(String(left))))
      tree.set("xml:space", "preserve", of: element)
    }
  }

  /// Adds a run behind what the comment says.
  func append(_ run: [UInt8], to tree: inout PartTree) {
    guard let body else {
      let text = Array("<\(tree.prefix)text>".utf8) + run + "</\(tree.prefix)text>".utf8
      return tree.append(text, to: element)
    }
    let parts = body.children.filter { tree.isNamed($0, "t") || tree.isNamed($0, "r") }
    guard let last = parts.last else {
      guard let first = body.children.first else { return tree.append(run, to: body) }
      return tree.splices.insert(run, at: first.range.lowerBound)
    }
    // A plain text is made a run: programs show one or the other.
    for part in parts where tree.isNamed(part, "t") {
      tree.splices.insert(Array("<\(tree.prefix)r>".utf8), at: part.range.lowerBound)
      tree.splices.insert(Array("</\(tree.prefix)r>".utf8), at: part.range.upperBound)
    }
    tree.splices.insert(run, at: last.range.upperBound)
  }
}
