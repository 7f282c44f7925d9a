"""Kills, full disks, closed folders, changing files, several runs at once, Ctrl-C and names that
lead astray: what Svodka promises of a campaign's store, tried on real processes.

usage: safety-trial.py SVODKA SHIM WORK [--seed N] [--kills N] [--thin N] [--only PART]…

Each part tries something, lets an undisturbed `collect` follow, and compares the campaign with one
that nothing happened to. --thin N takes each N-th try of what
is not random kills, for a slow machine. Prints a line a part; the exit code is 1 when anything differed.
"""
import argparse
import concurrent.futures
import itertools
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import safety_power  # noqa: E402
import safety_store as store  # noqa: E402

NOW = "2022-01-20T10:00:00Z"
LATER = "2022-01-21T10:00:00Z"
# Runs at once: with more of them than cores a run is only slower, and kills less at random.
WIDTH = max(1, min(4, os.cpu_count() or 1))
# Seconds after which a run that says nothing is a fault.
PATIENCE = 300


class Trial:
    def __init__(self, arguments):
        self.svodka = pathlib.Path(arguments.svodka).resolve()
        self.shim = pathlib.Path(arguments.shim).resolve()
        self.work = pathlib.Path(arguments.work).resolve()
        self.seed, self.kills, self.thin = arguments.seed, arguments.kills, arguments.thin
        self.faults, self.skipped = [], []
        self.number = itertools.count()
        self.work.mkdir(parents=True, exist_ok=True)

    # ---- campaigns

    def campaign(self, name, inbox):
        folder = self.work / name
        settings = ROOT / "Fixtures/campaign/campaign.yaml"
        pack = next(line.split(":")[1].strip() for line in settings.read_text().splitlines()
                    if line.startswith("pack:"))
        self.run("new", folder, "--pack", ROOT / "Templates" / pack, "--settings", settings,
                 "--register", ROOT / "Fixtures/campaign/schools.xlsx", plain=True)
        for name, path in inbox.items():
            place = folder / "inbox" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
        return folder

    def large(self):
        """The campaign of the fixtures, 74 forms of three years."""
        top = ROOT / "Fixtures/campaign/inbox"
        base = self.campaign("large", {
            str(path.relative_to(top)): path for path in sorted(top.rglob("*")) if path.is_file()})
        model = self.copy(base, "large-model")
        began = time.monotonic()
        self.finish(model)
        self.seconds = time.monotonic() - began
        return base, model

    def small(self):
        """Few forms and each way in which a form is stored: a file of a school that has one
        already, the last of two files that is left, a ZIP, a broken file, one beside forms."""
        broken = ROOT / "Fixtures/broken"
        base = self.campaign("small", {
            "1.xlsx": broken / "inserted-column.xlsx", "2.xlsx": broken / "moved-table.xlsx"})
        self.finish(base)
        (base / "inbox/2.xlsx").unlink()
        forms = sorted((ROOT / "Fixtures/campaign/inbox/2020").glob("*.ods"))[:2]
        with zipfile.ZipFile(base / "inbox/4.zip", "w") as packed:
            packed.write(forms[0], "a.ods")
            packed.write(broken / "total-doubled.xlsx", "b.xlsx")
        shutil.copy(forms[1], base / "inbox/3.ods")
        shutil.copy(broken / "cut.xlsx", base / "inbox/5.xlsx")
        (base / "inbox/6.txt").write_text("a note\n")
        model = self.copy(base, "small-model")
        self.finish(model)
        return base, model

    def copy(self, folder, name=None):
        place = self.work / (name or f"try-{next(self.number)}")
        shutil.copytree(folder, place, symlinks=True)
        return place

    # ---- processes

    def command(self, verb, folder, *rest):
        return [str(self.svodka), verb, str(folder), *map(str, rest)]

    def run(self, verb, folder, *rest, plain=False, now=NOW, env=None, prefix=()):
        clock = [] if plain or verb not in ("collect", "report") else ["--now", now]
        done = subprocess.run(
            [*prefix, *self.command(verb, folder, *rest, *clock)], capture_output=True,
            env={**os.environ, **(env or {})}, timeout=PATIENCE, stdin=subprocess.DEVNULL)
        done.said = (done.stdout + done.stderr).decode("utf-8", "replace")
        return done

    def start(self, folder, *rest, env=None, verb="collect"):
        return subprocess.Popen(
            self.command(verb, folder, *rest, *(["--now", NOW] if verb == "collect" else [])),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env={**os.environ, **(env or {})})

    def finish(self, folder, now=NOW):
        done = self.run("collect", folder, now=now)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"collect ended with {done.returncode}: {done.said[-600:]}")

    def shimmed(self, folder, **settings):
        return {"LD_PRELOAD": str(self.shim), "SAFETY_FOLDER": str(folder),
                **{f"SAFETY_{key.upper()}": str(value) for key, value in settings.items()}}

    # ---- verdicts

    def fault(self, part, what, details=()):
        self.faults.append(part)
        print(f"  FAULT {part}: {what}")
        for detail in list(details)[:8]:
            print(f"    {detail}")

    def expect_same(self, part, what, folder, model, now=NOW):
        """Lets an undisturbed run follow and compares; the folder goes when all is well."""
        try:
            early = store.faults(folder)
            self.finish(folder, now)
            found = [f"before the next run: {one}" for one in early if "not kept" not in one]
            found += store.differences(folder, model, with_times=now == NOW)
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        if found:
            self.fault(part, f"{what} (left in {folder})", found)
        else:
            shutil.rmtree(folder)
        return not found

    def expect_words(self, part, what, done, code, *words):
        missing = [word for word in words if word.lower() not in done.said.lower()]
        if done.returncode != code or missing:
            self.fault(part, f"{what}: exit code {done.returncode} for {code}, without {missing}",
                       done.said.strip().splitlines()[-4:])
            return False
        return True

    def expect(self, part, what, holds, details=()):
        if not holds:
            self.fault(part, what, details)
        return holds

    def skip(self, part, why):
        self.skipped.append(part)
        print(f"  skipped: {part} ({why})")

    def side_by_side(self, jobs):
        with concurrent.futures.ThreadPoolExecutor(WIDTH) as pool:
            return list(pool.map(lambda job: job(), jobs))

    # ---- the parts

    def random_kills(self):
        """SIGKILL at random moments; half of the kills are each followed by a whole run, the others
        come two to six in a row."""
        base, model = self.large()
        choice = random.Random(self.seed)
        plans, left = [], self.kills
        while left:
            row = 1 if sum(len(plan) for plan, _ in plans) < self.kills // 2 else choice.randint(2, 6)
            row = min(row, left)
            later = choice.random() < 0.2
            plans.append(([choice.random() for _ in range(row)], LATER if later else NOW))
            left -= row
        stored = []

        def one(plan, now):
            folder = self.copy(base)
            for part in plan:
                part = part * 1.1
                while True:
                    process = self.start(folder)
                    time.sleep(self.seconds * part)
                    process.send_signal(signal.SIGKILL)
                    process.communicate()
                    if process.returncode == -signal.SIGKILL:
                        break
                    # It had ended: a moment earlier then. What is known is read in no time.
                    part *= 0.7
                stored.append(store.counted(folder))
            self.expect_same("kills", f"killed at {plan} of {self.seconds:.2f} s", folder, model, now)

        # The run as it goes beside another one.
        began = time.monotonic()
        self.side_by_side([lambda: self.finish(self.copy(base))] * WIDTH)
        self.seconds = time.monotonic() - began
        self.side_by_side([lambda plan=plan: one(*plan) for plan in plans])
        whole = store.counted(model)
        spread = [sum(count == 0 for count in stored),
                  sum(0 < count < whole for count in stored),
                  sum(count == whole for count in stored)]
        print(f"  {len(stored)} kills in {len(plans)} campaigns: {spread[0]} before the first form "
              f"was stored, {spread[1]} between forms, {spread[2]} after the last")

    def every_kill(self):
        """A kill at every single call that changes something, every other one in the middle of
        what is written: between file and database too."""
        base, model = self.small()
        counter = self.copy(base)
        self.run("collect", counter, env=self.shimmed(counter, count=self.work / "count"))
        calls = int((self.work / "count").read_text().split()[0])

        def one(number):
            folder = self.copy(base)
            env = self.shimmed(folder, kill=number, **({"half": 1} if number % 2 else {}))
            done = self.run("collect", folder, env=env)
            if done.returncode != -signal.SIGKILL and number < calls - 20:
                self.fault("every-kill", f"call {number} did not end the run")
            self.expect_same("every-kill", f"killed at call {number} of {calls}", folder, model)

        self.side_by_side([lambda n=n: one(n) for n in range(1, calls + 1, self.thin)])
        print(f"  killed at {len(range(1, calls + 1, self.thin))} of {calls} calls that change "
              "something")

    def power(self):
        """A loss of power: of what was written and not synced any part may be missing."""
        base, model = self.small()
        folder = self.copy(base)
        log = self.work / "changes"
        done = self.run("collect", folder, env=self.shimmed(folder, log=log))
        self.expect("power", "the recorded run failed", done.returncode in (0, 1), [done.said])
        changes = safety_power.changes(log, folder)
        choice = random.Random(self.seed)
        points = sorted(choice.sample(range(len(changes)), min(60 // self.thin, len(changes))))

        def one(point, how):
            lost = self.work / f"power-{point}-{how}"
            shutil.copytree(base, lost)
            safety_power.play(changes[:point], base, lost, random.Random(f"{self.seed}-{point}"), how)
            self.expect_same("power", f"power lost after change {point}, {how}", lost, model)

        self.side_by_side([
            lambda p=p, how=how: one(p, how) for p in points for how in ("least", "some")])
        # What a finished run said is stored is there without a next run.
        lost = self.work / "power-end"
        shutil.copytree(base, lost)
        safety_power.play(changes, base, lost, choice, "least")
        a, b = store.Store(lost).rows(True), store.Store(model).rows(True)
        kept = store.files(lost, "received") == store.files(model, "received")
        self.expect("power", "something stored was not synced when the run ended", a == b and kept,
                    [f"{table}: {sum(a[table].values())} rows for {sum(b[table].values())}"
                     for table in b if a.get(table) != b[table]])
        shutil.rmtree(lost)
        print(f"  power lost at {len(points)} of {len(changes)} changes, twice each, and at the end")

    def full_disk(self):
        base, model = self.small()
        counter = self.copy(base)
        self.run("collect", counter, env=self.shimmed(counter, count=self.work / "count"))
        total = int((self.work / "count").read_text().split()[1])

        def one(room, language, word):
            folder = self.copy(base)
            done = self.run("collect", folder, "--lang", language,
                            env=self.shimmed(folder, full=room))
            # At the very end only the tidying up of SQLite's log finds no room, and may be put off.
            if done.returncode not in (0, 1) or room < total // 2:
                self.expect_words("full-disk", f"full after {room} bytes", done, 2, word)
            else:
                self.expect("full-disk", f"full after {room} bytes: something is missing",
                            store.Store(folder).rows(True) == store.Store(model).rows(True))
            self.expect_same("full-disk", f"full after {room} bytes", folder, model)

        languages = [("ru", "мест"), ("en", "space"), ("ru", "освободите"), ("en", "free")]
        jobs = [lambda room=total * part // 60, words=languages[part % 2]: one(room, *words)
                for part in range(0, 60, self.thin)]
        self.side_by_side(jobs)
        print(f"  full at {len(jobs)} points of {total} bytes")
        self.full_small_disk()

    def full_small_disk(self):
        """A real disk that is full, where one may be mounted."""
        place = self.work / "disk"
        place.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], capture_output=True)
        if mounted.returncode:
            return self.skip("a real full disk", "a disk cannot be mounted here")
        try:
            base, model = self.work / "large", self.work / "large-model"
            if not base.exists():
                base, model = self.large()
            shutil.copytree(base, place / "c")
            used = sum(path.stat().st_size for path in (place / "c").rglob("*") if path.is_file())
            for more in (0, 1, 2, 4):
                size = (used >> 20) + 1 + more
                subprocess.run(["mount", "-o", f"remount,size={size}m", str(place)], check=True)
                done = self.run("collect", place / "c", "--lang", "ru")
                if done.returncode in (0, 1):
                    break
                self.expect_words("full-disk", f"a disk of {size} MB", done, 2, "мест")
            subprocess.run(["mount", "-o", "remount,size=100m", str(place)], check=True)
            self.expect_same("full-disk", "a real disk", place / "c", model)
            print("  a real full disk too")
        finally:
            if subprocess.run(["umount", str(place)]).returncode:
                subprocess.run(["umount", "-l", str(place)], check=True)

    def closed(self):
        """Folders and files that may not be written to, by another user: root may do all."""
        if os.geteuid() == 0:
            prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            if not shutil.which("setpriv"):
                return self.skip("closed folders", "there is no setpriv, and root may do all")
        else:
            prefix = []
        base, model = self.small()
        where = {"the campaign": ".", "received/": "received", "out/": "out",
                 "svodka.sqlite": "svodka.sqlite"}
        for name, path in where.items():
            for language, word in (("ru", "прав"), ("en", "writ")):
                folder = self.copy(base)
                if prefix:
                    subprocess.run(["chown", "-R", "65534:65534", str(folder)], check=True)
                modes = close(folder / path)
                before = store.files(folder, ".")
                done = self.run("collect", folder, "--lang", language, prefix=prefix)
                self.expect_words("closed", f"{name} closed", done, 2, word, path.strip("."))
                if path == ".":
                    self.expect("closed", "a closed folder was changed",
                                before == store.files(folder, "."))
                    for verb in ("status", "check", "report"):
                        reader = self.run(verb, folder, "--lang", language, prefix=prefix)
                        clear = reader.returncode in (0, 1) or word in reader.said.lower()
                        self.expect("closed", f"{verb} in a closed folder", clear, [reader.said])
                for file, mode in modes:
                    file.chmod(mode)
                self.expect_same("closed", f"{name} closed", folder, model)
        folder = self.copy(base)
        if prefix:
            subprocess.run(["chown", "-R", "65534:65534", str(folder)], check=True)
        (folder / "inbox/3.ods").chmod(0)
        done = self.run("collect", folder, "--lang", "ru", prefix=prefix)
        self.expect_words("closed", "a form that may not be read", done, 1, "3.ods")
        (folder / "inbox/3.ods").chmod(0o644)
        # The form comes a run later than in the model, with a later number in no table that counts.
        self.finish(folder)
        self.expect("closed", "a form that could be read again is missing",
                    store.counted(folder) == store.counted(model))
        print("  the folder, received/, out/, svodka.sqlite and a form, each closed")

    def changing(self):
        """Files that are saved, removed and renamed while they are read."""
        base, _ = self.small()
        whole = [path.read_bytes() for path in sorted((ROOT / "Fixtures/broken").glob("*.xlsx"))[:6]]
        hashes = {store.hashlib.sha256(content).hexdigest() for content in whole}
        choice = random.Random(self.seed)
        seen = {"file.changing": 0, "file.gone": 0}
        rounds = max(1, 12 // self.thin)
        for _ in range(rounds):
            folder = self.copy(base)
            stop = threading.Event()
            place = folder / "inbox/8.xlsx"

            def save():
                while not stop.is_set():
                    content = choice.choice(whole)
                    with place.open("r+b" if place.exists() else "wb") as file:
                        file.truncate()
                        for start in range(0, len(content), 2000):
                            file.write(content[start:start + 2000])
                            file.flush()
                            time.sleep(0.002)

            def move():
                while not stop.is_set():
                    (folder / "inbox/0.xlsx").write_bytes(whole[0])
                    time.sleep(choice.random() * 0.01)
                    (folder / "inbox/0.xlsx").unlink()
                    time.sleep(choice.random() * 0.01)

            place.write_bytes(whole[0])
            threads = [threading.Thread(target=work) for work in (save, move)]
            for thread in threads:
                thread.start()
            done = self.run("collect", folder, "--lang", "en")
            stop.set()
            for thread in threads:
                thread.join()
            self.expect("changing", f"exit code {done.returncode}", done.returncode in (0, 1),
                        [done.said])
            for code in seen:
                seen[code] += code in done.said
            kept = {path.name.split(".")[0] for path in (folder / "received").rglob("*.xlsx")}
            torn = kept - hashes - {path.name.split(".")[0]
                                    for path in (self.work / "small-model/received").rglob("*")}
            self.expect("changing", "half a file was kept", not torn, torn)
            self.expect("changing", "the store is damaged", not store.faults(folder))
            self.finish(folder)
            self.expect("changing", "the store is damaged", not store.faults(folder))
            shutil.rmtree(folder)
        print(f"  {rounds} runs beside a program that saves: said to change {seen['file.changing']} times, "
              f"to be gone {seen['file.gone']} times")

    def at_once(self):
        """Several processes at one campaign."""
        base, model = self.work / "large", self.work / "large-model"
        if not base.exists():
            base, model = self.large()
        waited = 0
        rounds = max(2, 6 // self.thin)
        for turn in range(rounds):
            folder = self.copy(base)
            collects = [self.start(folder, "--lang", "en") for _ in range(2 + turn % 2)]
            readers = []
            while any(process.poll() is None for process in collects):
                verb = ("status", "check", "report")[len(readers) % 3]
                if verb == "report" and store.counted(folder) < 60:
                    verb = "status"
                readers.append((verb, self.run(verb, folder, "--lang", "en")))
            ends = [(process.communicate()[0].decode(), process.returncode) for process in collects]
            waited += sum("waiting" in said for said, _ in ends)
            for said, code in ends:
                self.expect("at-once", f"collect ended with {code}", code in (0, 1), [said[-500:]])
            for verb, done in readers:
                # `report` writes, so that it waits for the others and says so.
                locked = "is locked" in done.said or (
                    verb != "report" and "another svodka" in done.said)
                self.expect("at-once", f"{verb} beside collect ended with {done.returncode}",
                            done.returncode in (0, 1) and not locked, [done.said[-500:]])
            # Documents of `report` are no part of the model.
            for path in list((folder / "out").glob("*/*")):
                if not path.name.startswith("summary"):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            self.expect_same("at-once", f"{len(collects)} collects at once", folder, model)
        print(f"  {rounds} rounds of two or three collects beside status, check and report; "
              f"{waited} waited for another")

    def signals(self):
        base, model = self.work / "large", self.work / "large-model"
        if not base.exists():
            base, model = self.large()
        choice = random.Random(self.seed)
        stopped = 0
        rounds = max(4, 20 // self.thin)
        for turn in range(rounds):
            folder = self.copy(base)
            process = self.start(folder, "--lang", "en")
            time.sleep(self.seconds * choice.random())
            process.send_signal((signal.SIGINT, signal.SIGTERM)[turn % 2])
            if turn % 5 == 4:
                time.sleep(0.002)
                process.send_signal(signal.SIGINT)
            said = process.communicate()[0].decode()
            early = process.returncode in (-signal.SIGINT, -signal.SIGTERM)
            # A signal in the first moments comes before the program hears it.
            self.expect("signals", f"ended with {process.returncode}",
                        process.returncode in (0, 1, 130) or early, [said])
            if process.returncode == 130 and "stopped:" in said:
                stopped += 1
                told = [int(word) for word in said.replace(",", " ").split() if word.isdigit()]
                if "forms stored" in said:
                    here = store.counted(folder)
                    self.expect("signals", f"said {told}, stored {here}", here in told, [said])
            self.expect_same("signals", f"signal {turn}", folder, model)
        self.expect("signals", "no run was stopped in order", stopped > 0)
        print(f"  {rounds} signals at random moments, {stopped} runs stopped in order")

    def names(self):
        """Names that lead astray, in the inbox and in a ZIP."""
        base, _ = self.small()
        outer = self.work / "fence"
        outer.mkdir()
        folder = self.copy(base, "fence/campaign")
        forms = itertools.cycle(sorted((ROOT / "Fixtures/campaign/inbox/2021").glob("*.xlsx"))[1:7])
        inbox = os.fsencode(folder / "inbox")
        planted = [b"a\xd4\xee\xf0\xec\xe0.xlsx", "новая\nстрока.xlsx".encode(), b"-rf.xlsx",
                   b"--help.xlsx", "\u202exslx.форма.xlsx".encode(), ("д" * 125 + ".xlsx").encode(),
                   b"a%FF.xlsx", "и\u0306.xlsx".encode(), "й.xlsx".encode(), b"\x1b[31m.xlsx",
                   b"back\\..\\..\\slash.xlsx", b"CON.xlsx", b"~root.xlsx", b"$(id).xlsx", b"q?#.xlsx"]
        for number, name in enumerate(planted):
            content = pathlib.Path(next(forms)).read_bytes() + b"\0" * 0
            with open(inbox + b"/" + name, "wb") as file:
                file.write(content)
        os.mkdir(inbox + b"/\xcf\xe0\xef\xea\xe0")
        with open(inbox + b"/\xcf\xe0\xef\xea\xe0/in.xlsx", "wb") as file:
            file.write(next(forms).read_bytes())
        members = ["../out.xlsx", "../../../../tmp/svodka-out.xlsx", "/tmp/svodka-out.xlsx",
                   "C:\\windows\\out.xlsx", "..\\..\\out.xlsx", "CON.xlsx", "a\x00b.xlsx",
                   "d" * 4000 + ".xlsx", "x/" * 300 + "deep.xlsx", "\u202exslx.out.xlsx", "con/aux.xlsx",
                   "./././here.xlsx", "....//up.xlsx", "new\nline.xlsx", " .xlsx", "..", "/"]
        with zipfile.ZipFile(folder / "inbox/tricks.zip", "w") as packed:
            for name in members:
                info = zipfile.ZipInfo("x")
                info.filename = name
                packed.writestr(info, next(forms).read_bytes())
        before = {path for path in outer.iterdir()}, sorted(os.listdir("/tmp")).count("svodka-out.xlsx")
        inside = sorted(os.listdir(inbox))
        done = self.run("collect", folder, "--lang", "ru")
        self.expect("names", f"exit code {done.returncode}", done.returncode in (0, 1), [done.said])
        after = {path for path in outer.iterdir()}, sorted(os.listdir("/tmp")).count("svodka-out.xlsx")
        self.expect("names", "something was written beside the campaign", before == after,
                    map(str, after[0] ^ before[0]))
        self.expect("names", "the inbox was changed", inside == sorted(os.listdir(inbox)))
        odd = [path for path in folder.rglob("*")
               if "inbox" not in path.relative_to(folder).parts[:1] and "out.xlsx" in path.name]
        self.expect("names", "a member was written by its name", not odd, map(str, odd))
        self.expect("names", "a name that is no UTF-8 was passed over",
                    done.said.count("file.name-bytes") >= 2, [done.said[:3000]])
        db = store.sqlite3.connect(folder / store.STORE)
        sighted = {row[0] for row in db.execute("SELECT name FROM sighting")}
        db.close()
        for name in planted[1:]:
            self.expect("names", f"{name!r} was passed over", name.decode() in sighted)
        self.expect("names", "members of the ZIP were passed over",
                    sum(name.startswith("tricks.zip/") for name in sighted) >= len(members) - 4,
                    sorted(sighted))
        self.expect("names", "a member's path leads out",
                    not any(".." in name.split("/") for name in sighted))
        self.expect("names", "the store is damaged", not store.faults(folder), store.faults(folder))
        again = self.run("collect", folder, "--lang", "en")
        self.expect("names", "a second run learns something", "new forms: 0" in again.said
                    or "Nothing new" in again.said, [again.said[-600:]])
        print(f"  {len(planted) + 1} names in the inbox, {len(members)} in a ZIP")


def close(place):
    """Takes the right to write from a folder and all in it; returns what to put back."""
    paths = [place, *place.rglob("*")] if place.is_dir() else [place]
    modes = [(path, path.stat().st_mode & 0o777) for path in paths]
    for path, mode in modes:
        path.chmod(mode & ~0o222)
    return modes


ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = {"kills": Trial.random_kills, "every-kill": Trial.every_kill, "power": Trial.power,
         "full-disk": Trial.full_disk, "closed": Trial.closed, "changing": Trial.changing,
         "at-once": Trial.at_once, "signals": Trial.signals, "names": Trial.names}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("svodka")
    parser.add_argument("shim")
    parser.add_argument("work")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 31))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--thin", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(PARTS))
    arguments = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)
    # So that a mounted disk goes also when the trial is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    trial = Trial(arguments)
    print(f"safety: seed {trial.seed}, {trial.kills} kills at random moments")
    for name in arguments.only or PARTS:
        print(f"safety: {name}")
        began = time.monotonic()
        # Each part has its own campaigns; the large one is shared.
        for left in ("small", "small-model"):
            shutil.rmtree(trial.work / left, ignore_errors=True)
        PARTS[name](trial)
        print(f"  {time.monotonic() - began:.0f} s", flush=True)
    count = len(trial.faults)
    print(f"safety: {count} faults" + (f" in {', '.join(sorted(set(trial.faults)))}" if count else "")
          + (f"; skipped: {', '.join(trial.skipped)}" if trial.skipped else "")
          + (f"; run again with --seed {trial.seed}" if count else ""))
    return 1 if count else 0


sys.exit(main())
