import Markup

/// Reads the strings that cells share: runs joined, phonetic hints left out.
struct XLSXSharedStringsReceiver: MarkupReceiver {
  private let limits: SpreadsheetLimits
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var numberLike: Set<Int> = []
  private var start = 0
  private var isInText = false
  private var phoneticDepth = 0

  init(limits: SpreadsheetLimits) { self.limits = limits }

  /// The strings; what is here is empty then.
  consuming func finish() -> SharedStrings {
    SharedStrings(bytes: bytes, ends: ends, numberLike: numberLike)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.sharedItem:
      bytes.removeLast(bytes.count - start)
    case XLSXName.text: isInText = phoneticDepth == 0
    case XLSXName.phonetic: phoneticDepth += 1
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case XLSXName.sharedItem: try finishString()
    case XLSXName.text: isInText = false
    case XLSXName.phonetic: phoneticDepth -= 1
    default: break
    }
  }

  mutating func text(_ span: borrowing Span<UInt8>) throws(MarkupError) {
    guard isInText else { return }
    guard bytes.count - start + span.count <= limits.textBytes else {
      throw MarkupError(
        .tooLong,
        detail: "shared string \(ends.count) is longer than \(limits.textBytes) bytes")
    }
    bytes.append(copying: span)
  }

  private mutating func finishString() throws(MarkupError) {
    guard ends.count < limits.sharedStrings, bytes.count <= limits.sharedBytes else {
      throw MarkupError(
        .tooLarge,
        detail: "more than \(limits.sharedStrings) strings or \(limits.sharedBytes) bytes")
    }
    XLSXText.decode(&bytes, from: start)
    if NumberLikeText.matches(bytes.span.extracting(start..<bytes.count)) {
      numberLike.insert(ends.count)
    }
    ends.append(bytes.count)
    start = bytes.count
  }
}
