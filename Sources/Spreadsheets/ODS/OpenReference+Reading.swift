extension OpenReference {
  /// Reads one reference without brackets; nil for anything else.
  init?(_ text: some StringProtocol) {
    self.init(Array(text.utf8)[...])
  }

  init?(_ bytes: ArraySlice<UInt8>) {
    var scan = Scan(bytes: bytes, at: bytes.startIndex)
    guard let reference = scan.reference() else { return nil }
    self = reference
  }

  /// The references of a list parted by spaces; what is none is left out.
  static func list(_ text: String) -> [OpenReference] {
    let bytes = Array(text.utf8)
    var isQuoted = false
    var references: [OpenReference] = []
    for piece in bytes.split(whereSeparator: { byte in
      if byte == UInt8(ascii: "'") { isQuoted.toggle() }
      return byte == UInt8(ascii: " ") && !isQuoted
    }) {
      if let reference = OpenReference(piece) { references.append(reference) }
    }
    return references
  }

  private struct Scan {
    let bytes: ArraySlice<UInt8>
    var at: Int

    mutating func reference() -> OpenReference? {
      var source: String?
      if let quoted = peekQuoted(), quoted.end < bytes.endIndex,
        bytes[quoted.end] == UInt8(ascii: "#")
      {
        source = quoted.text
        at = quoted.end + 1
      }
      guard let (sheet, first) = part() else { return nil }
      var reference = OpenReference(source: source, sheet: sheet, first: first)
      guard at < bytes.endIndex else {
        // One side alone must be a cell.
        let isCell = first.column != nil && first.row != nil
        return first.isBroken || isCell ? reference : nil
      }
      at += 1
      guard let (lastSheet, last) = part(), at == bytes.endIndex else { return nil }
      if let lastSheet, lastSheet != sheet {
        guard sheet != nil else { return nil }
        reference.lastSheet = lastSheet
      }
      let isSound =
        first.isBroken || last.isBroken
        || ((first.row == nil) == (last.row == nil)
          && (first.column == nil) == (last.column == nil))
      reference.last = last
      return isSound ? reference : nil
    }

    /// A sheet, if one is named, and a corner, up to ":" or the end.
    private mutating func part() -> (String?, Corner)? {
      if at < bytes.endIndex, bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.endIndex,
        bytes[at + 1] == UInt8(ascii: "'")
      {
        at += 1
      }
      if let quoted = peekQuoted() {
        guard quoted.end < bytes.endIndex, bytes[quoted.end] == UInt8(ascii: ".") else {
          return nil
        }
        at = quoted.end + 1
        guard let corner = corner(upTo: end()) else { return nil }
        return (quoted.text, corner)
      }
      let end = end()
      guard let point = bytes[at..<end].lastIndex(of: UInt8(ascii: ".")) else {
        return corner(upTo: end).map { (nil, $0) }
      }
      var name = bytes[at..<point]
      if name.first == UInt8(ascii: "$") { name = name.dropFirst() }
      let sheet = name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      at = point + 1
      return corner(upTo: end).map { (sheet, $0) }
    }

    private func end() -> Int {
      bytes[at...].firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
    }

    /// What stands in apostrophes here, and the place behind it.
    private func peekQuoted() -> (text: String, end: Int)? {
      guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "'") else { return nil }
      var text: [UInt8] = []
      var index = at + 1
      while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "'") {
          guard index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "'") else {
            return (String(decoding: text, as: UTF8.self), index + 1)
          }
          index += 1
        }
        text.append(bytes[index])
        index += 1
      }
      return nil
    }

    /// `$A$1`, `A`, `$1`, or anything with "#REF!" in it.
    private mutating func corner(upTo end: Int) -> Corner? {
      defer { at = end }
      var corner = Corner()
      let text = bytes[at..<end]
      if text.count >= 5, text.suffix(5).elementsEqual(OpenReference.gone.utf8) || hasGone(text) {
        corner.isBroken = true
        return corner
      }
      var index = at
      var isFixed = false
      while index < end {
        let byte = bytes[index]
        let letter = byte & 0xDF
        if byte == UInt8(ascii: "$"), !isFixed, corner.row == nil {
          isFixed = true
        } else if letter >= 65, letter <= 90, corner.row == nil, corner.column == nil || !isFixed {
          corner.columnIsFixed = corner.columnIsFixed || isFixed
          isFixed = false
          let column = (corner.column ?? 0) * 26 + Int(letter - 64)
          guard column <= SheetGrid.columns else { return nil }
          corner.column = column
        } else if byte >= 48, byte <= 57 {
          corner.rowIsFixed = corner.rowIsFixed || isFixed
          isFixed = false
          let row = (corner.row ?? 0) * 10 + Int(byte - 48)
          guard row > 0, row <= SheetGrid.rows else { return nil }
          corner.row = row
        } else {
          return nil
        }
        index += 1
      }
      return isFixed || (corner.row == nil && corner.column == nil) ? nil : corner
    }

    private func hasGone(_ text: ArraySlice<UInt8>) -> Bool {
      text.starts(with: OpenReference.gone.utf8)
    }
  }
}
