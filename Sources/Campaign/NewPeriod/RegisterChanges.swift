import Monitoring

/// What the register says of the turn from one period to the next.
struct RegisterChanges {
  let register: UnitRegister

  func begun(_ period: Period, before: Period) -> BegunPeriod {
    let units = register.expected(in: period)
    let codes = Set(units.map(\.code))
    let isNew = { (unit: Monitoring.Unit) in !unit.exists(in: before) }
    let closed = register.expected(in: before).map(\.code).filter { !codes.contains($0) }
    let heirs = units.filter(isNew).flatMap(\.succeeds)
    return BegunPeriod(
      period: period, before: before, deadline: nil, isDeadlineGuessed: false, isAdded: false,
      pin: .there, changedFiles: [], expected: units.count, opened: units.filter(isNew).map(\.code),
      closed: closed,
      // A unit may go on under its own code and take others over.
      merged: units.filter { unit in
        isNew(unit) ? unit.succeeds.count > 1 : unit.succeeds.contains(where: closed.contains)
      }.map(\.code),
      split: Set(heirs).filter { one in heirs.count { $0 == one } > 1 }.sorted(),
      renamed: units.filter { unit in
        unit.exists(in: before) && unit.name(in: before) != unit.name(in: period)
      }.map(\.code),
      isBeforeClosed: false, isUnchanged: false)
  }
}
