extension Label {
  /// Letters and digits in UTF-16. Labels are compared and looked up more often than anything else:
  /// a `String` would look for canonical equivalence each time, and an array be hashed each time.
  struct Word: Sendable {
    let units: [UInt16]
    private let hash: Int

    init(_ units: some Sequence<UInt16>) {
      self.units = Array(units)
      var hasher = Hasher()
      // Four at a time: hashing costs by the call.
      var four: UInt64 = 0
      for (index, unit) in self.units.enumerated() {
        four = four << 16 | UInt64(unit)
        guard index % 4 == 3 else { continue }
        hasher.combine(four)
        four = 0
      }
      hasher.combine(four)
      hasher.combine(self.units.count)
      hash = hasher.finalize()
    }
  }
}

extension Label.Word: Hashable {
  static func == (one: Self, other: Self) -> Bool {
    one.hash == other.hash && one.units == other.units
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension Label.Word: RandomAccessCollection {
  var startIndex: Int { units.startIndex }
  var endIndex: Int { units.endIndex }
  subscript(position: Int) -> UInt16 { units[position] }
}

extension Label.Word: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: UInt16...) { self.init(elements) }
}
