import Findings
package import Monitoring
import Spreadsheets

/// Reads the register of schools: who hands forms in, under which names, from when until when.
///
/// A row is a unit; a further row of the same code with «Действует с» is the name it has from
/// that year on. Columns are found by their headings, on the first sheet that has «Код».
package struct UnitRegisterReader: Sendable {
  /// The unit whose register it is.
  private let root: Unit
  /// The level of the units in the tree of the pack.
  private let level: MemberCode

  package init(root: Unit, level: MemberCode = "school") {
    self.root = root
    self.level = level
  }

  /// - Returns: the register, as far as it can be read, and what is wrong with it.
  package func read(_ file: FormFile) -> RegisterReading {
    for sheet in file.sheets {
      let columns = RegisterColumns(sheet, of: file)
      guard columns.isRegister else { continue }
      var rows = RegisterRows(
        sheet: sheet, file: file, columns: columns, level: level, root: root.code)
      rows.read()
      let register = UnitRegister(root: root, units: rows.units)
      var findings = columns.findings + rows.findings
      if register.units.isEmpty { findings.append(Self.empty(file)) }
      return RegisterReading(register: register, findings: findings)
    }
    return RegisterReading(
      register: UnitRegister(root: root, units: []), findings: [Self.empty(file)])
  }

  private static func empty(_ file: FormFile) -> Finding {
    Finding(code: "register.empty", severity: .error, origins: [file.origin])
  }
}
