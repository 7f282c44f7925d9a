"""A writer of ZIP archives that may lie: every field of an entry can be set."""
import struct

from streams import Stream

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
END64, LOCATOR64 = b"PK\x06\x06", b"PK\x06\x07"
MOST = 0xFFFFFFFF


class Archive:
    """Entries are kept as they come; `bytes` puts the directory behind them."""

    def __init__(self):
        self.body = bytearray()
        self.directory = []

    def add(self, name, content, stored=False, **lies):
        """Lies: method, flags, crc, size, packed, local_size, local_name, offset, data, extra."""
        content = content if isinstance(content, Stream) else Stream(content)
        name = name if isinstance(name, bytes) else name.encode()
        data = lies.get("data")
        if data is None:
            data = content.bytes() if stored else b"".join(content.deflated())
        entry = dict(
            name=name, method=0 if stored else 8, flags=0x800, crc=content.crc(),
            size=len(content), packed=len(data), offset=len(self.body), extra=b"")
        entry["local_size"], entry["local_name"] = entry["size"], name
        entry.update(lies)
        if "size" in lies and "local_size" not in lies:
            entry["local_size"] = lies["size"]
        wide = b""
        if entry["local_size"] >= MOST:
            wide = struct.pack("<HHQQ", 1, 16, entry["local_size"], entry["packed"])
        self.body += LOCAL + self._fields(entry, entry["local_size"]) + struct.pack(
            "<HH", len(entry["local_name"]), len(wide)) + entry["local_name"] + wide + data
        self.directory.append(entry)
        return self

    def again(self, name, **lies):
        """One more entry of the directory for the data of the last one."""
        self.directory.append(dict(self.directory[-1], name=name.encode(), **lies))

    @staticmethod
    def _fields(entry, size):
        return struct.pack(
            "<HHHHHIII", 45, entry["flags"], entry["method"], 0, 0x21, entry["crc"],
            MOST if size >= MOST else entry["packed"], MOST if size >= MOST else size)

    def bytes(self, before=b"", behind=b"", entries=None, start=None, comment=b"", disk=0):
        """Lies: what stands before and behind, the count of entries, where the directory starts."""
        directory = bytearray()
        for entry in self.directory:
            wide = b""
            if entry["size"] >= MOST:
                wide = struct.pack("<HHQQ", 1, 16, entry["size"] & (2**64 - 1), entry["packed"])
            wide += entry["extra"]
            directory += CENTRAL + struct.pack("<H", 45) + self._fields(entry, entry["size"])
            directory += struct.pack(
                "<HHHHHII", len(entry["name"]), len(wide), 0, 0, 0, 0, entry["offset"] & MOST)
            directory += entry["name"] + wide
        count = len(self.directory) if entries is None else entries
        place = len(self.body) if start is None else start
        end = b""
        if count > 0xFFFE:
            end = END64 + struct.pack(
                "<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, len(directory), place)
            end += LOCATOR64 + struct.pack("<IQI", 0, len(self.body) + len(directory), 1)
        end += END + struct.pack(
            "<HHHHIIH", disk, disk, min(count, 0xFFFF), min(count, 0xFFFF), len(directory),
            place & MOST, len(comment)) + comment
        return before + bytes(self.body) + bytes(directory) + end + behind


def zipped(parts, stored=()):
    """An honest archive of named parts."""
    archive = Archive()
    for name, content in parts.items():
        archive.add(name, content, stored=name in stored)
    return archive.bytes()
