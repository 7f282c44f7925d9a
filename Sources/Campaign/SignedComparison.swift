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
        .mapValues { Set($0.map(Series.init)) }
      let behind = unitsBelow(among: Set(changed.keys))
      for revision in revised {
        let below = behind[revision.address.unit] ?? []
        let series = Series(revision.address)
        let alike = below.filter { changed[$0]?.contains(series) ?? false }
        found[revision.address] = revision
        found[revision.address]?.units = alike.isEmpty ? below : alike
      }
    }
    return found
  }

  /// What is revised of one unit as of those below it.
  private struct Series: Hashable {
    var indicator: IndicatorCode
    var breakdown: Breakdown

    init(_ address: ValueAddress) {
      indicator = address.indicator
      breakdown = address.breakdown
    }
  }

  /// Of these units, those that hand in below each node and below the root, in the order of the
  /// register: one walk for all.
  private func unitsBelow(among units: Set<UnitCode>) -> [UnitCode: [UnitCode]] {
    var below: [UnitCode: [UnitCode]] = [:]
    for unit in register.units.map(\.code) where units.contains(unit) {
      for above in [register.root.code] + register.path(of: unit) where above != unit {
        below[above, default: []].append(unit)
      }
    }
    return below
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
