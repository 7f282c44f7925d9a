/// How the series of a chart are told apart: by colour, and without it by hatching, marker and
/// dash, for print in grey and for those who do not see colours.
enum ChartPalette {
  enum Filling: Hashable {
    case solid
    /// Lines at this angle, in degrees, anticlockwise from the horizontal.
    case hatch(angle: Int)
    case crossHatch(angle: Int)
  }

  enum Marker: String, Hashable {
    case circle
    case square
    case diamond
    /// Standing on its base.
    case triangle = "arrow-up"
  }

  struct Look: Hashable {
    let colour: String
    let filling: Filling
    let marker: Marker
    /// Lengths of line and gap; empty for a solid line.
    let dash: [Int]
  }

  /// The look of a series; beyond `limit` they repeat.
  static func look(ofSeries number: Int) -> Look { looks[number % looks.count] }

  /// How many series look different.
  static var limit: Int { looks.count }

  /// Of the line of a target.
  static let reference = "#a61c1c"
  static let ink = "#222222"
  static let grid = "#d0d0d0"

  private static let looks = [
    Look(colour: "#1f4e79", filling: .solid, marker: .circle, dash: []),
    Look(colour: "#b45f06", filling: .hatch(angle: 45), marker: .square, dash: [6, 3]),
    Look(colour: "#5b7f3a", filling: .crossHatch(angle: 45), marker: .triangle, dash: [2, 2]),
    Look(colour: "#6a3d7c", filling: .hatch(angle: 0), marker: .diamond, dash: [8, 3, 2, 3]),
    Look(colour: "#3f7f7f", filling: .hatch(angle: 135), marker: .circle, dash: [1, 3]),
  ]
}
