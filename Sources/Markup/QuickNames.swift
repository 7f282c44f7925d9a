private import Glibc

/// The names of one document as they are spelled in it, each with its token.
///
/// Office programs write the same few tags in the same order over and over: what followed a name
/// the last time is tried first, with one comparison of bytes.
@safe struct QuickNames: ~Copyable {
  struct Entry: BitwiseCopyable {
    /// Where its bytes stand in `spelled`.
    var start: Int32
    var count: Int32
    var token: Int32
    var isAttribute: Bool
    /// The element that began after this one began, or the attribute that stood after this one.
    var next: Int32 = -1
    /// The first attribute that an element of this name had.
    var attribute: Int32 = -1
  }

  /// Names that are compared with one that is looked up.
  private static let mostSteps = 32
  /// Bytes of all names that are kept.
  private static let mostBytes = 1 << 20
  /// Distinct names that are kept: office documents have some 200.
  static let limit = 4096

  private(set) var entries = RecordBuffer<Entry>(room: 64)
  private(set) var spelled = RecordBuffer<UInt8>(room: 1024)
  /// Open addressing: place of an entry plus 1. Elements and attributes apart, because a name
  /// without a prefix is in the default namespace only as an element.
  private var slots = [Int32](repeating: 0, count: 128)

  /// Namespaces by their prefixes, as the root element binds them; "" for the default one.
  private var namespaces: [(prefix: [UInt8], place: Int32)]
  private let known: KnownNames

  init(known: KnownNames) {
    self.known = known
    let xml = known.place(ofNamespace: Self.xmlNamespace)
    namespaces = [(Self.xmlPrefix, xml), ([], KnownNames.noNamespace)]
  }

  private static let xmlPrefix = Array("xml".utf8)
  private static let xmlNamespace = Array("http://www.w3.org/XML/1998/namespace".utf8)

  /// - Parameter namespace: not empty.
  mutating func bind(prefix: [UInt8], to namespace: [UInt8]) {
    if prefix.isEmpty { namespaces.remove(at: 1) }
    let place = (prefix, known.place(ofNamespace: namespace))
    if prefix.isEmpty { namespaces.insert(place, at: 1) } else { namespaces.append(place) }
  }

  func token(_ entry: Int32) -> Int32 { entries[Int(entry)].token }

  /// Whether the bytes at a place are those of an entry; what follows them is not looked at.
  @inline(__always)
  func matches(_ entry: Int32, _ bytes: borrowing Span<UInt8>, at place: Int) -> Bool {
    guard entry >= 0 else { return false }
    let known = entries[Int(entry)]
    let count = Int(known.count)
    guard place + count <= bytes.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe memcmp(base + place, spelled.base + Int(known.start), count) == 0
    }
  }

  @inline(__always)
  func count(_ entry: Int32) -> Int { Int(entries[Int(entry)].count) }

  /// The entry that began after this element the last time; -1 for none.
  @inline(__always)
  func next(_ entry: Int32) -> Int32 { entry < 0 ? -1 : entries[Int(entry)].next }

  @inline(__always)
  func firstAttribute(_ entry: Int32) -> Int32 { entries[Int(entry)].attribute }

  mutating func remember(next: Int32, after entry: Int32) {
    if entry >= 0 { entries[Int(entry)].next = next }
  }

  mutating func remember(firstAttribute: Int32, of entry: Int32) {
    entries[Int(entry)].attribute = firstAttribute
  }

  func bytes(_ entry: Int32) -> [UInt8] {
    let known = entries[Int(entry)]
    return (0..<Int(known.count)).map { spelled[Int(known.start) + $0] }
  }

  /// The entry of the name at a place, a new one if need be; nil for a name that is not plain: more
  /// than one colon, a prefix that is not bound, a declaration of a namespace, too many names.
  mutating func entry(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, isAttribute: Bool
  ) -> Int32? {
    var slot = bytes.extracting(range).nameHash & (slots.count - 1)
    var steps = 0
    while slots[slot] != 0 {
      // Names that are made to collide are left to libxml2, whose table is seeded.
      steps += 1
      guard steps <= Self.mostSteps else { return nil }
      let entry = slots[slot] - 1
      if count(entry) == range.count, matches(entry, bytes, at: range.lowerBound),
        isAttribute == entries[Int(entry)].isAttribute
      {
        return entry
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard entries.count < Self.limit, spelled.count + range.count <= Self.mostBytes,
      let token = token(bytes, range, isAttribute)
    else {
      return nil
    }
    let entry = Int32(entries.count)
    entries.append(
      Entry(
        start: Int32(spelled.count), count: Int32(range.count), token: token,
        isAttribute: isAttribute))
    spelled.append(copying: bytes.extracting(range))
    slots[slot] = entry + 1
    if entries.count * 2 > slots.count { grow() }
    return entry
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for index in 0..<entries.count {
      let name = bytes(Int32(index))
      var slot = name.span.nameHash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index) + 1
    }
  }

  /// Nil for a name that is not plain.
  private func token(
    _ bytes: borrowing Span<UInt8>, _ name: Range<Int>, _ isAttribute: Bool
  ) -> Int32? {
    var colon: Int?
    for index in name where bytes[index] == UInt8(ascii: ":") {
      guard colon == nil else { return nil }
      colon = index
    }
    guard begins(bytes, name) else { return nil }
    guard let colon else {
      // A declaration is no attribute like others.
      if isAttribute, isXMLNS(bytes, name) { return nil }
      let namespace = isAttribute ? KnownNames.noNamespace : namespaces[1].place
      return known.token(bytes, local: name, namespace: namespace)
    }
    let prefix = name.lowerBound..<colon
    let local = colon + 1..<name.upperBound
    guard !prefix.isEmpty, begins(bytes, local), !isXMLNS(bytes, prefix) else { return nil }
    for namespace in namespaces where isSame(bytes, prefix, namespace.prefix) {
      return known.token(bytes, local: local, namespace: namespace.place)
    }
    return nil
  }

  private func begins(_ bytes: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    !name.isEmpty && QuickClass.of(bytes[name.lowerBound]) & QuickClass.begin != 0
  }

  private static let xmlns = Array("xmlns".utf8)

  private func isXMLNS(_ bytes: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    isSame(bytes, name, Self.xmlns)
  }

  private func isSame(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ other: [UInt8]
  ) -> Bool {
    guard range.count == other.count else { return false }
    for offset in other.indices where bytes[range.lowerBound + offset] != other[offset] {
      return false
    }
    return true
  }
}
