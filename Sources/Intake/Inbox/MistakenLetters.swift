/// Names in UTF-8 that a program took for Windows-1251 or Latin-1: «Р¤РѕСЂРјР°», «Ð¤Ð¾Ñ€Ð¼Ð°».
enum MistakenLetters {
  /// The name as it was meant; nil unless its letters are the bytes of Russian text in UTF-8, which
  /// no Russian word is.
  static func mended(_ name: String) -> String? {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    // One letter may be chance.
    for page in [windows1251, windows1252] {
      if let text = mended(name, page), text.unicodeScalars.count(where: isRussian) >= 2 {
        return text
      }
    }
    return nil
  }

  private static func mended(_ name: String, _ page: [Unicode.Scalar: UInt8]) -> String? {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars {
      if let byte = page[scalar] {
        bytes.append(byte)
      } else if scalar.value < 0xA0 {
        // The five bytes without a letter are left as they are.
        bytes.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isRussian(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x45F).contains(scalar.value)
  }

  private static let windows1251: [Unicode.Scalar: UInt8] = {
    let bytes = (UInt8(0x80)...0xFF).filter { $0 != 0x98 }
    return Dictionary(
      zip(Windows1251.text(bytes).unicodeScalars, bytes), uniquingKeysWith: { first, _ in first })
  }()

  /// Source: the mapping table CP1252.TXT of the Unicode Consortium; above it is Latin-1.
  private static let windows1252: [Unicode.Scalar: UInt8] = {
    var page: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(0xA0)...0xFF { page[Unicode.Scalar(byte)] = byte }
    let upper: [(UInt8, Unicode.Scalar)] = [
      (0x80, "€"), (0x82, "‚"), (0x83, "ƒ"), (0x84, "„"), (0x85, "…"), (0x86, "†"), (0x87, "‡"),
      (0x88, "ˆ"), (0x89, "‰"), (0x8A, "Š"), (0x8B, "‹"), (0x8C, "Œ"), (0x8E, "Ž"), (0x91, "‘"),
      (0x92, "’"), (0x93, "“"), (0x94, "”"), (0x95, "•"), (0x96, "–"), (0x97, "—"), (0x98, "˜"),
      (0x99, "™"), (0x9A, "š"), (0x9B, "›"), (0x9C, "œ"), (0x9E, "ž"), (0x9F, "Ÿ"),
    ]
    for (byte, scalar) in upper { page[scalar] = byte }
    return page
  }()
}
