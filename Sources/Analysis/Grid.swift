import Monitoring

/// Series × units × periods as one row of cells, so that a pass over observations writes into
/// arrays.
struct Grid: Sendable {
  let register: UnitRegister
  /// Oldest first, each once.
  let periods: [Period]
  let series: [Series]
  private let unitPositions: [UnitCode: Int]
  private let periodPositions: [Period: Int]
  private let expected: [Bool]
  /// The root first, then the units above those that hand in, in the order of the register.
  let nodes: [Node]
  private let nodePositions: [UnitCode: Int]

  /// A unit whose values are sums over units below it.
  struct Node: Sendable {
    var code: UnitCode
    /// Positions of the units below it that hand in.
    var members: [Int]
  }

  init(register: UnitRegister, periods: [Period], series: [Series]) {
    let ordered = Set(periods).sorted()
    self.register = register
    self.periods = ordered
    self.series = series
    let unitPositions = Dictionary(
      register.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.unitPositions = unitPositions
    let inner = register.nodes.map { node in
      Node(code: node.unit.code, members: node.below.compactMap { unitPositions[$0.code] })
    }
    nodes = [Node(code: register.root.code, members: Array(register.units.indices))] + inner
    nodePositions = Dictionary(
      nodes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    periodPositions = Dictionary(
      ordered.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    expected = ordered.flatMap { period in register.units.map { $0.exists(in: period) } }
  }

  var units: [Unit] { register.units }
  var cellCount: Int { series.count * units.count * periods.count }

  func position(of unit: UnitCode) -> Int? { unitPositions[unit] }
  func position(of period: Period) -> Int? { periodPositions[period] }

  /// Whether a unit existed in a period; both by position.
  func isExpected(unit: Int, period: Int) -> Bool { expected[period * units.count + unit] }

  /// Positions of the units that existed in a period, in the order of the register.
  func expectedUnits(in period: Int) -> [Int] {
    units.indices.filter { isExpected(unit: $0, period: period) }
  }

  /// The unit above others that has this code; nil for units that hand in, and for unknown ones.
  func node(_ code: UnitCode) -> Node? { nodePositions[code].map { nodes[$0] } }

  /// Positions of the units below a node that existed in a period, in the order of the register.
  func expectedUnits(of node: Node, in period: Int) -> [Int] {
    node.members.filter { isExpected(unit: $0, period: period) }
  }

  func cell(series: Int, unit: Int, period: Int) -> Int {
    (period * units.count + unit) * self.series.count + series
  }

  func series(of cell: Int) -> Series { series[cell % series.count] }

  func place(of cell: Int) -> (unit: UnitCode, period: Period) {
    let row = cell / series.count
    return (units[row % units.count].code, periods[row / units.count])
  }
}
