import Findings
import Intake
import Monitoring

/// Reads workbooks that nobody made for the packs of a campaign, each period by its own pack.
struct ForeignFiles: Sendable {
  /// What was made of a workbook.
  struct Reading {
    var forms: [FormBinding] = []
    var findings: [Finding] = []
    /// Why nothing was read; nil where no pack has a binding.
    var why: [Finding]?
  }

  /// One for each pack that has bindings, the newest first.
  private let binders: [ForeignBinder]

  init(
    groups: [(pack: SystemPack, periods: [Period])], register: UnitRegister, campaign: [Period]
  ) {
    binders = groups.filter { !$0.pack.bindings.isEmpty }.map { group in
      ForeignBinder(
        pack: group.pack, register: register, periods: group.periods, campaign: campaign)
    }
  }

  func read(_ file: FormFile) -> Reading {
    let readings = binders.map { $0.read(file) }
    let taken = readings.filter { !$0.forms.isEmpty }
    let near = readings.first { $0.isNear } ?? readings.first
    return Reading(
      forms: taken.flatMap(\.forms), findings: taken.flatMap(\.findings), why: near?.findings)
  }
}
