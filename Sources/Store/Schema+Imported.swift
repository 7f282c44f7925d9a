extension Schema {
  /// `imported_table`: the name of the file that a line of the journal took over; its bytes are kept
  /// by the line's hash. `imported_value`: what it says. Of a value `percent` stands where the table
  /// prints a percentage without its counts, `numerator` and `denominator` where it has them.
  static let imported = """
    CREATE TABLE imported_table (
      journal INTEGER NOT NULL PRIMARY KEY REFERENCES journal, name TEXT NOT NULL);
    CREATE TABLE imported_value (
      journal INTEGER NOT NULL REFERENCES journal, address TEXT NOT NULL, kind TEXT NOT NULL,
      state TEXT NOT NULL, numerator TEXT NOT NULL, denominator TEXT, percent TEXT,
      decimals INTEGER NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, raw TEXT NOT NULL,
      PRIMARY KEY (journal, address)
    ) WITHOUT ROWID;
    """
}
