/// The code page in which Russian Excel saves text.
///
/// Source: the mapping table CP1251.TXT of the Unicode Consortium.
enum Windows1251 {
  /// 0x80 to 0xBF; 0x98 is of no character and stands for U+FFFD.
  private static let upper: [Character] = Array(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ" + "ђ‘’“”•–—\u{FFFD}™љ›њќћџ"
      + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї" + "°±Ііґµ¶·ё№є»јЅѕї")

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var isReturn = false
    for byte in bytes {
      switch byte {
      case 0x0A where isReturn: break
      case 0x0D: text.append("\n")
      case ..<0x80: text.append(Character(Unicode.Scalar(byte)))
      case ..<0xC0: text.append(upper[Int(byte) - 0x80])
      default:
        // А to я, 64 letters in the order of Unicode.
        let letter = Unicode.Scalar(0x410 + UInt32(byte) - 0xC0)
        text.append(letter.map { Character($0) } ?? "\u{FFFD}")
      }
      isReturn = byte == 0x0D
    }
    return text
  }
}
