#!/usr/bin/env python3
"""Measures `svodka collect` beside the peer script over campaigns of several sizes, and compares
what both found: a ratio between two programs that disagree is worth nothing.

usage: bench-campaign.py SVODKA PYTHON DATA [--runs N] [--sizes 500,1000,2000,4000]

PYTHON is that of the bench's environment; DATA/N holds a campaign's inbox, register and settings.
Prints a table of medians: wall and CPU seconds, peak memory (MB), and how often the peer's time is
Svodka's. Ends with 1 where the two disagree.
"""
import argparse
import csv
import itertools
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACK = ROOT / "Templates" / "vilyuysk"
# What Svodka says of cells, by the peer's names for it.
SAME = {"cell.word-zero": "cell.zero-word", "cell.not-applicable": "cell.not_applicable"}


def run(command, codes=(0, 1)):
    """Wall seconds, CPU seconds and peak memory in MB of a process and its children."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in codes:
        sys.exit(f"bench: {' '.join(map(str, command[:3]))} … ended with {child.returncode}\n{said}")
    return (time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def fresh(svodka, data, folder):
    """A campaign that nothing was collected into. Each has a folder of its own and none is removed
    before the end: file systems are slow to give out again what was removed just before."""
    subprocess.run(
        [svodka, "new", folder, "--pack", PACK, "--settings", data / "campaign.yaml",
         "--register", data / "schools.csv"], check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    shutil.rmtree(folder / "inbox")
    shutil.copytree(data / "inbox", folder / "inbox")


def own(svodka, folder):
    """What Svodka found, in the words of the peer's file."""
    base = sqlite3.connect(folder / "svodka.sqlite")
    findings = {SAME.get(code, code): count for code, count in base.execute(
        "SELECT code, count(*) FROM reading_finding GROUP BY code")}
    findings |= {"rule:" + code.partition(":")[2]: count for code, count in base.execute(
        "SELECT code, count(*) FROM rule_finding GROUP BY code")}
    forms = base.execute("SELECT count(*) FROM current").fetchone()[0]
    base.close()
    said = subprocess.run([svodka, "results", folder, "--format", "csv"], check=True,
                          capture_output=True, text=True).stdout
    district = (folder / "campaign.yaml").read_text("utf-8").split("code:")[1].split()[0]
    results = {}
    for row in csv.DictReader(said.splitlines()):
        if row["unit"] == district:
            below = int(row["denominator"]) if row["denominator"] else None
            results[f"{row['indicator']}/{row['breakdown']}"] = [
                int(row["numerator"] or 0), below, int(row["given"])]
    return {"forms": forms, "findings": findings, "results": results}


def compare(ours, theirs):
    """What the two say differently."""
    differences = []
    if ours["forms"] != theirs["forms"]:
        differences.append(f"forms: {ours['forms']}, peer {theirs['forms']}")
    for part in ("findings", "results"):
        for key in sorted(set(ours[part]) | set(theirs[part])):
            one, other = ours[part].get(key), theirs[part].get(key)
            if one != other and not (part == "results" and one and other and one[2] == other[2] == 0):
                differences.append(f"{part} {key}: {one}, peer {other}")
    return differences


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("svodka")
    parser.add_argument("python")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", default="500,1000,2000,4000")
    given = parser.parse_args()
    peer = [given.python, str(ROOT / "scripts" / "bench-campaign-peer.py")]
    print(f"{'forms':>6} {'':22}{'wall, s':>9}{'CPU, s':>9}{'MB':>7}{'wall/ours':>11}{'CPU/ours':>10}")
    isWrong = False
    with tempfile.TemporaryDirectory(prefix="svodka-bench-") as folder:
        folders = (pathlib.Path(folder) / str(number) for number in itertools.count())
        target = pathlib.Path(folder) / "peer.json"
        for size in map(int, given.sizes.split(",")):
            data = given.data / str(size)
            rows = {}
            for _ in range(given.runs):
                campaign = next(folders)
                fresh(given.svodka, data, campaign)
                kinds = [("collect", [given.svodka, "collect", campaign]),
                         ("collect again", [given.svodka, "collect", campaign]),
                         ("results", [given.svodka, "results", campaign, "--format", "csv"])]
                for name, command in kinds:
                    rows.setdefault(name, []).append(run(command))
                for name, more in (
                        ("peer, reading alone", ["--reading", "--synced"]),
                        ("peer", []), ("peer, 2 processes", ["--processes", "2"]),
                        ("peer, data frames", ["--frames"]),
                        ("peer, frames, synced", ["--frames", "--synced"])):
                    beside = next(folders)
                    fresh(given.svodka, data, beside)
                    rows.setdefault(name, []).append(
                        run(peer + [beside, PACK, target] + more, codes=(0,)))
            middle = {name: [statistics.median(one) for one in zip(*all)]
                      for name, all in rows.items()}
            for name, (wall, cpu, memory) in middle.items():
                ratio = ""
                if name.startswith("peer"):
                    ours = middle["collect"]
                    ratio = f"{wall / ours[0]:10.1f}×{cpu / ours[1]:9.1f}×"
                print(f"{size:>6} {name:22}{wall:9.2f}{cpu:9.2f}{memory:7.0f}{ratio}", flush=True)
            differences = compare(own(given.svodka, campaign), json.loads(target.read_text("utf-8")))
            for line in differences:
                print(f"       DIFFERS {line}")
            isWrong = isWrong or bool(differences)
            if not differences:
                print("       the same findings by code and the same results")
    return 1 if isWrong else 0


if __name__ == "__main__":
    sys.exit(main())
