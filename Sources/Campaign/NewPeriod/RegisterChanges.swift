import Monitoring

/// What the register says of the turn from one period to the next.
struct RegisterChanges {
  let register: UnitRegister

  func begun(_ period: Period, before: Period) -> BegunPeriod {
    let units = register.expected(in: period)
    let codes = Set(units.map(\.code))
    let isNew = { (unit: Monitoring.Unit) in !unit.exists(in: before) }
    let heirs = units.filter(isNew).flatMap(\.succeeds)
    return BegunPeriod(
      period: period, before: before, deadline: nil, isDeadlineGuessed: false, isAdded: false,
      pin: .there, changedFiles: [], expected: units.count, opened: units.filter(isNew).map(\.code),
      closed: register.expected(in: before).map(\.code).filter { !codes.contains($0) },
      merged: units.filter { isNew($0) && $0.succeeds.count > 1 }.map(\.code),
      split: Set(heirs).filter { one in heirs.count { $0 == one } > 1 }.sorted(),
      renamed: units.filter { unit in
        unit.exists(in: before) && unit.name(in: before) != unit.name(in: period)
      }.map(\.code),
      isBeforeClosed: false, isUnchanged: false)
  }
}
