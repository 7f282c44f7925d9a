/// The place of a cell, counted from 1: row 14, column 3 is "C14".
public struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// From 1.
  public var row: Int
  /// From 1: "A".
  public var column: Int

  /// - Parameters: both from 1; they are not checked.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads "C14", "$C$14" or "c14"; nil for anything else and beyond row 9,999,999.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let address = CellAddress(bytes.span) else { return nil }
    self = address
  }

  init?(_ bytes: borrowing Span<UInt8>) {
    var column = 0
    var row = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "$"), row == 0 {
        index += 1
        continue
      }
      let letter = byte & 0xDF
      if letter >= 65, letter <= 90, row == 0 {
        column = column * 26 + Int(letter - 64)
        guard column <= 99_999 else { return nil }
      } else if byte >= 48, byte <= 57, column > 0 {
        row = row * 10 + Int(byte - 48)
        guard row > 0, row <= 9_999_999 else { return nil }
      } else {
        return nil
      }
      index += 1
    }
    guard row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// "C" for 3.
  public static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// "C14".
  public var description: String { Self.letters(column) + String(row) }

  /// By rows, then by columns.
  public static func < (a: CellAddress, b: CellAddress) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}

/// A rectangle of cells, both corners in.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// The upper left corner.
  public var first: CellAddress
  /// The lower right corner, which is in.
  public var last: CellAddress

  /// - Parameters: corners in that order; they are not checked.
  public init(first: CellAddress, last: CellAddress) {
    self.first = first
    self.last = last
  }

  /// Reads "A1:C3" or "A1"; nil for anything else and where the corners are in the wrong order.
  public init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let head = corners.first, let tail = corners.last, corners.count <= 2,
      let first = CellAddress(head), let last = CellAddress(tail), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.init(first: first, last: last)
  }

  /// Whether a cell is in the rectangle.
  public func contains(_ address: CellAddress) -> Bool {
    first.row <= address.row && address.row <= last.row && first.column <= address.column
      && address.column <= last.column
  }

  /// "A1:C3", and "A1:A1" for one cell.
  public var description: String { "\(first):\(last)" }
}
