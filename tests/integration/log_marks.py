"""The marks that stand in a fingerprint log, as src/output/log_entry.h has their parts."""

import struct
from dataclasses import dataclass, field
from typing import Iterable

from fleet import MARK
from newsmill_checker import Message

HEAD = 20  # magic, layout, kind, anchor
PART = struct.Struct("<qQII16s16sI")  # place, nonce, number, count, digest, hash, size of the bytes


@dataclass
class MarkInLog:
    place: int
    nonce: int
    count: int
    bytes: int = 0
    parts: set[int] = field(default_factory=set)
    first_offset: int = -1

    @property
    def is_whole(self) -> bool:
        return self.parts == set(range(self.count))


def marks_in(log: Iterable[Message]) -> list[MarkInLog]:
    """By place, whole or not."""
    marks: dict[tuple[int, int], MarkInLog] = {}
    for each in log:
        if not each.value or each.value[:2] != b"nm" or each.value[3] != MARK:
            continue
        place, nonce, number, count, _, _, size = PART.unpack_from(each.value, HEAD)
        mark = marks.setdefault((place, nonce), MarkInLog(place, nonce, count,
                                                          first_offset=each.offset))
        mark.parts.add(number)
        mark.bytes += size
    return [marks[key] for key in sorted(marks)]
