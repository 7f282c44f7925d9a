import Markup

/// Reads the notes of a sheet (ECMA-376, 18.7): runs joined, phonetic hints left out.
struct XLSXCommentsReceiver: MarkupReceiver {
  private(set) var comments: [CellComment] = []

  /// Notes of the sheets before.
  private let before: Int
  private let limits: SpreadsheetLimits
  private var authors: [String] = []
  private var text: XLSXCollectedText
  private var address: CellAddress?
  private var author: String?
  private var phoneticDepth = 0

  init(limits: SpreadsheetLimits, before: Int = 0) {
    self.limits = limits
    self.before = before
    text = XLSXCollectedText(limit: limits.textBytes)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.author: text.open()
    case XLSXName.comment:
      address = element.withValue(of: XLSXName.mergedReference) { CellAddress($0) } ?? nil
      author = element.integer(XLSXName.authorID).flatMap {
        authors.indices.contains($0) ? authors[$0] : nil
      }
      phoneticDepth = 0
      text.open()
      text.close()
    case XLSXName.text:
      if phoneticDepth == 0 { text.reopen() }
    case XLSXName.phonetic: phoneticDepth += 1
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.author:
      guard authors.count < limits.extras else {
        throw MarkupError(.tooLarge, detail: "more than \(limits.extras) authors of comments")
      }
      authors.append(text.text)
      text.close()
    case XLSXName.text: text.close()
    case XLSXName.phonetic: phoneticDepth -= 1
    case XLSXName.comment:
      guard let place = address.take() else { return }
      guard before + comments.count < limits.extras else {
        throw MarkupError(.tooLarge, detail: "\(place): more than \(limits.extras) comments")
      }
      // LibreOffice names every author " ".
      let isNamed = author?.contains { $0 != " " } ?? false
      comments.append(
        CellComment(address: place, author: isNamed ? author : nil, text: text.text))
    default: break
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    try text.append(bytes)
  }
}

extension CellComment {
  /// The notes of a sheet with its threads put in their places. Excel writes a note in the place
  /// of each thread, for programs that know none: it begins "[Threaded comment]" in the language
  /// of the program, and says nothing that the thread does not.
  static func joined(_ notes: [CellComment], threads: [CellComment]) -> [CellComment] {
    guard !threads.isEmpty else { return notes }
    var waiting = Dictionary(grouping: threads, by: \.address)
    var joined: [CellComment] = []
    for note in notes {
      if let thread = waiting.removeValue(forKey: note.address) {
        joined += thread
      } else {
        joined.append(note)
      }
    }
    return joined + threads.filter { waiting[$0.address] != nil }
  }
}
