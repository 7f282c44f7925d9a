/// Names of files that mail programs wrote as they carry them, made readable where there is one
/// reading only.
enum ReadableName {
  /// The path with its names decoded; nil where nothing is mangled, or nothing is certain.
  static func of(_ path: String) -> String? {
    let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let readable = names.map { decoded($0) ?? $0 }
    return readable == names ? nil : readable.joined(separator: "/")
  }

  private static func decoded(_ name: String) -> String? {
    // Nothing of this hides in a plain name, and most are plain.
    guard
      let text = EncodedWord.decoded(name) ?? percentDecoded(name) ?? MistakenLetters.mended(name),
      !text.isEmpty, text.allSatisfy({ $0 != "/" && !$0.isNewline }),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    return text
  }

  /// RFC 2231 and what browsers make: «UTF-8''%D0%A4…», «%D0%A4%D0%BE….xlsx».
  private static func percentDecoded(_ name: String) -> String? {
    guard name.contains("%") else { return nil }
    let parts = name.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let isNamed = parts.count == 3 && Charset(parts[0]) != nil
    let charset = isNamed ? Charset(parts[0]) : .utf8
    var bytes: [UInt8] = []
    var rest = (isNamed ? String(parts[2]) : name).utf8[...]
    var isEncoded = false
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
        isEncoded = isEncoded || value >= 0x80
      } else {
        bytes.append(byte)
      }
    }
    return isEncoded ? charset?.text(bytes) : nil
  }
}

/// The encodings in which Russian names travel.
enum Charset {
  case utf8
  case koi8
  case windows1251

  init?(_ name: some StringProtocol) {
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii": self = .utf8
    case "koi8-r", "koi8r": self = .koi8
    case "windows-1251", "cp1251", "win-1251": self = .windows1251
    default: return nil
    }
  }

  /// Nil for bytes that are no text of this encoding.
  func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .windows1251:
      let text = Windows1251.text(bytes)
      return text.contains("\u{FFFD}") ? nil : text
    case .koi8:
      let letters = bytes.compactMap(Self.koi8)
      return letters.count == bytes.count ? String(letters) : nil
    }
  }

  /// RFC 1489, its letters; the frames and signs beside them stand in no name.
  private static let koi8Letters = Array(
    "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")

  private static func koi8(_ byte: UInt8) -> Character? {
    switch byte {
    case ..<0x80: Character(Unicode.Scalar(byte))
    case 0xA3: "ё"
    case 0xB3: "Ё"
    case 0xC0...: koi8Letters[Int(byte) - 0xC0]
    default: nil
    }
  }
}
