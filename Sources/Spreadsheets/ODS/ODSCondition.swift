/// What a validation of OpenDocument asks for (OpenDocument 1.3, part 3, 19.613, `table:condition`):
/// `of:cell-content-is-whole-number() and cell-content-is-between(1,10)`.
struct ODSCondition: Hashable {
  var kind = CellValidation.Kind.any
  var comparison: CellValidation.Comparison?
  var first: String?
  var second: String?
  var items: [String]?

  /// - Parameters:
  ///   - text: "" for a validation that takes anything.
  ///   - move: how far references without "$" are moved.
  ///   - partsByComma: whether one text lists its entries by commas, as Gnumeric writes them.
  init(
    _ text: String, move: OpenReference.Move = OpenReference.Move(), partsByComma: Bool = false
  ) {
    let (language, bytes) = OpenFormula.parted(Array(text.utf8)[...])
    let reader = ODSConditionParts(move: move, isExcel: language == .excel)
    let condition = ODSConditionParts.trimmed(bytes)
    guard !condition.isEmpty else { return }
    read(condition, reader)
    if partsByComma, let only = items?.first, items?.count == 1 {
      items = only.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    items = items?.map(Self.trimmed)
  }

  /// Excel leaves spaces around an entry out; LibreOffice does so when it saves as XLSX.
  private static func trimmed(_ item: String) -> String {
    var rest = item[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  private mutating func read(_ condition: ArraySlice<UInt8>, _ reader: ODSConditionParts) {
    guard let (name, inside, rest) = ODSConditionParts.call(condition) else {
      return custom(condition)
    }
    switch name {
    case "cell-content-is-whole-number": type(.wholeNumber, rest, reader)
    case "cell-content-is-decimal-number": type(.decimal, rest, reader)
    case "cell-content-is-date": type(.date, rest, reader)
    case "cell-content-is-time": type(.time, rest, reader)
    case "cell-content-is-in-list":
      kind = .list
      items = ODSConditionParts.constants(inside)
      if items == nil { first = reader.formula(inside) }
    case "is-true-formula":
      kind = .custom
      first = reader.formula(inside)
    case "cell-content-text-length", "cell-content-text-length-is-between",
      "cell-content-text-length-is-not-between":
      kind = .textLength
      if !compare(condition, reader) { custom(condition) }
    default:
      // A comparison without a type stands for numbers of any kind.
      kind = .decimal
      if !compare(condition, reader) { custom(condition) }
    }
  }

  /// What no program is known to write is given as it stands.
  private mutating func custom(_ condition: ArraySlice<UInt8>) {
    kind = .custom
    first = String(decoding: condition, as: UTF8.self)
  }

  private mutating func type(
    _ type: CellValidation.Kind, _ rest: ArraySlice<UInt8>, _ reader: ODSConditionParts
  ) {
    kind = type
    guard rest.starts(with: "and".utf8) else { return }
    _ = compare(ODSConditionParts.trimmed(rest.dropFirst(3)), reader)
  }

  /// `cell-content()>=1`, `cell-content-is-between(1,10)`; false for anything else.
  private mutating func compare(
    _ condition: ArraySlice<UInt8>, _ reader: ODSConditionParts
  ) -> Bool {
    guard let (name, inside, rest) = ODSConditionParts.call(condition) else { return false }
    switch name {
    case "cell-content-is-between", "cell-content-text-length-is-between": comparison = .between
    case "cell-content-is-not-between", "cell-content-text-length-is-not-between":
      comparison = .notBetween
    case "cell-content", "cell-content-text-length":
      guard let (found, value) = ODSConditionParts.comparison(rest) else { return false }
      comparison = found
      first = reader.formula(value)
      return true
    default: return false
    }
    var values = ODSConditionParts.pieces(inside, by: UInt8(ascii: ","))
    if values.count == 1 { values = ODSConditionParts.pieces(inside, by: UInt8(ascii: ";")) }
    first = values.first.flatMap(reader.formula)
    second = values.dropFirst().first.flatMap(reader.formula)
    return true
  }
}
