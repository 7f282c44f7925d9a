import Documents
import ExactNumbers

extension TemplateValue {
  /// A whole number that a template may word or count with.
  static func count(_ number: Int) -> TemplateValue { .number(ExactNumber(number)) }
}

extension TemplateRecord {
  /// A table under its name, and whether there is one under `has_…`.
  mutating func put(_ table: Table?, as name: String) {
    self["has_\(name)"] = .flag(table != nil)
    self[name] = table.map { .block(.table($0)) } ?? .missing
  }
}

extension [TemplateRecord] {
  /// Each with `is_last`, for the stop at the end of a list.
  func markingLast() -> [TemplateRecord] {
    enumerated().map { position, record in
      var marked = record
      marked["is_last"] = .flag(position == count - 1)
      return marked
    }
  }
}
