"""Bytes of any length that are never held: pieces with the number of times each is repeated.

A repeated piece is deflated once and its block copied, and its checksum is reckoned by doubling,
so that a part of ten gigabytes is made in a moment.
"""
import zlib

# Bytes that are deflated at a time; a block of zeros of this length takes some 4 kB.
BLOCK = 4 << 20
POLYNOMIAL = 0xEDB88320


def _product(a, b):
    """The product of two polynomials modulo that of CRC-32, bits reflected."""
    bit, product = 1 << 31, 0
    while True:
        if a & bit:
            product ^= b
            if not a & (bit - 1):
                return product
        bit >>= 1
        b = (b >> 1) ^ POLYNOMIAL if b & 1 else b >> 1


def _shift(count):
    """What a checksum is multiplied with when `count` bytes follow."""
    power, shift, count = 1 << 23, 1 << 31, count
    while count:
        if count & 1:
            shift = _product(power, shift)
        power = _product(power, power)
        count >>= 1
    return shift


def combined(first, second, length):
    """The checksum of two texts one after another; `length` is that of the second."""
    return _product(_shift(length), first) ^ second


def repeated(crc, length, times):
    """The checksum of a text of `length` bytes that stands `times` times."""
    whole, size = 0, 0
    while times:
        if times & 1:
            whole, size = combined(whole, crc, length), size + length
        crc, length = combined(crc, crc, length), length * 2
        times >>= 1
    return whole


class Stream:
    """Pieces: bytes, or (bytes, times)."""

    def __init__(self, *pieces):
        self.pieces = []
        for piece in pieces:
            if isinstance(piece, Stream):
                self.pieces += piece.pieces
            elif isinstance(piece, tuple):
                self._repeat(*piece)
            else:
                self.pieces.append((bytes(piece), 1))

    def _repeat(self, unit, times):
        whole = max(min(BLOCK // len(unit), times), 1)
        self.pieces.append((unit * whole, times // whole))
        self.pieces.append((unit * (times % whole), 1))

    def __len__(self):
        return sum(len(piece) * times for piece, times in self.pieces)

    def crc(self):
        crc = 0
        for piece, times in self.pieces:
            size = len(piece) * times
            crc = combined(crc, repeated(zlib.crc32(piece), len(piece), times), size)
        return crc

    def deflated(self):
        """Blocks of raw deflate, each piece's on its own, and an empty last one."""
        for piece, times in self.pieces:
            if piece and times:
                packer = zlib.compressobj(6, zlib.DEFLATED, -15)
                block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
                for _ in range(times):
                    yield block
        yield b"\x03\x00"

    def bytes(self):
        return b"".join(piece * times for piece, times in self.pieces)
