/// A list of known names made ready for looking up: the same list serves every document.
package struct KnownNames: Sendable {
  let list: [KnownName]
  /// The namespaces of the list, without doubles.
  private let namespaces: [[UInt8]]
  private let choices: [Choice]
  /// Places of choices plus 1 by the hash of their local names; a power of two, at most half full.
  private let slots: [Int32]

  private struct Choice: Sendable {
    var local: [UInt8]
    /// A place in `namespaces`, or one of the two below.
    var namespace: Int32
    var token: Int32
  }

  /// What a name without a namespace has in the place of one.
  static let noNamespace: Int32 = -1
  /// A namespace that is none of the list.
  static let otherNamespace: Int32 = -2
  private static let anyNamespace: Int32 = -3

  package init(_ list: [KnownName]) {
    self.list = list
    var namespaces: [[UInt8]] = []
    var choices: [Choice] = []
    for name in list {
      var place = Self.noNamespace
      if name.namespace == "*" {
        place = Self.anyNamespace
      } else if let namespace = name.namespace.map({ Array($0.utf8) }) {
        let known = namespaces.firstIndex(of: namespace)
        if known == nil { namespaces.append(namespace) }
        place = Int32(known ?? namespaces.count - 1)
      }
      choices.append(Choice(local: Array(name.local.utf8), namespace: place, token: name.token))
    }
    var count = 8
    while count < choices.count * 2 { count *= 2 }
    var slots = [Int32](repeating: 0, count: count)
    for (place, choice) in choices.enumerated() {
      var slot = choice.local.span.nameHash & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(place) + 1
    }
    self.namespaces = namespaces
    self.choices = choices
    self.slots = slots
  }

  /// The place of a namespace in the list.
  func place(ofNamespace namespace: [UInt8]) -> Int32 {
    namespaces.firstIndex(of: namespace).map { Int32($0) } ?? Self.otherNamespace
  }

  /// The token of the first name of the list that fits; 0 when none does.
  func token(_ bytes: borrowing Span<UInt8>, local: Range<Int>, namespace: Int32) -> Int32 {
    var slot = bytes.extracting(local).nameHash & (slots.count - 1)
    // Names of one hash stand in the order of the list.
    while slots[slot] != 0 {
      let choice = choices[Int(slots[slot]) - 1]
      if choice.namespace == namespace || choice.namespace == Self.anyNamespace,
        isName(choice, bytes, local)
      {
        return choice.token
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private func isName(
    _ choice: Choice, _ bytes: borrowing Span<UInt8>, _ local: Range<Int>
  ) -> Bool {
    guard choice.local.count == local.count else { return false }
    for offset in 0..<local.count where choice.local[offset] != bytes[local.lowerBound + offset] {
      return false
    }
    return true
  }
}

extension Span<UInt8> {
  /// FNV-1a, its upper bits brought down: a table of names takes the lower ones.
  var nameHash: Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in indices { hash = (hash ^ UInt32(self[index])) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
  }
}
