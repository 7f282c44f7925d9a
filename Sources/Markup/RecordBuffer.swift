/// Memory for plain records that grows and is never given back before the end: what is lent from it
/// keeps its place until the next change.
@safe struct RecordBuffer<Record: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Record>
  private(set) var count = 0
  private var room: Int

  init(room: Int) {
    self.room = max(room, 1)
    unsafe base = .allocate(capacity: self.room)
  }

  deinit { unsafe base.deallocate() }

  subscript(index: Int) -> Record {
    get {
      precondition(index >= 0 && index < count, "a record beyond the end")
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count, "a record beyond the end")
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ record: Record) {
    if count == room { grow(to: count + 1) }
    unsafe base[count] = record
    count &+= 1
  }

  /// Forgets the records from a place on.
  mutating func removeAll(from index: Int = 0) { count = min(count, max(index, 0)) }

  /// Forgets the first records and moves the rest to the front.
  mutating func removeFirst(_ number: Int) {
    let gone = min(max(number, 0), count)
    count -= gone
    unsafe base.update(from: base + gone, count: count)
  }

  mutating func append(copying records: borrowing Span<Record>) {
    if count + records.count > room { grow(to: count + records.count) }
    unsafe records.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).update(from: start, count: source.count)
    }
    count += records.count
  }

  private mutating func grow(to least: Int) {
    room = max(least, room * 2)
    let larger = UnsafeMutablePointer<Record>.allocate(capacity: room)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }
}
