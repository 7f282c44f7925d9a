extension Language {
  /// The members in one phrase: «а, б и в», "a, b and c". Empty for none.
  package func list(_ members: [String]) -> String {
    guard let last = members.last else { return "" }
    let others = members.dropLast()
    if others.isEmpty { return last }
    let and =
      switch self {
      case .ru: " и "
      case .en: " and "
      }
    return others.joined(separator: ", ") + and + last
  }
}
