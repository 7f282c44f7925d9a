/// The texts by which remarks of an earlier copy are known again in the comments of a workbook.
struct FormerRemarks {
  /// Without white space; the longest first, because one remark may begin another.
  private let texts: [String]
  /// Whether a list has told what was said. Without one all comments of our name are taken for ours.
  let isKnown: Bool
  private let headings: Set<String>

  /// - Parameters:
  ///   - new: what is to be said now: where the list has gone, what stands there still.
  ///   - author: who has said it.
  init(_ former: FormerCopy, new: some Sequence<String>, author: String) {
    // A copy may have been saved in the other format since.
    headings = [
      Self.plain(ODSNoteSplicing.divider(of: author)), Self.plain(XLSXNoteBook.heading(author)),
    ]
    let plain = Set(former.comments.union(new).map(Self.plain)).filter { !$0.isEmpty }
    texts = plain.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    isKnown = former.isKnown
  }

  /// How many of these lines, from the first, are a remark; nil where none begins here. Blank lines
  /// behind it belong to it.
  func count(in lines: some Sequence<String>) -> Int? {
    let lines = lines.map(Self.plain)
    let found = texts.lazy.compactMap { Self.count($0, in: lines) }.first
    return found.map { count in count + lines[count...].prefix { $0.isEmpty }.count }
  }

  /// Whether a line parts what somebody typed from a remark behind it.
  func isHeading(_ line: String) -> Bool { headings.contains(Self.plain(line)) }

  private static func count(_ text: String, in lines: [String]) -> Int? {
    var rest = text.unicodeScalars[...]
    for (index, line) in lines.enumerated() {
      guard rest.starts(with: line.unicodeScalars) else { return nil }
      rest = rest.dropFirst(line.unicodeScalars.count)
      if rest.isEmpty { return index + 1 }
    }
    return nil
  }

  /// A text without what programs change when they save it anew: white space.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: text.unicodeScalars.filter { !$0.properties.isWhitespace })
    return String(plain)
  }
}
