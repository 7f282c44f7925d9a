/// Places of some bytes that are to hold others; all between them is copied as it is.
struct ByteSplices: Sendable {
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  /// Whether nothing is to be changed.
  var isEmpty: Bool { edits.isEmpty }

  /// Of two at one place, the one that was told first comes first.
  mutating func insert(_ bytes: [UInt8], at place: Int) {
    edits.append((place..<place, bytes))
  }

  mutating func replace(_ range: Range<Int>, _ bytes: [UInt8]) {
    edits.append((range, bytes))
  }

  mutating func remove(_ range: Range<Int>) { edits.append((range, [])) }

  /// The bytes with all of it done. Of two edits that overlap, the later one in the bytes is left.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let ordered = edits.enumerated().sorted { a, b in
      (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.bytes.count })
    var done = 0
    for (_, edit) in ordered where edit.range.lowerBound >= done {
      result += bytes[done..<edit.range.lowerBound]
      result += edit.bytes
      done = edit.range.upperBound
    }
    return result + bytes[done...]
  }
}
