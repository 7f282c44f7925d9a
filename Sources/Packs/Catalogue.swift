import Monitoring

/// What has been declared so far: later files may name only this. A code counts as declared even
/// when the rest of its declaration is wrong, so that one slip does not make a hundred faults.
struct Catalogue {
  struct FieldInfo {
    var kind: FormField.Kind?
    /// The dictionary of its rows; nil for a field of a list or of free records.
    var dimension: ClassifierCode?
    var isRecord = false
    /// «чел.», «%»; nil where a value has none.
    var unit: String?
  }

  struct IndicatorInfo {
    var place: Place
    var section: String?
    var isMunicipalOnly: Bool
    var hasTarget: Bool
  }

  /// The members of each dictionary, in order.
  var dictionaries: [String: [String]] = [:]
  var fields: [String: FieldInfo] = [:]
  var indicators: [String: IndicatorInfo] = [:]
  /// In the order of the file.
  var indicatorCodes: [String] = []
}

/// Codes of one kind that were seen, with the line of each.
struct SeenCodes {
  private var lines: [String: Int] = [:]

  /// The code of a record, checked for its letters and for being new.
  mutating func code(of record: Record) -> String {
    let code = record.text("code")
    guard !code.isEmpty else { return code }
    let place = record.place(of: "code")
    if !Self.isCode(code) { record.faults.add(.badCode(code), at: place) }
    if let line = lines[code] {
      record.faults.add(.duplicateCode(code, line: line), at: place)
    } else {
      lines[code] = place.line
    }
    return code
  }

  /// Latin letters, digits, `_` and `-`, a letter first: it stands in conditions, in addresses and
  /// in file names.
  private static func isCode(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
    }
  }
}

/// Names that forms may use for one thing, compared without regard to case, ё/е and spaces. The
/// labels of a form are compared more loosely: punctuation does not matter there, nor do Latin
/// letters in Russian words.
struct SeenNames {
  private var owners: [String: String] = [:]

  mutating func add(_ name: String, of owner: String, at place: Place, faults: FaultList) {
    var key = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    key = String(key.map { $0 == "ё" ? "е" : $0 })
    if let other = owners[key], other != owner {
      faults.add(.ambiguousName(name, other: other), at: place)
    } else {
      owners[key] = owner
    }
  }
}
