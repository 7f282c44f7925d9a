import Expressions
import Monitoring
import Spreadsheets

/// A rule as formulas, once for each place of its scope.
struct CompiledRule {
  struct Place {
    /// «Кадры!C14», the cell that a person looks at first.
    var name: String
    var cell: NewReference?
    /// Whether the rule is broken here.
    var fault: NewFormula
    /// Whether anything can be said.
    var known: NewFormula
    var message: [MessagePart]
  }

  /// A piece of the message.
  enum MessagePart {
    case text(String)
    case value(CheckedNumber)
  }

  var rule: Rule
  /// At least one.
  var places: [Place]

  /// Throws the reason when the rule cannot be said exactly at every place.
  init(_ rule: Rule, with compiler: RuleCompiler) throws(NotAFormula) {
    self.rule = rule
    places = []
    let pieces = try Self.pieces(of: rule)
    for place in try Self.places(of: rule, compiler) {
      var compiler = compiler
      compiler.place = place
      places.append(try Place(rule, pieces, compiler))
    }
    guard !places.isEmpty else { throw .notExpressible }
  }

  /// A piece of the message before it is put into formulas.
  enum Piece {
    case text(String)
    case tag(Expression)
  }

  private static func pieces(of rule: Rule) throws(NotAFormula) -> [Piece] {
    guard let pieces = try? TagScanner.pieces(of: rule.russian.message.source) else {
      throw .notExpressible
    }
    var parsed: [Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text): parsed.append(.text(text))
      case .tag(let source, _):
        guard let tag = try? Expression(parsing: source) else { throw .notExpressible }
        parsed.append(.tag(tag))
      }
    }
    return parsed
  }

  /// What `RuleRunner.places` goes through.
  private static func places(
    of rule: Rule, _ compiler: RuleCompiler
  ) throws(NotAFormula) -> [CheckPlace] {
    switch rule.scope {
    case .form: return [CheckPlace()]
    case .row(let dimension):
      return compiler.index.members(of: dimension).map { CheckPlace(breakdown: $0) }
    case .column(let fields): return fields.map { CheckPlace(field: $0, isColumn: true) }
    case .each(let fields):
      var places: [CheckPlace] = []
      for field in fields {
        guard let section = compiler.index.section(of: field) else { throw .notExpressible }
        switch section.layout {
        case .list: places.append(CheckPlace(field: field))
        case .table(let dimension):
          places += compiler.index.members(of: dimension).map {
            CheckPlace(breakdown: $0, field: field)
          }
        case .records: throw .freeRows
        }
      }
      return places
    }
  }
}

extension CompiledRule.Place {
  init(
    _ rule: Rule, _ pieces: [CompiledRule.Piece], _ compiler: RuleCompiler
  ) throws(NotAFormula) {
    var loose = compiler
    loose.tolerance = rule.tolerance
    let condition = try loose.truth(of: rule.condition.syntax)
    let when =
      try rule.when.map { expression throws(NotAFormula) in
        try compiler.truth(of: expression.syntax)
      } ?? .constant(true)
    fault = .all([when.holds, condition.fails])
    known = .all([when.holds, .any([condition.holds, condition.fails])])
    let lead = compiler.lead(of: rule)
    name = lead?.place ?? compiler.form.title
    cell = lead?.cell
    message = []
    for piece in pieces {
      switch piece {
      case .text(let text): message.append(.text(text))
      case .tag(let tag): message.append(try compiler.part(tag))
      }
    }
    guard fault.fits(compiler.limits), known.fits(compiler.limits) else { throw .tooLong }
  }
}

extension RuleCompiler {
  fileprivate func part(_ tag: Expression) throws(NotAFormula) -> CompiledRule.MessagePart {
    switch tag.syntax.kind {
    case .name(["row", "title"]):
      return .text(
        index.title(of: place.breakdown) ?? place.field.flatMap { index.field($0)?.label } ?? "")
    case .name(["row", "code"]):
      return .text(place.breakdown.parts.first?.member.rawValue ?? place.field?.rawValue ?? "")
    case .text(let text): return .text(text)
    case .name, .number, .flag, .call, .prefix, .infix:
      return .value(try number(of: tag.syntax))
    }
  }

  /// The cell that a finding of the rule would lead to.
  fileprivate func lead(of rule: Rule) -> CheckCells.Entry? {
    let named = rule.condition.names.lazy.map {
      self.field(named: $0.base)
    }
    let leading =
      rule.leads ?? place.field ?? named.compactMap { $0 }.first { index.field($0) != nil }
    guard let field = leading else { return nil }
    return cells[FormPlaces.Key(field, place.breakdown)] ?? cells[FormPlaces.Key(field)]
      ?? cells.entries.first { $0.key.field == field }
  }
}
