import ExactNumbers

/// One cell as a batch holds it: plain numbers, with its texts elsewhere, so that a cell costs no
/// allocation and no counting of references.
struct CellRecord: BitwiseCopyable {
  var row: Int32
  var column: Int32
  var kind = CellKind.empty
  var shape = NumberShape.plain
  var hasFormula = false
  /// Whether the text is that of a shared string, by its place in `coefficient`.
  var isShared = false
  /// A value that is none of its type: an error that the file does not name.
  var isBroken = false
  /// Of a number, and of a moment's serial; 1 and 0 of a boolean.
  var coefficient: Int64 = 0
  var exponent: Int16 = 0
  /// The raw text, in the bytes of the batch.
  var start: Int32 = 0
  var count: Int32 = 0
  /// Places in `CellBatch.texts`; -1 for none.
  var formula: Int32 = -1
  var shown: Int32 = -1

  init(row: Int, column: Int) {
    self.row = Int32(truncatingIfNeeded: row)
    self.column = Int32(truncatingIfNeeded: column)
  }

  mutating func hold(_ kind: CellKind, _ number: ExactNumber) {
    self.kind = kind
    coefficient = number.coefficient
    exponent = number.exponent
  }

  var number: ExactNumber {
    ExactNumber(coefficient: coefficient, exponent: Int(exponent)) ?? .zero
  }
}
