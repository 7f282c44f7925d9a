/// Cuts a text into words in lower case, as labels are compared.
enum LabelWords {
  /// The words of a text, with Latin look-alikes in Russian words made Russian.
  static func words(of text: String) -> [Label.Letters] {
    var words: [Label.Letters] = []
    var word: Label.Letters = []
    for scalar in text.unicodeScalars {
      switch Part(scalar) {
      case .letter(let unit): word.append(unit)
      case .letters(let units): word.append(contentsOf: units)
      case .unseen: break
      case .divider:
        if !word.isEmpty { words.append(russian(word)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(russian(word)) }
    return words
  }

  /// What a character is to a label.
  private enum Part {
    case letter(UInt16)
    /// Beyond the first 65,536 characters, or one that becomes several in lower case.
    case letters([UInt16])
    /// Marks over letters («й» as two characters), soft hyphens, zero-width marks.
    case unseen
    case divider

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: self = .letter(UInt16(scalar.value))
      case 0x41...0x5A, 0x410...0x42F: self = .letter(Self.plain(UInt16(scalar.value + 0x20)))
      case 0x430...0x44F, 0x451: self = .letter(Self.plain(UInt16(scalar.value)))
      case 0x401: self = .letter(Self.plain(0x451))
      case 0xAD, 0x300...0x36F: self = .unseen
      case 0...0x7F, 0xA0, 0xAB, 0xBB, 0x2010...0x201F, 0x2116: self = .divider
      default: self = Self.looked(up: scalar)
      }
    }

    /// «ё» as «е» and «й» as «и»: their marks are left out by people, or stored apart by systems.
    private static func plain(_ unit: UInt16) -> UInt16 {
      switch unit {
      case 0x451: 0x435
      case 0x439: 0x438
      default: unit
      }
    }

    /// The rare rest, by what Unicode says of it.
    private static func looked(up scalar: Unicode.Scalar) -> Part {
      let properties = scalar.properties
      if properties.isDefaultIgnorableCodePoint
        || properties.canonicalCombiningClass != .notReordered
      {
        return .unseen
      }
      guard properties.isAlphabetic || properties.numericType != nil else { return .divider }
      return .letters(Array(properties.lowercaseMapping.utf16))
    }
  }

  /// Latin letters that look like Russian ones and are typed in their stead.
  private static let lookalikes: [UInt16: UInt16] = {
    let pairs: [(Character, Character)] = [
      ("a", "а"), ("b", "в"), ("c", "с"), ("e", "е"), ("h", "н"), ("k", "к"), ("m", "м"),
      ("o", "о"), ("p", "р"), ("t", "т"), ("x", "х"), ("y", "у"),
    ]
    return Dictionary(
      pairs.compactMap { latin, russian in
        zip(String(latin).utf16, String(russian).utf16).first { _ in true }
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// The words of a text with every letter that looks Latin and Russian made Russian, so that
  /// «С14» is the same in either alphabet: for what people type in place of a code or an address.
  static func folded(_ text: String) -> [String] {
    words(of: text).map { word in
      String(decoding: word.map { lookalikes[$0] ?? $0 }, as: UTF16.self)
    }
  }

  /// The Latin letters of an address in a folded word; other letters stay as they are.
  static func unfolded(_ word: String) -> String {
    String(decoding: word.utf16.map { latin[$0] ?? $0 }, as: UTF16.self)
  }

  private static let latin = Dictionary(
    lookalikes.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  private static func russian(_ word: Label.Letters) -> Label.Letters {
    let isMixed =
      word.contains { (0x430...0x44F).contains($0) } && word.contains { (0x61...0x7A).contains($0) }
    return isMixed ? word.map { lookalikes[$0] ?? $0 } : word
  }
}
