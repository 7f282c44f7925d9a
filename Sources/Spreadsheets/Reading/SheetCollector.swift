/// Keeps every sheet whole.
struct SheetCollector: CellReceiver {
  private var sheets: [Sheet] = []
  private var current: Sheet?
  private var texts = KeptTexts()

  mutating func sheet(_ heading: SheetHeading) -> Bool {
    close()
    current = Sheet(name: heading.name, isHidden: heading.isHidden)
    return true
  }

  mutating func cells(_ batch: borrowing CellBatch) { current?.append(batch, &texts) }

  mutating func fact(_ fact: SheetFact) { current?.append(fact) }

  /// The sheets, in order.
  mutating func finish() -> [Sheet] {
    close()
    return sheets
  }

  private mutating func close() {
    guard var done = current.take() else { return }
    done.settle()
    sheets.append(done)
  }
}
