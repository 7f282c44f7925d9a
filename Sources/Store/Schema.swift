import GRDB

/// The tables of the store. They are only ever appended to, but for what the rules found
/// (`rule_run` and below), which follows from the rest and is replaced when rules run anew, and for
/// what `Store.forget` destroys.
/// What is current is a view.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: files)
      try db.execute(sql: submissions)
      try db.execute(sql: rules)
      try db.execute(sql: views)
    }
    migrator.registerMigration("rosters") { try $0.execute(sql: rosters) }
    migrator.registerMigration("journal") { db in
      try db.execute(sql: journal)
      try db.execute(sql: viewOfWhatMayCount)
    }
    migrator.registerMigration("imported") { try $0.execute(sql: imported) }
    return migrator
  }

  /// `file`: bytes by their hash; `path` below the campaign's folder, none for what was left alone.
  /// `sighting`: under which names they lay in the inbox.
  /// `reading`: what came of a file; `reading_pass`: which reader (pack, register and program, as
  /// its caller names them) got that, the newest of a file counts.
  private static let files = """
    CREATE TABLE file (
      hash TEXT NOT NULL PRIMARY KEY, path TEXT, size INTEGER NOT NULL, first_seen TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE sighting (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL REFERENCES file,
      seen TEXT NOT NULL);
    CREATE INDEX sighting_name ON sighting (name, id);
    CREATE TABLE reading (
      id INTEGER PRIMARY KEY, hash TEXT NOT NULL REFERENCES file, verdict TEXT NOT NULL,
      digest TEXT NOT NULL, read TEXT NOT NULL);
    CREATE TABLE reading_pass (
      id INTEGER PRIMARY KEY, hash TEXT NOT NULL REFERENCES file,
      reading INTEGER NOT NULL REFERENCES reading, reader TEXT NOT NULL, passed TEXT NOT NULL);
    CREATE INDEX reading_pass_hash ON reading_pass (hash, id);
    """

  /// `version` counts the files of one unit, period and form in the order in which they came;
  /// a file that is read anew keeps its version. `modified_seconds`: `modified` since 1970, none
  /// when the workbook does not say. A `sheet` that is null means that no cell was found;
  /// `file` and `hash` of an observation stand only where they are not the submission's own.
  private static let submissions = """
    CREATE TABLE submission (
      id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES reading,
      hash TEXT NOT NULL REFERENCES file, name TEXT NOT NULL, unit TEXT NOT NULL,
      period INTEGER NOT NULL, form TEXT NOT NULL, form_version INTEGER NOT NULL,
      version INTEGER NOT NULL, producer TEXT, modified TEXT, modified_seconds INTEGER,
      received TEXT NOT NULL, UNIQUE (reading, unit, period, form));
    CREATE INDEX submission_unit ON submission (unit, period, form);
    CREATE TABLE observation (
      submission INTEGER NOT NULL REFERENCES submission, field TEXT NOT NULL,
      breakdown TEXT NOT NULL, state TEXT NOT NULL, kind TEXT, value TEXT, sheet TEXT, cell TEXT,
      raw TEXT, decimals INTEGER, file TEXT, hash TEXT,
      PRIMARY KEY (submission, field, breakdown)
    ) WITHOUT ROWID;
    CREATE TABLE reading_finding (
      id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES reading,
      submission INTEGER REFERENCES submission, code TEXT NOT NULL, severity TEXT NOT NULL,
      unit TEXT NOT NULL, period TEXT NOT NULL, form TEXT NOT NULL, field TEXT NOT NULL,
      breakdown TEXT NOT NULL, arguments TEXT NOT NULL, origins TEXT NOT NULL);
    CREATE INDEX reading_finding_reading ON reading_finding (reading, id);
    CREATE TABLE choice (
      id INTEGER PRIMARY KEY, unit TEXT NOT NULL, period INTEGER NOT NULL, form TEXT NOT NULL,
      hash TEXT NOT NULL REFERENCES file, among INTEGER NOT NULL, author TEXT NOT NULL,
      reason TEXT NOT NULL, chosen TEXT NOT NULL);
    CREATE INDEX choice_unit ON choice (unit, period, form, id);
    """

  /// `basis`: the current submissions that the rules ran over; when these are others, the rules
  /// have to run again.
  private static let rules = """
    CREATE TABLE rule_run (
      id INTEGER PRIMARY KEY, unit TEXT NOT NULL, period INTEGER NOT NULL, rules TEXT NOT NULL,
      basis TEXT NOT NULL, digest TEXT NOT NULL, not_evaluated INTEGER NOT NULL,
      UNIQUE (unit, period));
    CREATE TABLE rule_finding (
      id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES rule_run ON DELETE CASCADE,
      code TEXT NOT NULL, severity TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL,
      form TEXT NOT NULL, field TEXT NOT NULL, breakdown TEXT NOT NULL, arguments TEXT NOT NULL,
      origins TEXT NOT NULL);
    CREATE INDEX rule_finding_run ON rule_finding (run, id);
    CREATE TABLE withholding (
      run INTEGER NOT NULL REFERENCES rule_run ON DELETE CASCADE, field TEXT NOT NULL,
      breakdown TEXT NOT NULL, PRIMARY KEY (run, field, breakdown)
    ) WITHOUT ROWID;
    """

  /// `candidate`: submissions of each file's newest reading, without those that a person set
  /// aside. `current`: of these, the one that is known to be newer than every other file's.
  private static let views = """
    CREATE VIEW candidate AS
      SELECT s.* FROM submission s
      WHERE s.reading = (
          SELECT p.reading FROM reading_pass p WHERE p.hash = s.hash ORDER BY p.id DESC LIMIT 1)
        AND coalesce((
          SELECT s.version > c.among OR s.hash = c.hash FROM choice c
          WHERE c.unit = s.unit AND c.period = s.period AND c.form = s.form
          ORDER BY c.id DESC LIMIT 1), 1);
    CREATE VIEW current AS
      SELECT s.* FROM candidate s
      WHERE NOT EXISTS (
        SELECT 1 FROM candidate o
        WHERE o.unit = s.unit AND o.period = s.period AND o.form = s.form AND o.hash <> s.hash
          AND (o.modified_seconds IS NULL OR s.modified_seconds IS NULL
            OR o.modified_seconds >= s.modified_seconds));
    """

  /// `holds_persons`: the file has rows of persons, so that its copy, if any, has a term.
  /// `forgotten`: the journal of what was destroyed and where it lay.
  private static let rosters = """
    ALTER TABLE file ADD COLUMN holds_persons INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE forgotten (
      id INTEGER PRIMARY KEY, hash TEXT NOT NULL REFERENCES file, size INTEGER NOT NULL,
      path TEXT NOT NULL, forgotten TEXT NOT NULL);
    CREATE INDEX forgotten_hash ON forgotten (hash);
    """
}
