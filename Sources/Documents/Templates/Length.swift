/// Lengths of styles.
enum Length {
  /// "2.5cm", "1in", "12pt", "20mm" in centimetres; nil for what is no length.
  static func centimetres(_ text: String) -> Double? {
    for (unit, factor) in [("cm", 1.0), ("mm", 0.1), ("in", 2.54), ("pt", 2.54 / 72)]
    where text.hasSuffix(unit) {
      return Double(text.dropLast(2)).map { $0 * factor }
    }
    return nil
  }

  /// "2.50cm", the same on every machine.
  static func text(_ centimetres: Double) -> String {
    let hundredths = Int((centimetres * 100).rounded())
    let rest = String(hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(hundredths.magnitude / 100).\(rest.count < 2 ? "0" + rest : rest)cm"
  }
}
