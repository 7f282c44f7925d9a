"""Runs `svodka cells` on every hostile file, annotates those that may be forms, and says which broke
a promise.

usage: hostile.py SVODKA FOLDER [options of scripts/hostile]
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import zlib

# A child that goes over these is ended by the system: far above what is promised, so that the
# table tells by how much.
MOST_SECONDS, MOST_KILOBYTES, MOST_WALL = 3, 4_000_000, 60
CODE = re.compile(r"spreadsheet\.([a-z-]+)")
# How much more an annotated copy may take than a reading: the file is read, spliced, read and
# compared, and so is the copy once more.
ANNOTATED = 4
FORMS = (".xlsx", ".xlsm", ".ods")
# What a piece of work that is always the same takes where the bounds were set, in CPU seconds.
YARDSTICK = 0.5


def slowness():
    """How many times as long as there it takes here, with all cores at work; at least 1."""
    data = b"".join(b"%d;" % (number * 7919 % 1_000_003) for number in range(400_000))

    def work(_):
        begun = time.thread_time()
        for _ in range(3):
            zlib.compress(data, 6)
        return time.thread_time() - begun

    cores = os.cpu_count()
    with concurrent.futures.ThreadPoolExecutor(cores) as pool:
        return max(1, sum(pool.map(work, range(cores))) / cores / YARDSTICK)


def run(command, output, seconds=MOST_SECONDS, wall=MOST_WALL):
    """Exit code (less than 0 for a signal), CPU seconds, peak megabytes, standard error."""
    limits = f"ulimit -S -t {seconds}; ulimit -v {MOST_KILOBYTES} -c 0"
    limited = ["bash", "-c", limits + '; exec "$@"', "-", *command]
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(limited, stdout=output, stderr=errors, stdin=subprocess.DEVNULL,
                                 env=dict(os.environ, LC_ALL="C.UTF-8"))
        clock = threading.Timer(wall, child.kill)
        clock.start()
        _, status, usage = os.wait4(child.pid, 0)
        clock.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read(1 << 20).decode("utf-8", "replace")
    return (child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def first_sheet(output, wanted):
    """The cells of the first sheet that are wanted, as "type:value"."""
    cells, sheets = {}, 0
    for line in output:
        try:
            record = json.loads(line)
        except ValueError:
            raise ValueError(f"a line that is no JSON: {line[:60]!r}") from None
        sheets += "sheet" in record
        if sheets > 1:
            break
        if record.get("cell") in wanted:
            cells[record["cell"]] = f"{record['type']}:{record['value']}"
    return cells


def wrong_cells(output, expected):
    """What is wrong with what was printed; None when nothing is."""
    wanted = dict(each.split("=", 1) for each in expected if not each.startswith("!"))
    if wanted:
        output.seek(0)
        try:
            cells = first_sheet(output, wanted)
        except ValueError as fault:
            return str(fault)
        for address, value in wanted.items():
            if cells.get(address) != value:
                return f"{address} is {cells.get(address, 'not there')}, not {value}"
    return None


def leaked(output, said, expected):
    for text in (each[1:] for each in expected if each.startswith("!")):
        output.seek(0)
        if text in said or any(text.encode() in line for line in output):
            return f"shows what stands outside the file: {text}"
    return None


def judged(code, said, outcome, expected, output):
    """What is wrong with how a run ended; None when nothing is."""
    if code < 0 or code > 2:
        last = next((line for line in said.splitlines() if "rror" in line or "atal" in line), "")
        if -code in (signal.SIGXCPU, signal.SIGKILL):
            return "had to be ended"
        return f"died of signal {-code}" if code < 0 else f"exit code {code} {last[:100]}"
    fault = leaked(output, said, expected)
    if fault:
        return fault
    if code == 0:
        return wrong_cells(output, expected) if outcome.startswith("read") else (
            f"is read, not {outcome}")
    found = CODE.search(said)
    if not found:
        return f"no clear error: {said.strip()[:100]}"
    if outcome == "reads":
        return f"is not read: {said.strip().split(': ', 2)[-1][:110]}"
    if outcome.startswith("error:") and found[1] not in outcome[6:].split("|"):
        return f"error {found[1]}, not {outcome[6:]}: {said.strip().split(': ', 2)[-1][:110]}"
    return None


def tried(svodka, folder, case, limits):
    name, trait, outcome, cells = case
    expected = [each for each in cells.split(" | ") if each]
    best = None
    # A busy machine makes a run slow: the better of two counts.
    for _ in range(2):
        with tempfile.TemporaryFile(dir=folder.parent) as output:
            code, seconds, megabytes, said = run(
                [svodka, "cells", "--lang", "en", "--format", "jsonl", "--limits", limits.limits,
                 *limits.cells.split(), str(folder / name)], output)
            fault = judged(code, said, outcome, expected, output)
            size = os.fstat(output.fileno()).st_size
        if best is None or seconds < best[1]:
            best = (fault, seconds, megabytes, size)
        if fault or seconds <= limits.seconds:
            break
    fault, seconds, megabytes, size = best
    faults = [fault] if fault else []
    if seconds > limits.seconds:
        faults.append(f"takes {seconds:.1f} s")
    if megabytes > limits.megabytes:
        faults.append(f"takes {megabytes:.0f} MB")
    return name, trait, faults, seconds, megabytes, size


def annotated(program, folder, case, limits):
    """A copy or a refusal with its code, within bounds."""
    name, trait, _, cells = case
    secrets = [each[1:] for each in cells.split(" | ") if each.startswith("!")]
    best = None
    for _ in range(2):
        with tempfile.TemporaryFile(dir=folder.parent) as output:
            code, seconds, megabytes, said = run(
                [program, str(folder / name)], output, seconds=MOST_SECONDS * ANNOTATED)
            output.seek(0)
            told = output.read(1 << 16).decode("utf-8", "replace")
        fault = None
        if code not in (0, 1):
            fault = f"annotating ends with {code}: {(told + said).strip()[-100:]}"
        elif not re.match(r"copy: " if code == 0 else r"refused: annotation\.[a-z-]+: ", told):
            fault = f"annotating says {told.strip()[:100]!r}"
        elif any(secret in told + said for secret in secrets):
            fault = "annotating shows what stands outside the file"
        if best is None or seconds < best[1]:
            best = (fault, seconds, megabytes, code)
        if fault or seconds <= limits.seconds * ANNOTATED:
            break
    fault, seconds, megabytes, code = best
    faults = [fault] if fault else []
    if seconds > limits.seconds * ANNOTATED:
        faults.append(f"annotating takes {seconds:.1f} s")
    if megabytes > limits.megabytes * ANNOTATED:
        faults.append(f"annotating takes {megabytes:.0f} MB")
    return name, trait, faults, seconds, megabytes, code


def collected(svodka, folder, cases):
    """One campaign with every hostile file and an honest form in its inbox."""
    fixtures = pathlib.Path("Fixtures/campaign")
    settings = (fixtures / "campaign.yaml").read_text(encoding="utf-8")
    pack = re.search(r"^pack: *(\S+)", settings, re.M).group(1)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        campaign = pathlib.Path(scratch, "campaign")
        new = [svodka, "new", str(campaign), "--pack", pack, "--settings",
               str(fixtures / "campaign.yaml"), "--register", str(fixtures / "schools.xlsx")]
        subprocess.run(new, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        inbox = campaign / "inbox"
        inbox.mkdir(exist_ok=True)
        for case in cases:
            os.link(folder / case[0], inbox / case[0])
        honest = sorted((fixtures / "inbox" / "2021").glob("*.xlsx"))[0]
        shutil.copy(honest, inbox)
        with tempfile.TemporaryFile() as output:
            code, seconds, megabytes, said = run(
                [svodka, "collect", "--lang", "en", str(campaign), "--dry-run"], output,
                seconds=len(cases) + 30, wall=600)
            output.seek(0)
            text = output.read().decode("utf-8", "replace")
    faults = []
    # 1: forms with errors, which there are.
    if code != 1:
        faults.append(f"collect ended with {code}: {said.strip()[-200:]}")
    return faults, seconds, megabytes, text


def annotate(options, cases):
    """How many files broke a promise when they were annotated."""
    forms = [case for case in cases if case[0].lower().endswith(FORMS)]
    if not forms:
        return 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(
            lambda case: annotated(options.annotate, options.folder, case, options), forms))
    failed = 0
    for name, trait, faults, seconds, megabytes, _ in results:
        if faults or options.all:
            failed += bool(faults)
            print(f"{name:<36}{seconds:>6.2f} s{megabytes:>6.0f} MB  "
                  f"{'; '.join(faults) or 'annotated'}  ({trait})")
    copies = sum(result[5] == 0 for result in results)
    print(f"annotated: {len(results)} files, {copies} copies, {failed} failed "
          f"(slowest {max(result[3] for result in results):.1f} s, "
          f"largest {max(result[4] for result in results):.0f} MB)")
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("svodka")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--megabytes", type=float, default=200)
    parser.add_argument("--limits", default="auto")
    parser.add_argument("--cells", default="", help="more options of svodka cells")
    parser.add_argument("--no-collect", action="store_true")
    parser.add_argument("--annotate", default="", help="the program annotate-file")
    parser.add_argument("--no-annotate", action="store_true")
    parser.add_argument("--all", action="store_true", help="a line for every file")
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    slow = slowness()
    if slow > 1:
        print(f"this machine is {slow:.1f} times as slow as that of the bounds: so much more CPU "
              "may be taken")
        options.seconds *= slow
    lines = (options.folder / "expected.tsv").read_text(encoding="utf-8").splitlines()
    cases = [line.split("\t") for line in lines]
    cases = [case for case in cases
             if not options.names or any(name in case[0] for name in options.names)]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(
            lambda case: tried(options.svodka, options.folder, case, options), cases))
    failed = 0
    for name, trait, faults, seconds, megabytes, size in results:
        if faults or options.all:
            failed += bool(faults)
            print(f"{name:<36}{seconds:>6.2f} s{megabytes:>6.0f} MB  "
                  f"{'; '.join(faults)}  ({trait})")
    if options.annotate and not options.no_annotate:
        failed += annotate(options, cases)
    slowest = max(result[3] for result in results)
    largest = max(result[4] for result in results)
    if not options.no_collect and not options.names:
        faults, seconds, megabytes, _ = collected(options.svodka, options.folder, cases)
        failed += bool(faults)
        print(f"collect of all: {seconds:.1f} s CPU, {megabytes:.0f} MB  {'; '.join(faults)}")
    print(f"hostile: {len(cases)} files, {failed} failed "
          f"(slowest {slowest:.1f} s, largest {largest:.0f} MB)")
    return 1 if failed else 0


raise SystemExit(main())
