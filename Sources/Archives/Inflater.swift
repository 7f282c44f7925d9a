private import CZlib

/// zlib's inflating of raw deflate data (RFC 1951), used for one part after another. It owns zlib's
/// state and frees it.
@safe struct Inflater: ~Copyable {
  /// zlib keeps its address: it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// What one step came to.
  struct Step {
    /// Bytes of the input that were used up.
    var consumed: Int
    /// Bytes at the beginning of the output that are new.
    var produced: Int
    /// Whether the data end here, as they say themselves.
    var isAtEnd: Bool
  }

  /// - Throws: `.unreadable` when there is no memory.
  init() throws(ArchiveError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative: neither a head nor a checksum of zlib's own; 15: windows of 32 kB.
    let result = unsafe inflateInit2_(
      stream, -15, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      unsafe stream.deallocate()
      throw ArchiveError(.unreadable, detail: "zlib error \(result)")
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins anew, with the memory of before.
  mutating func reset() { unsafe inflateReset(stream) }

  /// Inflates until the input is used up or the output is full.
  /// - Returns: nil for data that are damaged.
  mutating func step(
    _ input: [UInt8], _ range: Range<Int>, into output: inout [UInt8]
  ) -> Step? {
    let given = range.clamped(to: 0..<input.count).prefix(Int(Int32.max))
    let room = min(output.count, Int(Int32.max))
    let result = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = source.baseAddress.map {
          unsafe UnsafeMutablePointer(mutating: $0 + given.lowerBound)
        }
        unsafe stream.pointee.avail_in = UInt32(given.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        // To the end at once: a part that fits the output spares zlib a copy of its window.
        return unsafe inflate(stream, Z_FINISH)
      }
    }
    let step = Step(
      consumed: given.count - Int(unsafe stream.pointee.avail_in),
      produced: room - Int(unsafe stream.pointee.avail_out), isAtEnd: result == Z_STREAM_END)
    switch result {
    case Z_STREAM_END, Z_OK, Z_BUF_ERROR: return step
    default: return nil
    }
  }

  /// The CRC-32 of what came before and of more bytes.
  static func checksum(
    _ before: UInt32, _ bytes: [UInt8], _ range: Range<Int>
  ) -> UInt32 {
    let given = range.clamped(to: 0..<bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return before }
      return unsafe UInt32(
        truncatingIfNeeded: crc32_z(UInt(before), start + given.lowerBound, given.count))
    }
  }
}
