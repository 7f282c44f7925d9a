import Intake
package import Monitoring

extension UnitRegister {
  /// How many codes a message names.
  private static let namedCodes = 6

  /// Codes to choose from where a person typed one that is of none: «school-08 (МБОУ «…»)» of the
  /// units whose names are near to what was typed, else the first codes of `units`, «school-01, …».
  ///
  /// - Parameter units: those that may be meant, in the order in which they are named.
  package static func codes(near text: String, among units: [Unit]) -> String {
    let near = TypedName(text).near(units) { unit in unit.names.flatMap { [$0.short, $0.full] } }
    let words =
      near.isEmpty
      ? units.map(\.code.rawValue)
      : near.map { unit in "\(unit.code) (\(unit.names.last?.short ?? unit.code.rawValue))" }
    return words.prefix(namedCodes).joined(separator: ", ")
      + (words.count > namedCodes ? ", …" : "")
  }
}
