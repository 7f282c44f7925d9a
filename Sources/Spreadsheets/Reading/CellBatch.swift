public import ExactNumbers

/// A stretch of cells of one sheet, lent to a `CellReceiver` for one call.
///
///     for index in 0..<batch.count {
///       switch batch.kind(at: index) {
///       case .number: total = try total + batch.number(at: index)!
///       …
///
/// A cell is named by its place in the batch, from 0 to `count - 1`; beyond it the program stops, as
/// with an array. `batch[index]` makes a `Cell` of its own, which costs an allocation for its texts;
/// the other members cost none but where they give a `String`.
public struct CellBatch: Sendable {
  var records: [CellRecord] = []
  /// Raw texts of the records.
  var bytes: [UInt8] = []
  /// Formulas and shown texts, where they are asked for.
  var texts: [String] = []
  let shared: SharedStrings
  /// What of the records is lent.
  var lent = 0..<0
  /// Rows between the records' and those that they stand for: a row may be repeated.
  var shift = 0

  init(shared: SharedStrings = .none) { self.shared = shared }

  /// Cells in the batch.
  public var count: Int { lent.count }

  /// Where a cell stands.
  public func address(at index: Int) -> CellAddress {
    let record = record(index)
    return CellAddress(row: Int(record.row) + shift, column: Int(record.column))
  }

  /// What kind of value a cell holds.
  public func kind(at index: Int) -> CellKind { record(index).kind }

  /// How the format of a cell shows a number.
  public func shape(at index: Int) -> NumberShape { record(index).shape }

  /// Whether the value of a cell is the result of a formula.
  public func hasFormula(at index: Int) -> Bool { record(index).hasFormula }

  /// A number, or the days of a moment; nil for other kinds.
  public func number(at index: Int) -> ExactNumber? {
    let record = record(index)
    return switch record.kind {
    case .number, .moment: record.number
    case .text, .boolean, .error, .formulaWithoutResult, .empty: nil
    }
  }

  /// Lends the UTF-8 of a text; nil for other kinds.
  public func withText<Value>(at index: Int, _ body: (Span<UInt8>) -> Value) -> Value? {
    let record = record(index)
    guard record.kind == .text else { return nil }
    return withRaw(record, body)
  }

  /// What a cell holds.
  public func value(at index: Int) -> CellValue {
    let record = record(index)
    return switch record.kind {
    case .number: .number(record.number)
    case .text: .text(raw(record))
    case .boolean: .boolean(record.coefficient != 0)
    case .moment: .moment(SerialMoment(shape: record.shape, serial: record.number))
    case .error: .error(record.isBroken ? "#VALUE!" : raw(record))
    case .formulaWithoutResult: .formulaWithoutResult
    case .empty: .empty
    }
  }

  /// A cell that outlives the call.
  public subscript(index: Int) -> Cell { cell(at: index, value(at: index)) }

  func cell(at index: Int, _ value: CellValue) -> Cell {
    let record = record(index)
    return Cell(
      address: address(at: index), value: value,
      // A text is its own raw text, and is kept once.
      rawText: record.kind == .text ? "" : raw(record), shape: record.shape,
      hasFormula: record.hasFormula,
      formula: record.formula < 0 ? nil : texts[Int(record.formula)],
      shown: record.shown < 0 ? nil : texts[Int(record.shown)])
  }

  /// Whether the raw text of a cell is that of the cell before it in the batch, which is repeated.
  func repeatsText(at index: Int) -> Bool {
    guard index > 0 else { return false }
    let (record, before) = (record(index), record(index - 1))
    return record.count > KeptTexts.freeBytes && !record.isShared && !before.isShared
      && record.start == before.start && record.count == before.count
  }

  /// The place of a text among the shared strings; nil for other kinds and texts of the cell's own.
  func sharedPlace(at index: Int) -> Int? {
    let record = record(index)
    return record.kind == .text && record.isShared ? Int(record.coefficient) : nil
  }

  /// The place of a text that a record names; -1 for none.
  mutating func keep(_ text: String?) -> Int32 {
    guard let text else { return -1 }
    texts.append(text)
    return Int32(truncatingIfNeeded: texts.count - 1)
  }

  private func record(_ index: Int) -> CellRecord { records[lent.lowerBound + index] }

  private func raw(_ record: CellRecord) -> String {
    record.isShared
      ? shared.string(Int(record.coefficient))
      : String(decoding: bytes[Int(record.start)..<Int(record.start + record.count)], as: UTF8.self)
  }

  private func withRaw<Value>(_ record: CellRecord, _ body: (Span<UInt8>) -> Value) -> Value {
    if record.isShared { return shared.withBytes(Int(record.coefficient), body) }
    return body(bytes.span.extracting(Int(record.start)..<Int(record.start + record.count)))
  }
}
