/// A node of the organisation tree: a region, a municipality, a union, a school, a branch.
package struct Unit: Sendable, Hashable {
  /// A name with the first period in which it holds.
  package struct Name: Sendable, Hashable {
    /// Nil: from the beginning.
    package var since: Period?
    /// In full, as it stands in its charter, with its own quotes.
    package var full: String
    /// As tables print it.
    package var short: String

    package init(since: Period? = nil, full: String, short: String) {
      self.since = since
      self.full = full
      self.short = short
    }
  }

  package var code: UnitCode
  /// Its place in the register: № 2 is printed before № 10.
  package var number: Int
  /// Oldest first, at least one.
  package var names: [Name]
  /// The level of the pack's tree: "school", "municipality".
  package var level: MemberCode
  /// The type, by which rules may apply; nil when the register does not say.
  package var type: String?
  /// The declared group within which schools are compared; nil when the register does not say.
  package var group: String?
  package var parent: UnitCode?
  /// The post and name of its head, in the dative, as a letter is addressed; nil if unknown.
  package var headDative: String?
  /// The units that it continues: one of another code for a new charter, several after a merger.
  package var succeeds: [UnitCode]
  /// The first period in which it existed; nil: from the beginning.
  package var opened: Period?
  /// The first period in which it no longer existed; nil: it exists.
  package var closed: Period?
  package var email: String?

  package init(
    code: UnitCode, number: Int, names: [Name], level: MemberCode, type: String? = nil,
    group: String? = nil, parent: UnitCode? = nil, headDative: String? = nil,
    succeeds: [UnitCode] = [], opened: Period? = nil, closed: Period? = nil, email: String? = nil
  ) {
    self.code = code
    self.number = number
    self.names = names
    self.level = level
    self.type = type
    self.group = group
    self.parent = parent
    self.headDative = headDative
    self.succeeds = succeeds
    self.opened = opened
    self.closed = closed
    self.email = email
  }

  /// The name that held in `period`.
  package func name(in period: Period) -> Name {
    names.last { $0.since.map { $0 <= period } ?? true }
      ?? names.first ?? Name(full: code.rawValue, short: code.rawValue)
  }

  /// Whether it existed in `period`, and so is expected to hand a form in.
  package func exists(in period: Period) -> Bool {
    if let opened, period < opened { return false }
    if let closed, period >= closed { return false }
    return true
  }
}
