"""What a campaign's folder holds, said so that two of them can be compared: the store without row
numbers, the files kept, the protocols. Also what is wrong with it by itself."""
import collections
import hashlib
import re
import sqlite3

# When something was done: the same only where both runs had the same --now.
TIMES = {"first_seen", "seen", "read", "passed", "received", "chosen", "forgotten"}
STORE = "svodka.sqlite"


class Store:
    """Every row of every table, by what it says: a reference to a row becomes what that row says."""

    def __init__(self, folder):
        self.db = sqlite3.connect(f"file:{folder / STORE}?mode=ro", uri=True)
        self.columns, self.references, self.known = {}, {}, {}
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (table,) in self.db.execute(names).fetchall():
            if table.startswith("sqlite_") or table == "grdb_migrations":
                continue
            self.columns[table] = [row[1] for row in self.db.execute(f"PRAGMA table_info({table})")]
            self.references[table] = {
                row[3]: row[2] for row in self.db.execute(f"PRAGMA foreign_key_list({table})")}

    def identity(self, table, row_id):
        if (table, row_id) not in self.known:
            row = self.db.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
            self.known[table, row_id] = self.said(table, row) if row else ("no such row", row_id)
        return self.known[table, row_id]

    def said(self, table, row):
        says = []
        for column, value in zip(self.columns[table], row):
            if column == "id":
                continue
            refers = self.references[table].get(column)
            if refers and "id" in self.columns.get(refers, []) and isinstance(value, int):
                value = self.identity(refers, value)
            elif table == "rule_run" and column == "basis":
                value = tuple(map(self.basis, value.split("|")))
            says.append((column, value))
        return tuple(says)

    def basis(self, part):
        """What the rules of a form saw of one unit and period: numbers of submissions, then the last
        line of the journal (j…), then what rules found there, by its digest (r…)."""
        numbers, *others = part.split(" ")
        seen = [self.identity("submission", int(one)) for one in numbers.split(",") if one]
        return tuple(seen + [
            self.identity("journal", int(one[1:])) if one.startswith("j") else one
            for one in others])

    def rows(self, with_times):
        """Table → what its rows say, with how often each says it."""
        def plain(value):
            if not isinstance(value, tuple):
                return value
            if all(isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str)
                   for one in value):
                return tuple((column, plain(one)) for column, one in value
                             if with_times or column not in TIMES)
            return tuple(plain(one) for one in value)
        found = {}
        for table in self.columns:
            rows = self.db.execute(f"SELECT * FROM {table}").fetchall()
            found[table] = collections.Counter(repr(plain(self.said(table, row))) for row in rows)
        return found

    def order_of_sightings(self):
        """Which files lay under a name, one after the other."""
        found = collections.defaultdict(list)
        for name, digest in self.db.execute("SELECT name, hash FROM sighting ORDER BY id"):
            found[name].append(digest)
        return dict(found)


# The day on which a form came, as the register prints it.
DAY = re.compile(rb"\d\d\.\d\d\.\d{4}")
ARRIVED = re.compile(rb'"arrived" : "\d{4}-\d\d-\d\d",?')
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def files(folder, *parts, with_times=True):
    """Path → hash of all files below some folders of a campaign; without times, those that JSON
    tells are left out."""
    found = {}
    for part in parts:
        for path in sorted((folder / part).rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                if not with_times and path.suffix == ".json":
                    content = ARRIVED.sub(b"", MOMENT.sub(b"", content))
                if not with_times and path.name == "summary.html":
                    content = DAY.sub(b"", content)
                found[str(path.relative_to(folder))] = hashlib.sha256(content).hexdigest()
    return found


def faults(folder):
    """What is wrong with one store by itself."""
    if not (folder / STORE).exists():
        return []
    found = []
    # Opened for writing, so that a log that was left behind is taken up first.
    db = sqlite3.connect(folder / STORE)
    found += [f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"reference: {row}" for row in db.execute("PRAGMA foreign_key_check")]
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "file" in tables:
        for digest, path in db.execute("SELECT hash, path FROM file WHERE path IS NOT NULL"):
            kept = folder / path
            if not kept.exists():
                found.append(f"not kept: {path}")
            elif hashlib.sha256(kept.read_bytes()).hexdigest() != digest:
                found.append(f"kept otherwise than it came: {path}")
    # A process may end between two steps of making the tables: then nothing is stored yet.
    if "holds_persons" in {row[1] for row in db.execute("PRAGMA table_info(file)")}:
        for (digest,) in db.execute(
                "SELECT DISTINCT s.hash FROM submission s JOIN file f ON f.hash = s.hash "
                "WHERE f.path IS NULL AND f.holds_persons = 0"):
            found.append(f"stored and not kept: {digest}")
    elif "submission" in tables and db.execute("SELECT count(*) FROM submission").fetchone()[0]:
        found.append("stored before the tables were whole")
    db.close()
    return found


def loose(folder):
    """What a finished run must not leave: drafts, and kept files that the store does not know."""
    found = [str(path.relative_to(folder)) for path in folder.rglob(".dat.nosync*")]
    found += [str(path.relative_to(folder)) for path in (folder / "received/.unfinished").glob("*")]
    db = sqlite3.connect(folder / STORE)
    known = {row[0] for row in db.execute("SELECT hash FROM file")}
    db.close()
    for path in (folder / "received").rglob("*"):
        if path.is_file() and path.name.split(".")[0] not in known and ".unfinished" not in str(path):
            found.append(f"kept and not stored: {path.relative_to(folder)}")
    return found


def differences(folder, model, with_times=True):
    """How a campaign after its trial differs from one that nothing happened to; empty: not at all."""
    found = faults(folder) + loose(folder)
    mine, other = Store(folder), Store(model)
    here, there = mine.rows(with_times), other.rows(with_times)
    for table in sorted(set(here) | set(there)):
        a, b = here.get(table, collections.Counter()), there.get(table, collections.Counter())
        for says, count in (b - a).items():
            found.append(f"{table}: missing {count} × {says[:300]}")
        for says, count in (a - b).items():
            found.append(f"{table}: too many {count} × {says[:300]}")
    if mine.order_of_sightings() != other.order_of_sightings():
        found.append("sightings stand in another order")
    mine.db.close()
    other.db.close()
    a, b = (files(one, "received", "out", "system", with_times=with_times)
            for one in (folder, model))
    found += [f"file missing: {name}" for name in sorted(set(b) - set(a))]
    found += [f"file too many: {name}" for name in sorted(set(a) - set(b))]
    found += [f"file differs: {name}" for name in sorted(set(a) & set(b)) if a[name] != b[name]]
    return found


def counted(folder):
    """Submissions that are stored."""
    if not (folder / STORE).exists():
        return 0
    try:
        db = sqlite3.connect(folder / STORE)
        (count,) = db.execute("SELECT count(*) FROM submission").fetchone()
        db.close()
        return count
    except sqlite3.OperationalError:
        return 0
