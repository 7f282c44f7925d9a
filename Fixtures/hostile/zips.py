"""Cases about the archive itself."""
import random
import zlib

from archive import Archive, zipped
from catalogue import DAMAGED, EITHER, ERROR, LIMIT, NONE, READS, add
from hosts import BOTH, FIRST, HEAD, MAIN, ODS, OFFICE, XLSX, relations
from streams import Stream

# Over what any limit lets through (a gigabyte a part).
HUGE = 5 << 28
A1 = ["A1=number:42"]


def parts(host, *rows, **others):
    return host.parts(host.document(FIRST[host], *rows), **others)


def archive(host, lied=None, skipped=(), **lies):
    """The honest workbook, with lies about one part of it."""
    made = Archive()
    for name, content in parts(host).items():
        if name in skipped:
            continue
        made.add(name, content, stored=name == "mimetype", **(lies if name == lied else {}))
    return made


def doubled(host, second):
    made = archive(host)
    made.add(second, host.document(FIRST[host].replace("42", "43")))
    return made.bytes()


def overlapping(host, count):
    """Entries of the directory that all lead to the same data."""
    made = archive(host)
    for number in range(count):
        made.again(f"part{number}.xml")
    return made.bytes()


def slashes(host, count):
    made = archive(host)
    for number in range(count):
        made.add("/" * 60_000 + f"x{number}", b"x")
    return made.bytes()


def shared_sheets(count, size):
    """Sheets that all have the same part: small in the file, read again and again."""
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    workbook = HEAD + (f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>'
                       "</workbook>").encode()
    rows = (b"<row><c><v>1</v></c></row>", size)
    return XLSX.sheet(rows, workbook=workbook)


def nested(depth):
    inner = zipped({"zeros.bin": Stream((b"\0", 1 << 30))})
    for level in range(depth):
        inner = zipped({f"level{level}-{n}.zip": inner for n in range(4)}, stored=())
    return inner


