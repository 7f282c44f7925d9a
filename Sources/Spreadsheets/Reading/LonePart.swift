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
    let request = ReadingRequest(contents: .everything, limits: limits, language: .russian)
    // What stands beside the cells comes as the pieces end, so only what comes among them is told.
    var listing = CellLines([.values, .formulas, .shown, .notices, .merges, .hidden])
    var lines: [String] = []
    do throws(MarkupError) {
      switch self {
      case .xlsxSheet:
        var receiver = XLSXSheetReceiver(
          shared: Self.shared, formats: XLSXCellFormats(shapes: Self.shapes), is1904: false,
          isHidden: false, request: request, counts: XLSXSheetReceiver.Counts())
        try Self.parse(pieces, XLSXName.worksheet(for: .everything), limits, &receiver) {
          $0.deliver(to: &listing)
        }
      case .odsContent:
        var receiver = ODSContentReceiver(request: request)
        try Self.parse(pieces, ODSReader.whole, limits, &receiver) { $0.deliver(to: &listing) }
      case .xlsxSharedStrings:
        var receiver = XLSXSharedStringsReceiver(limits: limits)
        try Self.parse(pieces, XLSXName.sharedStrings, limits, &receiver) { _ in }
        let shared = receiver.finish()
        lines = (0..<shared.count).map { shared.string($0) }
      case .xlsxStyles:
        var receiver = XLSXStylesReceiver(request: request)
        try Self.parse(pieces, XLSXName.styles, limits, &receiver) { _ in }
        lines = receiver.cells.shapes.map(\.rawValue)
      }
    } catch {
      return (listing.bytes, SpreadsheetError(error, part: ""))
    }
    return (listing.bytes + Array(lines.joined(separator: "\n").utf8), nil)
  }

  private static let shared = SharedStrings(
    bytes: Array("one2".utf8), ends: [3, 4], numberLike: [1])

  private static let shapes: [NumberShape] = [
    .plain, .percent, .currency, .date, .time, .dateAndTime, .duration,
  ]

  /// The shape of a number format's code.
  package static func shape(ofNumberFormat code: String) -> NumberShape {
    NumberFormatCode.shape(of: code)
  }

  /// A formula of SpreadsheetML for a cell that shares it, so many rows and columns away.
  package static func formula(_ text: String, movedBy rows: Int, _ columns: Int) -> String {
    XLSXFormulaShift(rows: rows, columns: columns).moved(text)
  }

  /// A formula of OpenDocument in the notation of Excel.
  package static func formula(ofOpenDocument text: String) -> String { OpenFormula.excel(text) }

  private static func parse<Receiver: MarkupReceiver>(
    _ pieces: [[UInt8]], _ names: KnownNames, _ limits: SpreadsheetLimits,
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
