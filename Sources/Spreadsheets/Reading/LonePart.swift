import Markup

/// A part of a workbook that is read alone, with no archive and no other part around it: how the
/// fuzzers (`scripts/fuzz`) reach the readers of parts.
package enum LonePart: Sendable {
  /// A worksheet of SpreadsheetML; it shares the strings "one" and "2", and has a cell format of
  /// each shape.
  case xlsxSheet
  case xlsxSharedStrings
  case xlsxStyles
  /// `content.xml` of OpenDocument, or a whole flat file.
  case odsContent

  /// Reads bytes that come piece by piece.
  /// - Returns: what was read as lines of text, also before an error.
  package func read(
    _ pieces: [[UInt8]], limits: SpreadsheetLimits
  ) -> (lines: [UInt8], error: SpreadsheetError?) {
    var listing = CellListing(style: .table)
    var lines: [String] = []
    do throws(MarkupError) {
      switch self {
      case .xlsxSheet:
        var receiver = XLSXSheetReceiver(
          shared: ["one", "2"], numberLike: [1], shapes: Self.shapes, is1904: false,
          limits: limits, cellsBefore: 0, mergesBefore: 0)
        try Self.parse(pieces, XLSXName.worksheet, limits, &receiver) {
          $0.batch.deliver(to: &listing)
        }
      case .odsContent:
        var receiver = ODSContentReceiver(limits: limits)
        try Self.parse(pieces, ODSName.content, limits, &receiver) { $0.deliver(to: &listing) }
      case .xlsxSharedStrings:
        var receiver = XLSXSharedStringsReceiver(limits: limits)
        try Self.parse(pieces, XLSXName.sharedStrings, limits, &receiver) { _ in }
        lines = receiver.strings
      case .xlsxStyles:
        var receiver = XLSXStylesReceiver(limit: limits.styles)
        try Self.parse(pieces, XLSXName.styles, limits, &receiver) { _ in }
        lines = receiver.shapes.map(\.rawValue)
      }
    } catch {
      return (listing.bytes, SpreadsheetError(error, part: ""))
    }
    return (listing.bytes + Array(lines.joined(separator: "\n").utf8), nil)
  }

  private static let shapes: [NumberShape] = [
    .plain, .percent, .currency, .date, .time, .dateAndTime, .duration,
  ]

  /// The shape of a number format's code.
  package static func shape(ofNumberFormat code: String) -> NumberShape {
    NumberFormatCode.shape(of: code)
  }

  private static func parse<Receiver: MarkupReceiver>(
    _ pieces: [[UInt8]], _ names: [KnownName], _ limits: SpreadsheetLimits,
    _ receiver: inout Receiver, afterPiece: (inout Receiver) -> Void
  ) throws(MarkupError) {
    var reader = MarkupReader(names: names, limits: limits.markup)
    defer { afterPiece(&receiver) }
    for piece in pieces {
      try reader.feed(piece.span, to: &receiver)
      afterPiece(&receiver)
    }
    try reader.finish(to: &receiver)
  }
}
