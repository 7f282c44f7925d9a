extension Schema {
  /// `journal`: what people decided; a line is never changed nor taken away. Of the columns behind
  /// `form` each act uses its own: `field` to `after_value` a correction, `field`, `breakdown`,
  /// `code` and `seen` an acceptance, `hash` a return and an import, `seen` (its day) a scan,
  /// `withdraws` a withdrawal.
  /// `frozen`: the periods that are closed now, with the last submission and reading that count in
  /// them; it follows from the journal.
  /// `signed_value`: the results of a period as they were when `journal` closed it.
  static let journal = """
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL,
      act TEXT NOT NULL, period INTEGER, unit TEXT, form TEXT, field TEXT, breakdown TEXT,
      before_state TEXT, before_kind TEXT, before_value TEXT,
      after_state TEXT, after_kind TEXT, after_value TEXT,
      code TEXT, seen TEXT, hash TEXT, withdraws INTEGER REFERENCES journal);
    CREATE INDEX journal_unit ON journal (unit, period);
    CREATE INDEX journal_withdraws ON journal (withdraws);
    CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is only appended to'); END;
    CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is only appended to'); END;
    CREATE TABLE frozen (
      period INTEGER NOT NULL PRIMARY KEY, journal INTEGER NOT NULL REFERENCES journal,
      submission INTEGER NOT NULL, pass INTEGER NOT NULL);
    CREATE TABLE signed_value (
      journal INTEGER NOT NULL REFERENCES journal, address TEXT NOT NULL, kind TEXT NOT NULL,
      state TEXT NOT NULL, numerator TEXT NOT NULL, denominator TEXT, expected INTEGER NOT NULL,
      given INTEGER NOT NULL, missing INTEGER NOT NULL, not_applicable INTEGER NOT NULL,
      unreadable INTEGER NOT NULL, withheld INTEGER NOT NULL, PRIMARY KEY (journal, address)
    ) WITHOUT ROWID;
    CREATE TABLE accepted_value (
      run INTEGER NOT NULL REFERENCES rule_run ON DELETE CASCADE, field TEXT NOT NULL,
      breakdown TEXT NOT NULL, journal INTEGER NOT NULL REFERENCES journal,
      PRIMARY KEY (run, field, breakdown)
    ) WITHOUT ROWID;
    """

  /// What holds of the journal is folded by `Journal`; this view alone says the same in SQL, of
  /// returns only: what counts is asked of the database.
  ///
  /// `candidate`: submissions of each file's newest reading, without those that a person set aside
  /// and without all versions that had come by a return (`journal.seen` of it says how many) since
  /// another one came after it; but for the file that a person chose after the return, which is none
  /// that was sent back. Of a closed period those that were there when it was closed, as they were
  /// read then. `current` is made of it as before.
  static let viewOfWhatMayCount = """
    DROP VIEW candidate;
    CREATE VIEW candidate AS
      SELECT s.* FROM submission s LEFT JOIN frozen f ON f.period = s.period
      WHERE (f.period IS NULL OR s.id <= f.submission)
        AND s.reading = (
          SELECT p.reading FROM reading_pass p
          WHERE p.hash = s.hash AND (f.period IS NULL OR p.id <= f.pass)
          ORDER BY p.id DESC LIMIT 1)
        AND coalesce((
          SELECT s.version > c.among OR s.hash = c.hash FROM choice c
          WHERE c.unit = s.unit AND c.period = s.period AND c.form = s.form
          ORDER BY c.id DESC LIMIT 1), 1)
        AND NOT EXISTS (
          SELECT 1 FROM journal j JOIN submission n
            ON n.unit = j.unit AND n.period = j.period AND n.form = j.form
          WHERE j.unit = s.unit AND j.period = s.period AND j.act = 'return'
            AND j.form = s.form AND s.version <= CAST(j.seen AS INTEGER)
            AND n.version > CAST(j.seen AS INTEGER)
            AND (j.hash = s.hash OR coalesce((
              SELECT c.hash <> s.hash OR c.among < CAST(j.seen AS INTEGER) FROM choice c
              WHERE c.unit = s.unit AND c.period = s.period AND c.form = s.form
              ORDER BY c.id DESC LIMIT 1), 1))
            AND NOT EXISTS (SELECT 1 FROM journal w WHERE w.withdraws = j.id)
            AND (f.period IS NULL OR n.id <= f.submission)
            AND n.reading = (
              SELECT p.reading FROM reading_pass p
              WHERE p.hash = n.hash AND (f.period IS NULL OR p.id <= f.pass)
              ORDER BY p.id DESC LIMIT 1));
    """
}
