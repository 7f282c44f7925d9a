package import ExactNumbers

extension Language {
  /// The form of a word after a whole number: 1 педагог, 2 педагога, 5 педагогов, 11 педагогов,
  /// 21 педагог, 112 педагогов. The sign does not count. English uses `one` for 1 and −1,
  /// `many` for all else.
  ///
  /// Any case works if its three forms are given: «из 21 школы», «из 3 школ» is
  /// `plural(n, "школы", "школ", "школ")`.
  package func plural(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    let size = count.magnitude
    switch self {
    case .en: return size == 1 ? one : many
    case .ru:
      let last = size % 10
      if (11...14).contains(size % 100) { return many }
      return last == 1 ? one : (2...4).contains(last) ? few : many
    }
  }

  /// The form of a word after a number as it is printed: one that shows decimals takes the
  /// genitive singular, which is `few` («1,5 процента», «1,0 процента»).
  package func plural(
    _ number: ExactNumber, _ one: String, _ few: String, _ many: String
  ) -> String {
    if number.decimals > 0 {
      return switch self {
      case .ru: few
      case .en: many
      }
    }
    // Beyond what an Int holds only the last digits matter, and those are zeros.
    return plural(number.wholeValue ?? 0, one, few, many)
  }

  /// A whole number with its word: «21 педагог».
  package func counted(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    measured(number(count), in: plural(count, one, few, many))
  }
}
