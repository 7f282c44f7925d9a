import ExactNumbers
import Markup

extension XLSXSheetReceiver {
  /// Makes the value of the open cell out of its bytes, which stand at the end of the batch's.
  mutating func settleValue() {
    switch kind {
    case .inline, .text: settleText()
    case .shared, .number, .boolean, .error, .date:
      let count = batch.cells.bytes.count
      let kept = batch.cells.bytes.span.extracting(start..<count).trimmedRange
      guard hasValue, !kept.isEmpty else { return settleBlank() }
      settle(start + kept.lowerBound..<start + kept.upperBound)
    }
  }

  private mutating func settleText() {
    guard hasValue else { return settleBlank() }
    XLSXText.decode(&batch.cells.bytes, from: start)
    let count = batch.cells.bytes.count - start
    guard count > 0 else {
      // The result of a formula may be a text of no letters.
      if kind == .text, record.hasFormula { record.kind = .text } else { settleBlank() }
      return
    }
    record.kind = .text
    let isNumberLike = NumberLikeText.matches(
      batch.cells.bytes.span.extracting(start..<start + count))
    if isNumberLike { batch.notice(.textNumber, at: address) }
  }

  /// A cell without a value: empty, or a formula that was never reckoned.
  private mutating func settleBlank() {
    record.kind = record.hasFormula ? .formulaWithoutResult : .empty
    if record.hasFormula { batch.notice(.noResult, at: address) }
  }

  /// A value of a type that white space around does not change.
  private mutating func settle(_ kept: Range<Int>) {
    switch kind {
    case .number, .inline, .text:
      let stored = StoredNumber(batch.cells.bytes.span.extracting(kept))
      settleNumber(stored)
    case .shared:
      let index = Int(decimal: batch.cells.bytes.span.extracting(kept))
      settleShared(index)
    case .boolean:
      let flag = batch.cells.bytes.span.extracting(kept).flag
      settleBoolean(flag)
    case .error:
      record.kind = .error
      keep(kept)
      batch.notice(.error, at: address)
    case .date:
      let text = String(copying: batch.cells.bytes.span.extracting(kept))
      settle(SerialMoment(iso: text))
    }
  }

  /// Only the letters that count are kept.
  private mutating func keep(_ kept: Range<Int>) {
    batch.cells.bytes.removeLast(batch.cells.bytes.count - kept.upperBound)
    batch.cells.bytes.removeSubrange(start..<kept.lowerBound)
  }

  private mutating func settleShared(_ index: Int?) {
    guard let index, index >= 0, index < sharedCount else { return settleBroken() }
    let shared = batch.cells.shared
    record.coefficient = Int64(index)
    record.isShared = true
    record.kind = shared.isEmpty(index) ? .empty : .text
    if !numberLike.isEmpty, numberLike.contains(index) { batch.notice(.textNumber, at: address) }
  }

  private mutating func settleBoolean(_ flag: Bool?) {
    guard let flag else { return settleBroken() }
    record.kind = .boolean
    record.coefficient = flag ? 1 : 0
  }

  private mutating func settle(_ moment: SerialMoment?) {
    guard let moment else { return settleBroken() }
    record.shape = moment.shape
    record.hold(.moment, moment.serial)
  }

  private mutating func settleBroken() {
    record.kind = .error
    record.isBroken = true
    batch.notice(.brokenValue, at: address)
  }

  private mutating func settleNumber(_ stored: StoredNumber?) {
    guard let stored else {
      // Text in a cell that says it is a number: other programs show the text.
      record.kind = .text
      batch.notice(.brokenValue, at: address)
      return
    }
    if stored.isLong { batch.notice(.longNumber, at: address) }
    guard record.shape.isMoment else { return record.hold(.number, stored.value) }
    record.hold(.moment, sinceEpoch(stored.value))
  }

  /// Days since 1899-12-30. Less than a day is a time of day in either epoch. Excel takes 1900 for
  /// a leap year: until its 29th of February (serial 60) its days are one ahead of the calendar's.
  private mutating func sinceEpoch(_ serial: ExactNumber) -> ExactNumber {
    guard record.shape != .duration, serial >= .one else { return serial }
    if is1904 { return (try? serial + Self.daysOf1904) ?? serial }
    guard serial < Self.dayAfterFalseLeapDay else { return serial }
    batch.notice(.earlyDate, at: address)
    return serial < Self.falseLeapDay ? (try? serial + .one) ?? serial : serial
  }

  /// Days from 1899-12-30 to 1904-01-01.
  private static let daysOf1904: ExactNumber = 1462
  private static let falseLeapDay: ExactNumber = 60
  private static let dayAfterFalseLeapDay: ExactNumber = 61
}

extension Span<UInt8> {
  /// A boolean of XML Schema, whatever its case; nil for anything else.
  var flag: Bool? {
    if count == 1, self[0] | 1 == UInt8(ascii: "1") { return self[0] == UInt8(ascii: "1") }
    return switch String(copying: self).lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// Whether it is "1" or "true".
  var isTrue: Bool { flag ?? false }
}
