extension OpenFormulaTurning {
  /// Letters and digits that stay on a sheet and off its last row and column, whatever they are.
  private static let plainLetters = 2
  private static let plainDigits = 6

  /// Nearly every reference is `[.A1]` or `[.$B$2:.C3]`: its bytes without brackets and points are
  /// what Excel writes. Does nothing and answers false at any other.
  mutating func plainReference() -> Bool {
    let start = turned.count
    var index = at + 1
    var isLast = false
    while plainCell(&index), index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "]") {
        at = index + 1
        return true
      }
      guard bytes[index] == UInt8(ascii: ":"), !isLast else { break }
      isLast = true
      turned.append(bytes[index])
      index += 1
    }
    turned.removeLast(turned.count - start)
    return false
  }

  /// `.$A$1` from `index` on, which is behind it then.
  private mutating func plainCell(_ index: inout Int) -> Bool {
    guard take(UInt8(ascii: "."), &index) else { return false }
    if take(UInt8(ascii: "$"), &index) { turned.append(UInt8(ascii: "$")) }
    let letters = copy(UInt8(ascii: "A")...UInt8(ascii: "Z"), &index)
    if take(UInt8(ascii: "$"), &index) { turned.append(UInt8(ascii: "$")) }
    guard index < bytes.endIndex, bytes[index] != UInt8(ascii: "0") else { return false }
    let digits = copy(UInt8(ascii: "0")...UInt8(ascii: "9"), &index)
    return (1...Self.plainLetters).contains(letters) && (1...Self.plainDigits).contains(digits)
  }

  private func take(_ byte: UInt8, _ index: inout Int) -> Bool {
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Copies the bytes of a range; how many there were.
  private mutating func copy(_ range: ClosedRange<UInt8>, _ index: inout Int) -> Int {
    let start = index
    while index < bytes.endIndex, range.contains(bytes[index]) {
      turned.append(bytes[index])
      index += 1
    }
    return index - start
  }
}
