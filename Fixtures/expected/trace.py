"""Picks values at random, asks Svodka where each comes from, and adds the cells up itself.

usage: trace.py SVODKA CAMPAIGN COUNT [SEED]

The cells are not taken from Svodka's word: each file is opened with openpyxl, or as ODS with a few
lines of XML, and the cell that the trace names must hold the text that it quotes.
"""
import csv
import decimal
import io
import json
import pathlib
import random
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def main(svodka, campaign, count, seed):
    print(f"trace: seed {seed}")
    listing = subprocess.run([svodka, "results", campaign, "--format", "csv"], check=True,
                             capture_output=True, text=True).stdout
    rows = [row for row in csv.DictReader(io.StringIO(listing)) if row["state"] == "known"]
    random.Random(seed).shuffle(rows)
    books = {}
    cells = faults = 0
    for row in rows[:count]:
        said = subprocess.run(
            [svodka, "trace", campaign, row["address"], "--format", "json"], check=True,
            capture_output=True, text=True).stdout
        trace = json.loads(said)
        for term in ("numerator", "denominator"):
            if not row[term]:
                continue
            total = decimal.Decimal(0)
            for part in trace["contributions"]:
                if part["state"] != "given":
                    continue
                origin = part[term]
                seen = cell(books, pathlib.Path(campaign) / "inbox" / origin["file"],
                            origin["sheet"], origin["cell"])
                if decimal.Decimal(str(seen)) != decimal.Decimal(origin["rawText"]):
                    print(f"{row['address']}: {origin} holds {seen!r}")
                    faults += 1
                total += decimal.Decimal(str(seen))
                cells += 1
            if total != decimal.Decimal(row[term]):
                print(f"{row['address']}: {term} {row[term]}, the cells add up to {total}")
                faults += 1
    print(f"trace: {min(count, len(rows))} values, {cells} cells, {faults} faults")
    return 1 if faults or not cells else 0


def cell(books, path, sheet, address):
    if path not in books:
        books[path] = xlsx(path) if path.suffix == ".xlsx" else ods(path)
    return books[path][sheet][address]


def xlsx(path):
    import openpyxl
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: {c.coordinate: c.value for line in sheet.iter_rows() for c in line
                          if c.value is not None} for sheet in book.worksheets}


def ods(path):
    if path.suffix == ".fods":
        root = ElementTree.parse(path).getroot()
    else:
        root = ElementTree.fromstring(zipfile.ZipFile(path).read("content.xml"))
    book = {}
    for table in root.iter(TABLE + "table"):
        cells = book[table.get(TABLE + "name")] = {}
        row = 0
        for line in table.iter(TABLE + "table-row"):
            repeat = int(line.get(TABLE + "number-rows-repeated", 1))
            column = 0
            for item in line:
                if not item.tag.endswith("table-cell"):
                    continue
                width = int(item.get(TABLE + "number-columns-repeated", 1))
                value = item.get(OFFICE + "value")
                if value is not None and repeat < 1000 and width < 1000:
                    for down in range(repeat):
                        for across in range(width):
                            cells[f"{letters(column + across + 1)}{row + down + 1}"] = value
                column += width
            row += repeat
    return book


def letters(column):
    text = ""
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(65 + digit) + text
    return text


sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]),
              int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)))
