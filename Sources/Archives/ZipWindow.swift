private import CLibzip

/// The bytes of a file that are an archive, as libzip asks for them: none of them is copied before.
@safe final class ZipWindow {
  private let bytes: ByteSource
  private let range: Range<Int>
  /// From the beginning of the range.
  private var position = 0
  private var error = unsafe zip_error_t()

  init(_ bytes: consuming ByteSource, _ range: Range<Int>) {
    self.range = range.clamped(to: 0..<bytes.count)
    self.bytes = bytes
  }

  /// A source of libzip, which holds this object until it is freed itself.
  /// - Throws: `.unreadable` when there is no memory.
  @unsafe func source() throws(ArchiveError) -> OpaquePointer {
    let held = unsafe Unmanaged.passRetained(self)
    let source = unsafe zip_source_function_create(
      { object, data, count, command in
        guard let object = unsafe object else { return -1 }
        let held = unsafe Unmanaged<ZipWindow>.fromOpaque(object)
        if command == ZIP_SOURCE_FREE {
          unsafe held.release()
          return 0
        }
        return unsafe held.takeUnretainedValue().answer(command, data, count)
      }, held.toOpaque(), nil)
    guard let source = unsafe source else {
      unsafe held.release()
      throw ArchiveError(.unreadable, detail: "no memory to open the archive")
    }
    return unsafe source
  }

  private static let supported = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ].reduce(0 as zip_int64_t) { $0 | 1 << zip_int64_t($1.rawValue) }

  @unsafe private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_READ:
      let wanted = min(Int(clamping: count), range.count - position)
      guard wanted > 0, let data = unsafe data else { return 0 }
      let buffer = unsafe UnsafeMutableRawBufferPointer(start: data, count: wanted)
      let done = unsafe bytes.load(from: range.lowerBound + position, into: buffer)
      guard done > 0 else { return fail(ZIP_ER_READ) }
      position += done
      return zip_int64_t(done)
    case ZIP_SOURCE_SEEK:
      let place = unsafe zip_source_seek_compute_offset(
        zip_uint64_t(position), zip_uint64_t(range.count), data, count, &error)
      guard place >= 0 else { return -1 }
      position = Int(place)
      return 0
    case ZIP_SOURCE_TELL: return zip_int64_t(position)
    case ZIP_SOURCE_STAT:
      guard unsafe count >= MemoryLayout<zip_stat_t>.size,
        let status = unsafe data?.assumingMemoryBound(to: zip_stat_t.self)
      else { return fail(ZIP_ER_INVAL) }
      unsafe zip_stat_init(status)
      unsafe status.pointee.size = zip_uint64_t(range.count)
      unsafe status.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
      return unsafe zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR: return unsafe zip_error_to_data(&error, data, count)
    case ZIP_SOURCE_SUPPORTS: return Self.supported
    default: return fail(ZIP_ER_OPNOTSUPP)
    }
  }

  private func fail(_ code: Int32) -> zip_int64_t {
    unsafe zip_error_set(&error, code, 0)
    return -1
  }
}
