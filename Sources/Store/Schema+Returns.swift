extension Schema {
  /// `candidate` as before, and without files that were sent back since a version came after the
  /// return. `journal.seen` of a return: how many versions of the form had come by then.
  static let viewOfReturnedFiles = """
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
            AND j.form = s.form AND j.hash = s.hash AND n.version > CAST(j.seen AS INTEGER)
            AND NOT EXISTS (SELECT 1 FROM journal w WHERE w.withdraws = j.id)
            AND (f.period IS NULL OR n.id <= f.submission)
            AND n.reading = (
              SELECT p.reading FROM reading_pass p
              WHERE p.hash = n.hash AND (f.period IS NULL OR p.id <= f.pass)
              ORDER BY p.id DESC LIMIT 1));
    """
}
