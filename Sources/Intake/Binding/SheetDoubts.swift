import Findings
import Spreadsheets

extension FormFile {
  /// How many places one finding about a sheet names; a damaged file may have thousands.
  private static let namedPlaces = 10

  /// What the reader doubted on a sheet: one finding a kind, without the texts of the cells.
  func doubts(on sheet: Grid) -> [Finding] {
    Dictionary(grouping: sheet.doubts, by: \.code).sorted { $0.key < $1.key }.map { code, doubts in
      let places = doubts.compactMap(\.place)
      let code = FindingCode(rawValue: code)
      return Finding(
        code: code, severity: FindingCatalogue[code]?.severity ?? .warning,
        arguments: [
          "sheet": .text(sheet.name), "count": .count(doubts.count),
          "cells": .list(places.prefix(Self.namedPlaces).map(\.description)),
        ],
        origins: places.isEmpty
          ? [origin(of: sheet)]
          : places.prefix(Self.namedPlaces).map { origin(of: $0, on: sheet, isPersonal: true) })
    }
  }
}
