import Analysis
import Findings
import Monitoring
import Store

/// Compares results with those that were signed.
struct SignedComparison {
  private let store: Store
  private let register: UnitRegister

  init(_ store: Store, register: UnitRegister) {
    self.store = store
    self.register = register
  }

  /// Every value that differs from the one that was signed first.
  func revisions(of results: ResultSet) throws -> [ValueAddress: Revision] {
    var found: [ValueAddress: Revision] = [:]
    for period in results.periods {
      let revised = try revisions(in: period, now: { results.values[$0] })
      let changed = Dictionary(grouping: revised.map(\.address), by: \.unit)
      for revision in revised {
        found[revision.address] = revision
        found[revision.address]?.units = units(behind: revision, changed)
      }
    }
    return found
  }

  /// - Parameter changed: the addresses of the period's revised values by unit.
  private func units(
    behind revision: Revision, _ changed: [UnitCode: [ValueAddress]]
  ) -> [UnitCode] {
    let address = revision.address
    let below = register.units(below: address.unit).map(\.code).filter { $0 != address.unit }
    let alike = below.filter { unit in
      changed[unit]?.contains {
        $0.indicator == address.indicator && $0.breakdown == address.breakdown
      } ?? false
    }
    return alike.isEmpty ? below.filter { changed[$0] != nil } : alike
  }

  /// The revision of one value, without the units behind it; nil when it is as it was signed, or was
  /// never signed.
  func revision(of value: IndicatorValue) throws -> Revision? {
    try revisions(in: value.address.period, only: value.address) { _ in value }.first
  }

  /// What a closed period's results have become that nobody opened, as addresses with both values;
  /// empty for a period that is open or was never signed.
  func breaches(of period: Period, in results: ResultSet) throws -> [ValueAddress] {
    guard let last = try store.signings(of: period).last,
      let signed = try store.signedResults(last.number)
    else { return [] }
    return signed.values.values.filter { value in
      results.values[value.address].map { $0.differs(from: value) } ?? true
    }.map(\.address).sorted()
  }

  private func revisions(
    in period: Period, only address: ValueAddress? = nil,
    now: (ValueAddress) -> IndicatorValue?
  ) throws -> [Revision] {
    guard let first = try store.signings(of: period).first,
      let signed = try store.signedResults(first.number)
    else { return [] }
    let since = try store.journal(period: period).filter { $0.number > first.number }
    let values =
      address.map { [signed.values[$0]].compactMap(\.self) } ?? Array(signed.values.values)
    return values.compactMap { value in
      let present = now(value.address)
      guard present.map({ $0.differs(from: value) }) ?? true else { return nil }
      return Revision(
        address: value.address, signed: value, now: present, signing: first,
        causes: since.filter { concerns($0, value.address.unit) })
    }
  }

  /// Openings and closings concern all; decisions those whose values are made of the unit's.
  private func concerns(_ entry: JournalEntry, _ unit: UnitCode) -> Bool {
    switch entry.act {
    case .lock, .unlock: true
    case .correct, .accept, .returnForm, .withdraw:
      entry.unit.map { register.isWithin($0, unit) } ?? false
    case .scan, .importResults, .newPeriod: false
    }
  }
}

extension Finding {
  /// `signed.differs`: the results of a closed period are not those that were signed in it.
  init(signedDiffers addresses: [ValueAddress], in period: Period) {
    self.init(
      code: "signed.differs", severity: .error, key: FindingKey(period: period.description),
      arguments: [
        "period": .text(period.description), "count": .count(addresses.count),
        // In addresses: enough to begin with; all of them are a command away.
        "places": .list(addresses.prefix(5).map(\.description)),
      ],
      origins: [Origin(file: "out/\(period)/\(LockPeriod.tableName)")])
  }
}
