/// How a workbook that nobody made for the pack is read: where each coordinate of a table comes
/// from. A value has a unit, a period, a field and, where the field's section is a table, a member
/// of its dictionary; each stands in a column, in a heading, in the sheet's name or in a title.
package struct ForeignBinding: Sendable, Hashable {
  package var code: String
  /// As findings name it.
  package var title: String
  /// The form whose fields it fills.
  package var form: FormCode
  package var sheets: [SheetChoice]
  package var extent: Extent
  package var unit: Source
  package var period: Source
  package var field: Source
  /// Nil where the fields are of a list.
  package var member: Member?
  /// The column with the values where no coordinate stands in headings.
  package var values: Column?
  /// Rows that are taken; none: all.
  package var conditions: [Condition]
  package var fields: [Entry]
  package var totals: Totals?
  /// Keys of rows and headings that are left out without a word.
  package var ignored: [String]
  /// Marks of footnotes behind words: "(#)", where "#" is a number.
  package var footnotes: [String]
  /// Names of units that the workbook alone uses.
  package var aliases: [UnitCode: [String]]
  /// What stands for no number: ".." and its like, compared letter by letter but for spaces.
  package var markers: [String: Marker]

  package init(
    code: String, title: String, form: FormCode, sheets: [SheetChoice], extent: Extent = Extent(),
    unit: Source, period: Source, field: Source, member: Member? = nil, values: Column? = nil,
    conditions: [Condition] = [], fields: [Entry], totals: Totals? = nil, ignored: [String] = [],
    footnotes: [String] = [], aliases: [UnitCode: [String]] = [:], markers: [String: Marker] = [:]
  ) {
    self.code = code
    self.title = title
    self.form = form
    self.sheets = sheets
    self.extent = extent
    self.unit = unit
    self.period = period
    self.field = field
    self.member = member
    self.values = values
    self.conditions = conditions
    self.fields = fields
    self.totals = totals
    self.ignored = ignored
    self.footnotes = footnotes
    self.aliases = aliases
    self.markers = markers
  }
}
