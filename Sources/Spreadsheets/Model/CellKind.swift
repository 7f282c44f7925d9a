/// What kind of value a cell holds: a `CellValue` without the value.
public enum CellKind: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  case number
  case text
  case boolean
  case moment
  case error
  case formulaWithoutResult
  case empty
}
