import Markup

/// Reads the comments of a sheet that may be answered (MS-XLSX, threadedComments): each comment and
/// each answer is one, in the order of the file.
struct XLSXThreadsReceiver: MarkupReceiver {
  private(set) var comments: [CellComment] = []

  /// Names of people by their keys.
  private let people: [String: String]
  /// Comments of the sheets before.
  private let before: Int
  private let limits: SpreadsheetLimits
  private var text: XLSXCollectedText
  private var address: CellAddress?
  private var author: String?

  init(people: [String: String], limits: SpreadsheetLimits, before: Int = 0) {
    self.people = people
    self.limits = limits
    self.before = before
    text = XLSXCollectedText(limit: limits.textBytes)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.threadedComment:
      address = element.withValue(of: XLSXName.mergedReference) { CellAddress($0) } ?? nil
      author = element.string(XLSXName.personID).flatMap { people[$0.uppercased()] }
      text.open()
      text.close()
    case XLSXName.threadText: text.open()
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.threadText: text.close()
    case XLSXName.threadedComment:
      guard let place = address.take() else { return }
      guard before + comments.count < limits.extras else {
        throw MarkupError(.tooLarge, detail: "\(place): more than \(limits.extras) comments")
      }
      comments.append(CellComment(address: place, author: author, text: text.text))
    default: break
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    try text.append(bytes)
  }
}

/// The people who wrote threads: their names by their keys, which are in capitals.
struct XLSXPeopleReceiver: MarkupReceiver {
  private(set) var names: [String: String] = [:]
  let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard element.token == XLSXName.person, let key = element.string(XLSXName.personKey) else {
      return
    }
    let name = XLSXText.decoded(element, XLSXName.displayName)
    guard !name.isEmpty else { return }
    guard names.count < limit else {
      throw MarkupError(.tooLarge, line: element.line, detail: "more than \(limit) people")
    }
    names[key.uppercased()] = name
  }

  mutating func end(_ token: Int32) throws(MarkupError) {}
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}
}
