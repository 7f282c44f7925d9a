/// Texts that many cells share, one after another in one piece of memory.
struct SharedStrings: Sendable {
  static let none = SharedStrings(bytes: [], ends: [], numberLike: [])

  private let bytes: [UInt8]
  /// Where each text ends.
  private let ends: [Int]
  /// The places of those that look like numbers.
  let numberLike: Set<Int>

  init(bytes: [UInt8], ends: [Int], numberLike: Set<Int>) {
    self.bytes = bytes
    self.ends = ends
    self.numberLike = numberLike
  }

  var count: Int { ends.count }

  func byteCount(_ index: Int) -> Int { range(index).count }

  func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

  func string(_ index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  func withBytes<Value>(_ index: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    body(bytes.span.extracting(range(index)))
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
