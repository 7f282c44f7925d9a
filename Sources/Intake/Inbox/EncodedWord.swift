/// Names as RFC 2047 carries them, «=?utf-8?B?0KTQvtGA0LzQsC54bHN4?=»; where a system does not take
/// «?» and «/» in a name, «_» stands for them.
enum EncodedWord {
  /// The text; nil where the name holds no such word, or one that is cut or wrong.
  static func decoded(_ name: String) -> String? {
    guard name.contains("=?") || name.contains("=_") else { return nil }
    var rest = name[...]
    var text = ""
    var open: (charset: Charset, bytes: [UInt8])?
    var found = false
    while let start = rest.firstRange(of: "=?") ?? rest.firstRange(of: "=_") {
      let before = rest[..<start.lowerBound]
      guard let word = Word(rest[start.lowerBound...]) else { return nil }
      // A letter may be cut between two words of one encoding, which stand apart by spaces only.
      if let last = open, last.charset == word.charset, before.allSatisfy(\.isGap) {
        open?.bytes += word.bytes
      } else {
        guard close(&open, into: &text) else { return nil }
        text += before
        open = (word.charset, word.bytes)
      }
      rest = word.rest
      found = true
    }
    guard found, close(&open, into: &text) else { return nil }
    return text + rest
  }

  private static func close(
    _ open: inout (charset: Charset, bytes: [UInt8])?, into text: inout String
  ) -> Bool {
    guard let word = open else { return true }
    open = nil
    guard let decoded = word.charset.text(word.bytes) else { return false }
    text += decoded
    return true
  }

  private struct Word {
    var charset: Charset
    var bytes: [UInt8]
    var rest: Substring

    /// Nil where the text does not begin with a whole word.
    init?(_ text: Substring) {
      let mark: Character = text.hasPrefix("=?") ? "?" : "_"
      let parts = text.dropFirst(2).split(
        separator: mark, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let charset = Charset(parts[0]),
        let end = parts[2].firstRange(of: "\(mark)=")
      else { return nil }
      let coded = parts[2][..<end.lowerBound]
      let bytes =
        switch parts[1].lowercased() {
        case "b": Self.base64(coded)
        case "q": Self.quoted(coded)
        default: nil as [UInt8]?
        }
      guard let bytes else { return nil }
      self.charset = charset
      self.bytes = bytes
      rest = parts[2][end.upperBound...]
    }

    private static let digits = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ text: Substring) -> [UInt8]? {
      var bytes: [UInt8] = []
      var bits = 0
      var value = 0
      for byte in text.utf8 where byte != UInt8(ascii: "=") {
        // «/» is no letter of a file's name.
        let digit = byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
        guard let index = digits.firstIndex(of: digit) else { return nil }
        value = (value << 6 | index) & 0xFFFF
        bits += 6
        if bits >= 8 {
          bits -= 8
          bytes.append(UInt8(truncatingIfNeeded: value >> bits))
        }
      }
      return bytes
    }

    private static func quoted(_ text: Substring) -> [UInt8]? {
      var bytes: [UInt8] = []
      var rest = text.utf8[...]
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "_"): bytes.append(UInt8(ascii: " "))
        case UInt8(ascii: "="):
          let digits = String(decoding: rest.prefix(2), as: UTF8.self)
          guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
          bytes.append(value)
          rest = rest.dropFirst(2)
        default: bytes.append(byte)
        }
      }
      return bytes
    }
  }
}

extension Character {
  /// What stands between two words of one name.
  fileprivate var isGap: Bool { isWhitespace || self == "_" }
}
