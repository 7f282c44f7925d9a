"""Plays the demo's steps once each and prints what they cost: wall and CPU seconds, peak memory.

usage: bench-demo.py SVODKA
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time


def run(name, command):
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    print(f"{name:<22}{time.monotonic() - begun:>8.2f}{usage.ru_utime + usage.ru_stime:>8.2f}"
          f"{usage.ru_maxrss / 1024:>8.0f}{code:>6}")


def main(svodka):
    fixtures = pathlib.Path("Fixtures/campaign")
    settings = (fixtures / "campaign.yaml").read_text(encoding="utf-8")
    pack = re.search(r"^pack: *(\S+)", settings, re.M).group(1)
    with tempfile.TemporaryDirectory() as folder:
        campaign = os.path.join(folder, "campaign")
        print(f"{'step':<22}{'wall, s':>8}{'CPU, s':>8}{'MB':>8}{'exit':>6}")
        run("new", [svodka, "new", campaign, "--pack", pack, "--settings",
                    str(fixtures / "campaign.yaml"), "--register", str(fixtures / "schools.xlsx")])
        shutil.copytree(fixtures / "inbox", os.path.join(campaign, "inbox"), dirs_exist_ok=True)
        run("collect, 74 forms", [svodka, "collect", campaign])
        run("collect again", [svodka, "collect", campaign])
        run("results", [svodka, "results", campaign, "--format", "csv"])
        run("report, 74 files", [svodka, "report", campaign])
        run("trace", [svodka, "trace", campaign, "c1/vilyuyskiy/-/2021/value"])


main(sys.argv[1])
