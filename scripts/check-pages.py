"""Looks at printed documents as a careful reader would: no blank page, no tag left over, no
wrong plural, no number with a decimal point.

usage: check-pages.py FOLDER      a folder of PDF files
"""
import pathlib
import re
import subprocess
import sys

FAULTS = [
    (re.compile(r"\{\{|\}\}"), "a tag is left over"),
    (re.compile(r"(?<![\d,.])1[  ](педагогов|школ|педагога|школы)\b"), "wrong plural"),
    (re.compile(r"(?<![\d,.])[2-4][  ](педагогов|школ)\b(?! №)"), "wrong plural"),
    (re.compile(r"\d\.\d+[  ]?%"), "a decimal point in a percentage"),
    (re.compile(r"(?<![\w])-\d+,\d"), "a hyphen for a minus"),
    (re.compile(r"\b(nil|null|nan|Optional)\b", re.I), "a programmer's word"),
]


def main(folder):
    faults = 0
    for pdf in sorted(pathlib.Path(folder).glob("*.pdf")):
        text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True,
                              text=True, check=True).stdout
        pages = text.split("\f")[:-1]
        for number, page in enumerate(pages, 1):
            if not page.strip():
                print(f"{pdf.name}, page {number}: blank")
                faults += 1
            for pattern, what in FAULTS:
                found = pattern.search(page)
                if found:
                    print(f"{pdf.name}, page {number}: {what}: «{found.group(0)}»")
                    faults += 1
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
