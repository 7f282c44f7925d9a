"""One line about a run of libFuzzer, or the end of its log when it failed.

usage: summary.py TARGET ok|FAILED LOG
"""
import pathlib
import re
import sys

target, said, log = sys.argv[1:]
text = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")


def last(pattern):
    return (re.findall(pattern, text) or ["?"])[-1]


print(f"fuzz: {target:<13}{said:<7}{last(r'number_of_executed_units: *(.*)'):>10} runs, "
      f"coverage {last(r'cov: (.*?) ')}, {last(r'corp: (.*?)/')} inputs, "
      f"slowest {last(r'slowest_unit_time_sec: *(.*)')} s")
if said != "ok":
    noise = ("#", "INFO", "NOTE", "0x")
    lines = [line[:300] for line in text.splitlines() if not line.lstrip().startswith(noise)]
    print("\n".join(lines[-40:]))
