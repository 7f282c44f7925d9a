import ExactNumbers

/// The bounds of what is summed, each with its unit and reason.
enum AnalysisLimits {
  /// The greatest number of a single cell that is taken into a sum, in persons or pieces. A
  /// hundred times mankind; a million such cells still fit into an exact number.
  static let greatest = ExactNumber(coefficient: 1, exponent: 12) ?? 0

  /// Digits after the point of a single cell that is taken into a sum: six millionths of a person
  /// are the remains of somebody's formula.
  static let decimals = 6
}
