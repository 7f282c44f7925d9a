package import ExactNumbers

/// A cell to be written.
package struct NewCell: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case empty
    /// May have line breaks.
    case text(String)
    case number(ExactNumber)
    /// ISO 8601: "2021-03-31".
    case date(String)
    /// A formula with the result that it has on the values of this workbook, which programs show
    /// until they reckon anew.
    case formula(NewFormula, shown: Result)
  }

  /// The result of a formula.
  package enum Result: Sendable, Hashable {
    case text(String)
    case number(ExactNumber)
    case flag(Bool)
  }

  package var content: Content
  package var style: CellStyle
  /// A place in the workbook that a click on the cell leads to.
  package var link: NewReference?

  package init(
    _ content: Content = .empty, style: CellStyle = .plain, link: NewReference? = nil
  ) {
    self.content = content
    self.style = style
    self.link = link
  }
}

/// How a cell looks and whether it may be typed into.
package struct CellStyle: Sendable, Hashable {
  package enum Horizontal: Sendable, Hashable {
    /// Numbers to the right, texts to the left.
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

  package enum Format: Sendable, Hashable {
    case general
    /// «1 250».
    case whole
    /// With as many decimals.
    case decimals(Int)
    /// Whatever is typed stays a text: «01».
    case text
    /// «31.03.2021».
    case date
  }

  /// A colour, "RRGGBB" in upper-case hexadecimal.
  package struct Colour: Sendable, Hashable, ExpressibleByStringLiteral {
    package var hexadecimal: String

    package init(stringLiteral value: String) { hexadecimal = value }
  }

  /// Points.
  package var size: Double = 11
  package var isBold = false
  package var isItalic = false
  package var colour: Colour = "000000"
  /// Nil: none.
  package var fill: Colour?
  /// A thin line on all four sides; nil: none.
  package var border: Colour?
  package var horizontal: Horizontal = .standard
  package var vertical: Vertical = .middle
  package var wraps = false
  /// Steps of indentation from the left, 0…15; for texts that stand left.
  package var indent = 0
  package var format: Format = .general
  package var isLocked = true

  package init() {}

  /// Liberation Sans (metrically Arial), 11 points, black, without lines.
  package static let plain = CellStyle()
}

/// What may be typed into cells. An empty cell always may stay empty.
package struct NewValidation: Sendable, Hashable {
  package enum Rule: Sendable, Hashable {
    /// A whole number within limits, both in.
    case whole(ClosedRange<Int>)
    /// Any number within limits, both in.
    case decimal(ClosedRange<Int>)
    /// One of these texts, at most 255 characters with their commas.
    case list([String])
    /// One of the texts of a range of cells.
    case listOf(NewRange)
    /// A day between two, ISO 8601, both in.
    case date(from: String, to: String)
  }

  /// What a person sees when the value does not fit.
  package struct Message: Sendable, Hashable {
    /// At most 32 characters.
    package var title: String
    /// At most 255 characters.
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package var range: CellRange
  package var rule: Rule
  /// Shown while the cell is chosen; nil: nothing.
  package var hint: Message?
  package var refusal: Message
  /// True: a value that does not fit is refused; false: the person is asked and may insist.
  package var isStrict: Bool

  package init(
    range: CellRange, rule: Rule, hint: Message? = nil, refusal: Message, isStrict: Bool = true
  ) {
    self.range = range
    self.rule = rule
    self.hint = hint
    self.refusal = refusal
    self.isStrict = isStrict
  }
}
