import ExactNumbers
import Spreadsheets

/// Texts that stand for one value: what is read is written so that it reads the same again.
enum ValueTarget {
  static func number(_ bytes: [UInt8]) {
    guard case .number(let number) = ParsedNumber(bytes.span) else { return }
    let text = number.description
    guard let again = ExactNumber(text), again == number else {
      Fuzz.broken("a number reads back", String(decoding: bytes, as: UTF8.self), text)
    }
    // 18 digits are more than a Double has: the two agree within its last digits.
    guard let double = Double(String(decoding: bytes, as: UTF8.self)), double.isNormal else {
      return
    }
    guard (number.doubleValue - double).magnitude <= double.magnitude * 1e-14 else {
      Fuzz.broken("a number agrees with its Double", text, double, number.doubleValue)
    }
    guard (number < again) == false, number <= again else {
      Fuzz.broken("a number equals itself", text)
    }
  }

  static func address(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let address = CellAddress(text) {
      guard CellAddress(address.description) == address else {
        Fuzz.broken("an address reads back", text, address)
      }
    }
    if let range = CellRange(text) {
      guard CellRange(range.description) == range, range.contains(range.first),
        range.contains(range.last)
      else { Fuzz.broken("a range reads back and holds its corners", text, range) }
    }
  }

  static func date(_ bytes: [UInt8]) {
    guard let moment = SerialMoment(iso: String(decoding: bytes, as: UTF8.self)) else { return }
    // A time of 24 hours is written as a duration, and seconds are rounded: the kind and the
    // fraction may change, the second may not.
    guard let seconds = moment.seconds, let again = SerialMoment(iso: moment.iso) else { return }
    guard again.seconds == seconds else {
      Fuzz.broken("a moment reads back", moment.iso, again.iso, seconds)
    }
  }

  /// A number format, and on the next line the number that it shows.
  static func format(_ bytes: [UInt8]) {
    let halves = bytes.split(separator: 10, maxSplits: 1)
    let code = String(decoding: halves.first ?? [], as: UTF8.self)
    let number = halves.dropFirst().first.flatMap {
      ExactNumber(String(decoding: $0, as: UTF8.self))
    }
    let format = NumberFormat(code: code)
    guard format.shape == LonePart.shape(ofNumberFormat: code) else {
      Fuzz.broken("a format has one shape", code, format.shape)
    }
    for language in DisplayLanguage.allCases {
      for shown in [number ?? 44_286, 0, -1] {
        let text = format.text(shown, language: language)
        // A code has 255 characters, each of which shows a name or the digits of a number.
        if text.utf8.count > 200_000 { Fuzz.broken("a shown number is short", code, shown) }
      }
      _ = format.text(code, language: language)
    }
  }

  static func formula(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard LonePart.formula(text, movedBy: 0, 0).utf8.count <= text.utf8.count * 4 + 64 else {
      Fuzz.broken("a formula that is not moved is as long", text)
    }
    _ = LonePart.formula(text, movedBy: 7, -3)
    _ = LonePart.formula(text, movedBy: 1_048_575, -16_383)
    _ = LonePart.formula(ofOpenDocument: text)
    _ = LonePart.formula(ofOpenDocument: "of:=" + text)
  }
}
