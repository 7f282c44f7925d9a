import Intake
package import Monitoring

extension SystemPack {
  /// The indicator that a person names by its code, its number or its title: `i1_1`, «1.1»,
  /// «показатель 1.1»; nil for a name that is of none.
  package func indicator(named text: String) -> Indicator? {
    let typed = TypedName(text)
    return indicator(IndicatorCode(rawValue: text))
      ?? indicators.first { indicator in
        let numbered = ["", "показатель ", "п. ", "indicator "].map { $0 + indicator.label }
        return (numbered + [indicator.code.rawValue, indicator.title, indicator.shortTitle])
          .contains { TypedName($0) == typed }
      }
  }

  /// The indicators that a name which is of none is likely to mean, the nearest first; all of them
  /// where none is near.
  package func indicators(near text: String) -> [Indicator] {
    let near = TypedName(text).near(indicators) { [$0.title, $0.shortTitle] }
    return near.isEmpty ? indicators : near
  }
}
