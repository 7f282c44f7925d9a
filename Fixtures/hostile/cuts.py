"""Cases of files that were cut off: at every 1/50 of their length, in each format."""
import zlib

from catalogue import ERROR, READS, add
from hosts import FIRST, ODS, XLSX

PIECES = 50


def whole(host):
    """A workbook of some length, whose parts do not pack into nothing."""
    rows = [FIRST[host]]
    for number in range(400):
        rows.append(host.row(f"{zlib.crc32(b'%d' % number):x} № {number}"))
    return host.sheet(*rows)


def flat():
    document = ODS.document(FIRST[ODS], *[ODS.row(f"№ {n}") for n in range(400)]).bytes().decode()
    return document.replace("document-content", "document").replace(
        ' office:version="1.3"', ' office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"').encode()


FILES = {"xlsx": whole(XLSX), "ods": whole(ODS), "fods": flat()}
for suffix, content in FILES.items():
    add(f"cut-not.{suffix}", "the whole file", READS, lambda c=content: c, ["A1=number:42"])
    for piece in range(PIECES):
        add(f"cut-{piece:02}.{suffix}", f"{piece}/{PIECES} of the file", ERROR,
            lambda c=content, p=piece: c[:len(c) * p // PIECES])
