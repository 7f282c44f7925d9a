import ArgumentParser
import Campaign
import Monitoring

/// Which units of the register are shown.
struct RegisterSelection: ParsableArguments {
  /// A filter; several show what any of them lets through.
  enum Only: String, ExpressibleByArgument, CaseIterable {
    case missing
    /// Came after the deadline, or has not come and should have.
    case late
    /// Open errors, several files, sent back, or after closing: something is to be done.
    case errors
    case returned
    /// Open questions, beside errors too.
    case questions
    case accepted
    case unscanned
  }

  @OptionGroup var places: SelectionOptions

  @Option(
    help: ArgumentHelp(
      say("Только эта группа (как в реестре школ).", "Only this group (as the register has it)."),
      valueName: say("группа", "group")))
  var group: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Только: missing (нет формы), late (опоздали), errors (с ошибками), returned "
          + "(возвращены), questions (есть вопросы), accepted (приняты), unscanned (нет скана); "
          + "можно повторить.",
        "Only: missing, late, errors, returned, questions, accepted, unscanned (no signed paper); "
          + "may be repeated."),
      valueName: say("состояние", "state")))
  var only: [Only] = []

  func check(_ campaign: OpenCampaign) throws {
    try places.check(campaign)
    let groups = campaign.register.units.reduce(into: [String]()) { groups, unit in
      if let group = unit.group, !groups.contains(group) { groups.append(group) }
    }
    if let group, !groups.contains(group) {
      let names = groups.isEmpty ? "–" : groups.joined(separator: ", ")
      throw ValidationError(
        say(
          "группы «\(group)» в реестре нет; есть: \(names)",
          "the register has no group \"\(group)\"; it has: \(names)"))
    }
  }

  /// A file shows one period, a listing all of them, unless one is asked for.
  func periods(of campaign: OpenCampaign, format: StatusCommand.Format) -> [Period] {
    if let period = places.period { return [period] }
    switch format {
    case .table, .json: return campaign.settings.periods
    case .xlsx, .html: return [campaign.current]
    }
  }

  /// Whether a unit is the one that is asked for, or below it.
  func includes(_ unit: UnitCode, _ campaign: OpenCampaign) -> Bool {
    let isOfGroup = group.map { campaign.register[unit]?.group == $0 } ?? true
    let isBelow =
      places.unit.map { campaign.register.isWithin(unit, UnitCode(rawValue: $0)) } ?? true
    return isOfGroup && isBelow
  }

  /// Whether units may be left out.
  var isPartial: Bool { !only.isEmpty || group != nil || places.unit != nil }

  func filtered(_ register: FormRegister, _ campaign: OpenCampaign) -> FormRegister {
    var register = register
    register.rows = register.rows.filter { row in
      includes(row.standing.unit, campaign) && (only.isEmpty || only.contains { $0.holds(row) })
    }
    if isPartial { register.unclaimed = [] }
    return register
  }
}

extension RegisterSelection.Only {
  fileprivate func holds(_ row: FormRegister.Row) -> Bool {
    switch self {
    case .missing: row.standing.state == .missing
    case .late: row.isLate
    case .errors:
      row.standing.errors > 0 || !row.standing.late.isEmpty || row.standing.unmended != nil
        || [.undecided, .returned, .afterClosing].contains(row.standing.state)
    case .returned: row.standing.state == .returned || row.standing.unmended != nil
    case .questions: row.standing.warnings > 0
    case .accepted:
      [.clean, .withWarnings].contains(row.standing.state) && row.standing.unmended == nil
    case .unscanned: row.scan == nil
    }
  }
}
