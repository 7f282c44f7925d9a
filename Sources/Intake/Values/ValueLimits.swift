import ExactNumbers

/// What a number of a form may be, so that every value that is taken can also be counted with.
struct ValueLimits {
  /// Persons or things of one school: no district has as many.
  let greatestCount = ExactNumber(1_000_000)
  /// Any other number: what sums over all units and years are safe with.
  let greatest = ExactNumber(coefficient: 1, exponent: 12) ?? 0
  let least = ExactNumber(coefficient: -1, exponent: 12) ?? 0
  /// Decimals that are kept; what a formula computes beyond them is rounded.
  let decimals = 6
}
