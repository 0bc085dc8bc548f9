"""Reads a partition's segment files, to see what the broker really stores.

Record batch, version 2: https://kafka.apache.org/documentation/#recordbatch
"""

import pathlib
import struct
from typing import Iterator

CODECS = {0: "none", 1: "gzip", 2: "snappy", 3: "lz4", 4: "zstd"}

_CODEC_BITS = 0x07
_CONTROL_BIT = 0x20
_LENGTH_AT, _MAGIC_AT, _ATTRIBUTES_AT, _OVERHEAD = 8, 16, 21, 12


def codecs(partition_directory: pathlib.Path) -> list[str]:
    """The codec of every batch that carries records, in order."""
    return [codec for file in sorted(partition_directory.glob("*.log"))
            for codec in _codecs(file.read_bytes())]


def _codecs(segment: bytes) -> Iterator[str]:
    at = 0
    while at + _ATTRIBUTES_AT + 2 <= len(segment):
        (length,) = struct.unpack_from(">i", segment, at + _LENGTH_AT)
        if length <= 0:
            return  # preallocated rest
        assert segment[at + _MAGIC_AT] == 2, "not a version 2 batch"
        (attributes,) = struct.unpack_from(">h", segment, at + _ATTRIBUTES_AT)
        if not attributes & _CONTROL_BIT:
            yield CODECS[attributes & _CODEC_BITS]
        at += _OVERHEAD + length
