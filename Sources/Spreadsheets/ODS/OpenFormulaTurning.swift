/// One formula on its way from the notation of OpenDocument to that of Excel: each byte is looked
/// at a fixed number of times.
struct OpenFormulaTurning {
  private let bytes: ArraySlice<UInt8>
  private let move: OpenReference.Move
  private var at: Int
  private var turned: [UInt8] = []
  /// Greater than 0 within an inline array.
  private var arrays = 0

  init(_ bytes: ArraySlice<UInt8>, move: OpenReference.Move) {
    self.bytes = bytes
    self.move = move
    at = bytes.startIndex
  }

  mutating func finish() -> String {
    turned.reserveCapacity(bytes.count)
    while at < bytes.endIndex { step() }
    return String(decoding: turned, as: UTF8.self)
  }

  private mutating func step() {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "\""): copy(upTo: closing(byte, from: at))
    case UInt8(ascii: "'"): quotedName()
    case UInt8(ascii: "$"): name()
    case UInt8(ascii: "["): reference()
    case UInt8(ascii: "#"): error()
    case UInt8(ascii: ";"), UInt8(ascii: "~"): put(UInt8(ascii: ","))
    case UInt8(ascii: "|") where arrays > 0: put(UInt8(ascii: ";"))
    case UInt8(ascii: "!"):
      put(UInt8(ascii: " "))
      // "!!" is the intersection that a program puts in by itself.
      if at < bytes.endIndex, bytes[at] == UInt8(ascii: "!") { at += 1 }
    case UInt8(ascii: "{"):
      arrays += 1
      put(byte)
    case UInt8(ascii: "}"):
      arrays -= 1
      put(byte)
    default: put(byte)
    }
  }

  private mutating func put(_ byte: UInt8) {
    turned.append(byte)
    at += 1
  }

  private mutating func put(_ text: String) { turned.append(contentsOf: text.utf8) }

  private mutating func copy(upTo end: Int) {
    turned.append(contentsOf: bytes[at..<end])
    at = end
  }

  /// The place behind the quote that closes the one here; a doubled one closes nothing. The end
  /// where none does.
  private func closing(_ quote: UInt8, from start: Int) -> Int {
    var index = start + 1
    while index < bytes.endIndex {
      if bytes[index] == quote {
        guard index + 1 < bytes.endIndex, bytes[index + 1] == quote else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return bytes.endIndex
  }

  /// `[.A1]`, or the columns of a table behind its name: `Сведения[Имя]`.
  private mutating func reference() {
    if let before = turned.last, Self.isNamePart(before) {
      copy(upTo: closingBracket(nests: true))
      return
    }
    let end = closingBracket(nests: false)
    guard bytes[end - 1] == UInt8(ascii: "]"), end - 1 > at,
      let reference = OpenReference(bytes[(at + 1)..<(end - 1)])
    else {
      copy(upTo: end)
      return
    }
    put(reference.excel(move))
    at = end
  }

  private func closingBracket(nests: Bool) -> Int {
    var depth = 0
    var index = at
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "'"):
        index = closing(UInt8(ascii: "'"), from: index)
        continue
      case UInt8(ascii: "["): depth += nests || depth == 0 ? 1 : 0
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return bytes.endIndex
  }

  /// `'Лист 1'.Имя` is a name that one sheet knows; anything else in apostrophes stays.
  private mutating func quotedName() {
    let end = closing(UInt8(ascii: "'"), from: at)
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: "."), end - at > 2 else {
      copy(upTo: end)
      return
    }
    let inside = String(decoding: bytes[(at + 1)..<(end - 1)], as: UTF8.self)
    put(SheetNameQuoting.quoted(inside.replacing("''", with: "'")) + "!")
    at = end + 1
  }

  /// `$$Имя` is a name, `$Лист1.Имя` and `$'Лист 1'.Имя` one that a single sheet knows.
  private mutating func name() {
    let next = at + 1
    guard next < bytes.endIndex else { return put(bytes[at]) }
    if bytes[next] == UInt8(ascii: "$") {
      at += 2
      return
    }
    if bytes[next] == UInt8(ascii: "'") {
      at += 1
      quotedName()
      return
    }
    let end = bytes[next...].firstIndex { !Self.isNamePart($0) } ?? bytes.endIndex
    guard end > next, end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") else {
      copy(upTo: max(end, next))
      return
    }
    put(SheetNameQuoting.quoted(String(decoding: bytes[next..<end], as: UTF8.self)) + "!")
    at = end + 1
  }

  /// "#REF!", "#DIV/0!", "#NAME?", "#N/A": the mark behind it is no operator.
  private mutating func error() {
    var end = at + 1
    while end < bytes.endIndex {
      let byte = bytes[end]
      let isIn = Self.isNamePart(byte) || byte == UInt8(ascii: "/")
      if !isIn { break }
      end += 1
    }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: "!") || bytes[end] == UInt8(ascii: "?") {
      end += 1
    }
    copy(upTo: end)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    let letter = byte & 0xDF
    return (letter >= 65 && letter <= 90) || (byte >= 48 && byte <= 57)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