for host in BOTH:
    suffix, part = host.suffix, host.part

    def named(name):
        return f"zip-{name}.{suffix}"

    add(named("honest"), "the workbook that the others are made of", READS,
        lambda h=host: zipped(parts(h), stored=("mimetype",)), A1)
    add(named("bomb-unread"), "1.3 GB in a part that nothing leads to", READS,
        lambda h=host: h.file(h.document(FIRST[h]), more={
            "media/image1.bin": Stream((b"\0", HUGE))}), A1)
    add(named("bomb-spaces"), "1.3 GB of white space in the sheet", LIMIT,
        lambda h=host: h.sheet(FIRST[h], (b" ", HUGE)))
    add(named("bomb-comments"), "1.3 GB of comments in the sheet", LIMIT,
        lambda h=host: h.sheet(FIRST[h], (b"<!-- nothing -->", HUGE // 16)))
    add(named("bomb-instructions"), "1.3 GB of processing instructions", LIMIT,
        lambda h=host: h.sheet(FIRST[h], (b"<?go on?>", HUGE // 9)))
    add(named("bomb-elements"), "1.3 GB of elements without a meaning", LIMIT,
        lambda h=host: h.sheet(FIRST[h], (b"<x/>", HUGE // 4)))
    add(named("bomb-behind"), "1.3 GB of white space behind the root element", LIMIT,
        lambda h=host: h.file(Stream(h.document(FIRST[h]), (b" ", HUGE))))
    add(named("size-too-small"), "the directory declares 10 bytes for the sheet", EITHER,
        lambda h=host: archive(h, h.part, size=10).bytes(), A1)
    add(named("size-too-large"), "the directory declares 4 GB for the sheet", EITHER,
        lambda h=host: archive(h, h.part, size=0xFFFFFFF0).bytes(), A1)
    add(named("size-2-63"), "the directory declares 2^63 bytes for the sheet", EITHER,
        lambda h=host: archive(h, h.part, size=1 << 63).bytes(), A1)
    add(named("size-local"), "the local header declares another size", EITHER,
        lambda h=host: archive(h, h.part, local_size=7).bytes(), A1)
    add(named("packed-too-large"), "more packed bytes declared than the file has", EITHER,
        lambda h=host: archive(h, h.part, packed=0x7FFFFFF0).bytes(), A1)
    add(named("packed-too-small"), "3 packed bytes declared", ERROR,
        lambda h=host: archive(h, h.part, packed=3).bytes())
    add(named("checksum"), "a wrong checksum of the sheet", EITHER,
        lambda h=host: archive(h, h.part, crc=1).bytes(), A1)
    add(named("garbage-deflate"), "packed data that are none", ERROR,
        lambda h=host: archive(h, h.part, data=random.Random(1).randbytes(4000)).bytes())
    add(named("cut-deflate"), "packed data without their end", ERROR,
        lambda h=host: archive(
            h, h.part, data=b"".join(h.document(FIRST[h]).deflated())[:-40]).bytes())
    add(named("method"), "a compression method that there is none of", ERROR,
        lambda h=host: archive(h, h.part, method=77).bytes())
    add(named("stored-as-deflate"), "a stored part that says it is deflated", ERROR,
        lambda h=host: archive(h, h.part, data=h.document(FIRST[h]).bytes()).bytes())
    add(named("encrypted-flag"), "a sheet that says it is encrypted", "error:encrypted|damaged",
        lambda h=host: archive(h, h.part, flags=0x801).bytes())
    add(named("overlap"), "1,000 entries over one another", EITHER,
        lambda h=host: overlapping(h, 1_000), A1)
    add(named("entries-65000"), "65,000 entries for the same data", "error:limit",
        lambda h=host: overlapping(h, 65_000))
    add(named("entries-100000"), "100,000 entries, ZIP64", "error:limit",
        lambda h=host: overlapping(h, 100_000))
    add(named("entries-lie"), "a directory that declares 65,534 entries", ERROR,
        lambda h=host: archive(h).bytes(entries=65_534))
    add(named("entries-lie-64"), "a directory that declares 2^62 entries", ERROR,
        lambda h=host: archive(h).bytes(entries=1 << 62))
    add(named("entries-none"), "a directory that declares none", ERROR,
        lambda h=host: archive(h).bytes(entries=0))
    add(named("directory-outside"), "a directory beyond the end of the file", ERROR,
        lambda h=host: archive(h).bytes(start=0x7FFFFFFF))
    add(named("directory-at-0"), "a directory that starts at 0", ERROR,
        lambda h=host: archive(h).bytes(start=0))
    add(named("offset"), "a part that starts outside the file", ERROR,
        lambda h=host: archive(h, h.part, offset=0x7FFFFFFF).bytes())
    add(named("offset-self"), "a part that starts within the directory", ERROR,
        lambda h=host: archive(h, h.part, offset=len(archive(h).body)).bytes())
    add(named("disk"), "the last of 7 disks", EITHER, lambda h=host: archive(h).bytes(disk=7), A1)
    add(named("junk-before"), "4 kB of junk before the archive", EITHER,
        lambda h=host: archive(h).bytes(before=b"\0" * 4096), A1)
    add(named("junk-behind"), "1 MB of junk behind the archive", EITHER,
        lambda h=host: archive(h).bytes(behind=b"\0" * (1 << 20)), A1)
    add(named("comment-end"), "an end of directory within the comment", EITHER,
        lambda h=host: archive(h).bytes(comment=b"PK\5\6" + b"\0" * 18), A1)
    add(named("parent-name"), "an entry ../../../tmp/svodka-hostile", READS,
        lambda h=host: zipped(dict(parts(h), **{"../../../tmp/svodka-hostile": b"x"})), A1)
    add(named("twice"), "two entries of the sheet's name", EITHER,
        lambda h=host: doubled(h, h.part))
    add(named("twice-case"), "two names that differ in case", EITHER,
        lambda h=host: doubled(h, h.part.upper()))
    add(named("name-long"), "a name of 65,535 bytes", EITHER,
        lambda h=host: archive(h).add("n" * 65_535, b"x").bytes(), A1)
    add(named("name-nul"), "a name with a NUL in it", EITHER,
        lambda h=host: archive(h).add(h.part + "\0.txt", b"x").bytes(), A1)
    add(named("name-utf8"), "a name that is no UTF-8", EITHER,
        lambda h=host: archive(h).add(b"\xff\xfe\xc3\x28.xml", b"x").bytes(), A1)
    add(named("name-slashes"), "a name of 60,000 slashes", EITHER,
        lambda h=host: archive(h).add("/" * 60_000 + "x", b"x").bytes(), A1)
    add(named("names-slashes"), "40 names of 60,000 slashes each", EITHER,
        lambda h=host: slashes(h, 40), A1)
    add(named("sheet-is-zip"), "a sheet that is itself an archive", DAMAGED,
        lambda h=host: h.file(zipped(parts(h))))
    add(named("no-sheet"), "no part for the sheet", EITHER,
        lambda h=host: archive(h, skipped=(h.part,)).bytes())
    add(named("sheet-empty"), "a sheet of 0 bytes", EITHER, lambda h=host: h.file(b""))
    add(named("zeros"), "a sheet of 1.3 GB of NUL bytes", ERROR,
        lambda h=host: h.file(Stream((b"\0", HUGE))))

for name, where in (("strings", "strings"), ("styles", "styles"), ("workbook", "workbook"),
                    ("relations", "links"), ("root", "root")):
    add(f"zip-bomb-{name}.xlsx", f"1.3 GB in {name}", LIMIT,
        lambda w=where: XLSX.sheet(FIRST[XLSX], **{w: Stream(
            HEAD, b"<x>", (b"<x/>", HUGE // 4), b"</x>")}))
add("zip-bomb-10gb.xlsx", "10 GB of white space in the sheet", LIMIT,
    lambda: XLSX.sheet(FIRST[XLSX], (b" ", 10 << 30)))
add("zip-bomb-properties.xlsx", "1.3 GB in docProps/core.xml", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], more={
        "docProps/core.xml": Stream(HEAD, b"<x>", (b"<x/>", HUGE // 4), b"</x>")}), A1)
add("zip-bomb-meta.ods", "1.3 GB in meta.xml", EITHER,
    lambda: ODS.sheet(FIRST[ODS], more={
        "meta.xml": Stream(HEAD, b"<x>", (b"<x/>", HUGE // 4), b"</x>")}), A1)
add("zip-bomb-mimetype.ods", "1.3 GB in mimetype", EITHER,
    lambda: zipped(dict(ODS.parts(ODS.document(FIRST[ODS])), mimetype=Stream(
        b"application/vnd.oasis.opendocument.spreadsheet", (b" ", HUGE)))), A1)
add("zip-bomb-manifest.ods", "1.3 GB in the manifest", EITHER,
    lambda: ODS.sheet(FIRST[ODS], manifest=Stream(
        HEAD, b"<x>", (b"<x/>", HUGE // 4), b"</x>")), A1)
add("zip-sheets-one-part.xlsx", "1,000 sheets with the same part of 2.7 MB", LIMIT,
    lambda: shared_sheets(1_000, 100_000))
add("zip-sheets-one-empty-part.xlsx", "1,000 sheets with the same part of 5 MB of nothing", LIMIT,
    lambda: XLSX.file(Stream(XLSX.document(FIRST[XLSX]), (b" <!-- -->", 500_000)), workbook=HEAD + (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
            f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1_000))
        + "</sheets></workbook>").encode()))
add("zip-nested.zip", "archives in archives, four of each, six deep, zeros within", EITHER,
    lambda: nested(6))
add("zip-of-forms.zip", "an archive of 2,000 workbooks", EITHER, lambda: zipped(
    dict.fromkeys((f"{n}.xlsx" for n in range(2_000)), zipped(parts(XLSX)))))
add("zip-two-formats.xlsx", "the parts of both formats", EITHER,
    lambda: zipped(dict(parts(ODS), **parts(XLSX))), A1)
add("zip-empty.xlsx", "an archive of nothing", ERROR, lambda: Archive().bytes())
add("zip-pk.xlsx", "the letters PK alone", ERROR, lambda: b"PK")
add("zip-relation-outside.xlsx", "a relation to ../../../../etc/passwd", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], links=relations(
        ("rId1", "worksheet", "../../../../../../etc/passwd"))), ["!root:"])
add("zip-relation-file.xlsx", "a relation to file:///etc/passwd", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], links=relations(
        ("rId1", "worksheet", "file:///etc/passwd"))), ["!root:"])
add("zip-relation-cycle.xlsx", "a sheet that is the list of sheets", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], links=relations(("rId1", "worksheet", "workbook.xml"))))
add("zip-relation-self.xlsx", "relations whose workbook is themselves", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], root=relations(("rId1", "officeDocument", "_rels/.rels"))))
add("zip-relation-empty.xlsx", "a relation without a target", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], links=relations(("rId1", "worksheet", ""))))
add("zip-relation-steps.xlsx", "a target of 80,000 steps up and down", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], links=relations(
        ("rId1", "worksheet", "a/../" * 40_000 + "worksheets/sheet1.xml"))), A1)
add("zip-relations.xlsx", "10^6 relations", EITHER,
    lambda: XLSX.sheet(FIRST[XLSX], links=relations(*[
        (f"rId{n}", "worksheet", "worksheets/sheet1.xml") for n in range(1, 1_000_001)])), A1)
add("zip-encrypted-manifest.ods", "a manifest that says all is encrypted",
    "error:encrypted", lambda: ODS.sheet(FIRST[ODS], manifest=HEAD + (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
        'm:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>').encode()))
add("none-empty.xlsx", "no bytes at all", NONE, lambda: b"")
add("none-zeros.xlsx", "20 MB of NUL bytes", NONE, lambda: bytes(20 << 20))
add("none-random.xlsx", "1 MB of random bytes", NONE, lambda: random.Random(2).randbytes(1 << 20))
add("none-ole.xls", "an OLE2 file whose sectors lead in a circle", ERROR,
    lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + b"\x3e\0\3\0\xfe\xff\x09\0\6\0"
    + b"\1\0\0\0" * 119 + b"\0\0\0\0" * 128 * 64)
add("none-html.xls", "5 MB of HTML", NONE,
    lambda: b"<html><body><table>" + b"<tr><td>1</td></tr>" * 250_000 + b"</table>")
add("none-csv.xlsx", "5 MB of lines", NONE, lambda: "Школа;5;6\n".encode() * 300_000)
add("none-gzip.ods", "10 MB packed as gzip", NONE,
    lambda: zlib.compress(bytes(10 << 20), wbits=31))
add("none-text-1-line.xlsx", "one line of 10 MB", NONE, lambda: b"a" * (10 << 20))
add("none-xml-1-tag.fods", "10 MB of one tag", ERROR, lambda: b"<" + b"a" * (10 << 20))
