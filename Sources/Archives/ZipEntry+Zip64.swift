extension ZipEntry {
  /// Takes the numbers that do not fit 32 bits from the extra field 1 (4.5.3): those of them that
  /// the entry itself leaves to it, in a fixed order.
  mutating func takeZip64(from start: Int, _ count: Int, in stretch: ZipBytes) {
    var place = start
    let stop = start + count
    while place + 4 <= stop, let kind = stretch.number(place, 2),
      let bytes = stretch.number(place + 2, 2)
    {
      place += 4
      guard kind == 1 else {
        place += bytes
        continue
      }
      let end = min(place + bytes, stop)
      for field in [\ZipEntry.size, \.packedSize, \.offset] where self[keyPath: field] == Self.left
      {
        guard place + 8 <= end, let value = stretch.number(place, 8) else {
          fault = "declares numbers of zip64 and does not give them"
          return
        }
        self[keyPath: field] = value
        place += 8
      }
      return
    }
    // Without the field the number may be meant: 4 GB less one byte.
  }

  /// What stands for a number that the extra field gives.
  private static let left = 0xFFFF_FFFF
}
