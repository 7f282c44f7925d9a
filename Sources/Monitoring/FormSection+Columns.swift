extension FormSection {
  /// The number of the column of values in a list, as it is issued and as rules call it: №, label,
  /// unit where a field has one, value. A card, which has no headings, counts no units.
  package var valueColumn: Int {
    !valueHeading.isEmpty && fields.contains { $0.unit != nil } ? 4 : 3
  }
}
