import Findings
package import Monitoring
import Spreadsheets

/// Reads the register of schools: who hands forms in, under which names, from when until when.
///
/// «Входит в» is the unit above, «Уровень» its level in the pack's tree. A row is a unit; a further row of the same code with «Действует с» is the name it has from
/// that year on. Columns are found by their headings, on the first sheet that has «Код».
package struct UnitRegisterReader: Sendable {
  /// The unit whose register it is.
  private let root: Unit
  /// The level of the units in the tree of the pack.
  private let level: MemberCode
  /// The levels of the tree, the root's first; empty: a root and units of `level`.
  private let levels: [SystemPack.Level]

  package init(
    root: Unit, level: MemberCode = "school", levels: [SystemPack.Level] = []
  ) {
    self.root = root
    self.level = level
    self.levels = levels
  }

  /// - Returns: the register, as far as it can be read, and what is wrong with it.
  package func read(_ file: FormFile) -> RegisterReading {
    for sheet in file.sheets {
      let columns = RegisterColumns(sheet, of: file)
      guard columns.isRegister else { continue }
      var rows = RegisterRows(
        sheet: sheet, file: file, columns: columns, level: level, root: root.code)
      rows.read()
      var tree = RegisterTree(root: root, levels: levels, rows: rows)
      var reading = tree.reading()
      reading.findings = columns.findings + reading.findings
      if reading.register.units.isEmpty { reading.findings.append(Self.empty(file)) }
      return reading
    }
    return RegisterReading(
      register: UnitRegister(root: root, units: []), findings: [Self.empty(file)])
  }

  private static func empty(_ file: FormFile) -> Finding {
    Finding(code: "register.empty", severity: .error, origins: [file.origin])
  }
}
