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

  /// A text without what programs change when they save it anew: white space.
  static func plain(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Where a stretch stands, in scalars of the text; nil where it does not.
  func place(of stretch: String) -> Range<Int>? {
    let scalars = text.unicodeScalars
    guard let range = text.range(ofScalars: stretch) else { return nil }
    let begin = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return begin..<begin + stretch.unicodeScalars.count
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

extension String {
  /// Where a text stands, compared scalar by scalar; nil where it does not.
  fileprivate func range(ofScalars text: String) -> Range<String.Index>? {
    let wanted = Array(text.unicodeScalars)
    return unicodeScalars.firstRange(of: wanted)
  }
}
