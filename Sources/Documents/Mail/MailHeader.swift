import Foundation

/// Headers of a letter. Nothing that a name or a subject holds can end a header or begin another:
/// control characters and ends of lines become spaces.
enum MailHeader {
  /// Bytes of UTF-8 in an encoded word: in base64 and behind «Subject: » they stay within the 76
  /// characters of RFC 2047, 2.
  private static let wordBytes = 36
  /// Characters of a parameter's piece, for the same reason.
  private static let pieceLength = 48
  /// Characters of a type, on a line of its own: that of an XLSX has 65.
  private static let longestType = 74
  /// Characters of the ASCII name of a file, its ending included.
  private static let plainName = 58

  /// RFC 5322, 3.3, in UTC: "Sun, 20 Jun 2021 10:00:00 +0000".
  static func date(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int?) -> String {
      let digits = String(number ?? 0)
      return digits.count < 2 ? "0" + digits : digits
    }
    let day = days[((parts.weekday ?? 1) - 1) % days.count]
    let month = months[((parts.month ?? 1) - 1) % months.count]
    return "\(day), \(two(parts.day)) \(month) \(parts.year ?? 0) "
      + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
  }

  /// A line an address; no line for none.
  static func addresses(_ header: String, _ addresses: [MailAddress]) -> [String] {
    addresses.enumerated().map { index, address in
      (index == 0 ? "\(header): " : " ") + address.description
        + (index < addresses.count - 1 ? "," : "")
    }
  }

  /// A header of free text in encoded words (RFC 2047), folded.
  static func text(_ header: String, _ text: String) -> [String] {
    words(text).enumerated().map { index, word in
      index == 0 ? "\(header): \(word)" : " \(word)"
    }
  }

  /// RFC 2047: base64 of UTF-8, a character never parted between two words; at least one.
  static func words(_ text: String) -> [String] {
    let chunks = pieces(of: clean(text), longest: wordBytes) { $0.utf8.count }
    return chunks.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
  }

  /// RFC 2231, 3 and 4: a parameter in UTF-8, in numbered pieces, each line ending with ";".
  static func parameter(_ name: String, _ value: String) -> [String] {
    let chunks = pieces(of: clean(value), longest: pieceLength) { escaped($0).utf8.count }
    return chunks.enumerated().map { index, chunk in
      " \(name)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(escaped(chunk));"
    }
  }

  /// The name of a file without what would make it a path.
  static func fileName(_ name: String) -> String {
    let kept = clean(name).map { "/\\".contains($0) ? "_" : $0 }
    return kept.isEmpty ? "file" : String(kept)
  }

  /// A token of our own that has no other characters than it should.
  static func plain(_ text: String) -> String {
    let kept = clean(text).filter { $0.isASCII && $0 != " " && !"\";".contains($0) }
    return String(kept.prefix(longestType))
  }

  private static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSafe =
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
      kept.append(isSafe ? scalar : " ")
    }
    return String(kept)
  }

  /// RFC 2231's `attribute-char` stay as they are.
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isPlain || "-._~".unicodeScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }

  /// The text in pieces whose size is at most `longest`; one empty piece for empty text.
  private static func pieces(
    of text: String, longest: Int, size: (String) -> Int
  ) -> [String] {
    var pieces = [""]
    for scalar in text.unicodeScalars {
      let piece = String(scalar)
      if size(pieces[pieces.count - 1]) + size(piece) > longest { pieces.append("") }
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
    }
    return pieces
  }
}

extension MailHeader {
  /// A name in ASCII that a person still recognises: «Форма № 1.xlsx» → "Forma _ 1.xlsx". A long one
  /// keeps its ending.
  static func latin(_ name: String) -> String {
    let letters = name.map { character -> String in
      let small = character.lowercased()
      if let latin = latinLetters[small] {
        return character.isUppercase ? latin.prefix(1).uppercased() + latin.dropFirst() : latin
      }
      if "–—".contains(character) { return "-" }
      if character == "\u{A0}" { return " " }
      let isPlain = character.isASCII && !"\"\\%".contains(character)
      return isPlain ? String(character) : "_"
    }
    let plain = letters.joined()
    guard plain.count > plainName else { return plain }
    let ending = plain.split(separator: ".").last.map { ".\($0)" } ?? ""
    return String(plain.prefix(max(plainName - ending.count, 1)) + ending.prefix(plainName))
  }

  private static let latinLetters: [String: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
  ]
}
