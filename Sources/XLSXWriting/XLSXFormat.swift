/// How a cell of XLSX looks and whether it is locked.
package struct XLSXFormat: Sendable, Hashable {
  package enum Horizontal: Sendable, Hashable {
    case standard
    case left
    case centre
    case right
  }

  package enum Vertical: Sendable, Hashable {
    case top
    case middle
    case bottom
  }

  package var font = "Arial"
  /// Points, 1…409.
  package var size = 11.0
  package var isBold = false
  package var isItalic = false
  /// 0xRRGGBB.
  package var colour: UInt32 = 0
  /// 0xRRGGBB; nil: none.
  package var fill: UInt32?
  /// A thin line on all four sides, 0xRRGGBB; nil: none.
  package var border: UInt32?
  package var horizontal = Horizontal.standard
  package var vertical = Vertical.middle
  package var wraps = false
  /// Steps of indentation, 0…15.
  package var indent = 0
  /// A format code of ECMA-376, 18.8.31; nil: `General`.
  package var numbers: String?
  package var isLocked = true

  package init() {}
}

/// The colours and the weight that cells take on while a condition holds; nil leaves as it is.
package struct XLSXAppearance: Sendable, Hashable {
  /// 0xRRGGBB.
  package var colour: UInt32
  package var fill: UInt32?
  package var isBold: Bool

  package init(colour: UInt32, fill: UInt32? = nil, isBold: Bool = false) {
    self.colour = colour
    self.fill = fill
    self.isBold = isBold
  }
}
