import Markup

/// Names by number, found by bytes that are only lent: no text is made to look one up.
struct ByteNames {
  private var bytes: [UInt8] = []
  /// Where the name of each number ends in `bytes`.
  private var ends: [Int] = []
  /// Numbers + 1 by hash, 0 for a free place; a power of two, at most half full.
  private var places: [Int32] = [0, 0, 0, 0]

  var count: Int { ends.count }

  /// The number of a name; nil for one that was never taken in.
  func number(of name: borrowing Span<UInt8>) -> Int? {
    var place = start(name)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if isName(number, name) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// The number of a name, the next free one where it is new.
  mutating func take(_ name: borrowing Span<UInt8>) -> Int {
    if let number = number(of: name) { return number }
    bytes.append(copying: name)
    ends.append(bytes.count)
    if ends.count * 2 > places.count {
      grow()
    } else {
      enter(ends.count - 1)
    }
    return ends.count - 1
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func isName(_ number: Int, _ name: borrowing Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == name.count else { return false }
    for index in name.indices where bytes[range.lowerBound + index] != name[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for number in ends.indices { enter(number) }
  }

  private mutating func enter(_ number: Int) {
    var place = start(bytes.span.extracting(range(number)))
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = Int32(truncatingIfNeeded: number + 1)
  }

  /// Seeded anew in each process: nobody can make a file whose names all fall on one place.
  private func start(_ name: borrowing Span<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    for index in name.indices {
      word = word << 8 | UInt64(name[index])
      if index & 7 == 7 {
        hasher.combine(word)
        word = 0
      }
    }
    hasher.combine(word)
    hasher.combine(name.count)
    return hasher.finalize() & (places.count - 1)
  }
}
