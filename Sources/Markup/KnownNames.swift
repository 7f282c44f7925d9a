/// A list of known names made ready for looking up: the same list serves every document.
package struct KnownNames: Sendable {
  let list: [KnownName]
  /// The names of each local name, in the order of the list.
  private let byLocal: [[UInt8]: [Choice]]

  private struct Choice: Sendable {
    /// Nil for no namespace.
    var namespace: [UInt8]?
    var isAny: Bool
    var token: Int32
  }

  package init(_ list: [KnownName]) {
    self.list = list
    var byLocal: [[UInt8]: [Choice]] = [:]
    for name in list {
      byLocal[Array(name.local.utf8), default: []].append(
        Choice(
          namespace: name.namespace.map { Array($0.utf8) }, isAny: name.namespace == "*",
          token: name.token))
    }
    self.byLocal = byLocal
  }

  /// The token of the first name of the list that fits; 0 when none does.
  /// - Parameter namespace: empty for none.
  func token(local: [UInt8], namespace: [UInt8]) -> Int32 {
    for choice in byLocal[local] ?? [] {
      if choice.isAny || (choice.namespace ?? []) == namespace { return choice.token }
    }
    return 0
  }
}
