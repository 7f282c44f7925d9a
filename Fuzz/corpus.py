"""Packs a folder of inputs into one archive, the same bytes for the same inputs, and unpacks it.

usage: corpus.py pack FOLDER ARCHIVE | corpus.py unpack ARCHIVE FOLDER
"""
import hashlib
import pathlib
import sys
import zipfile


def pack(folder, archive):
    archive.parent.mkdir(parents=True, exist_ok=True)
    inputs = sorted(file.read_bytes() for file in folder.iterdir())
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for number, content in enumerate(inputs):
            made.writestr(zipfile.ZipInfo(str(number)), content, zipfile.ZIP_DEFLATED, 9)
    print(f"{archive}: {len(inputs)} inputs, {archive.stat().st_size} bytes")


def unpack(archive, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive) as made:
        for name in made.namelist():
            content = made.read(name)
            (folder / hashlib.sha1(content).hexdigest()).write_bytes(content)


if __name__ == "__main__":
    {"pack": pack, "unpack": unpack}[sys.argv[1]](*map(pathlib.Path, sys.argv[2:]))
