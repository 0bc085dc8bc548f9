"""The versions of the fingerprints in a log, as src/output/log_entry.h has them."""

import struct

from fleet import FINGERPRINT, RULES, Fleet
from log_marks import HEAD

# A fingerprint comes after delivery, assignment, committed offset, time and record.
VERSION_OF = {RULES: HEAD, FINGERPRINT: HEAD + (4 + 8 + 4 + 16) + 8 + 8 + 8 + 16}


def versions(fleet: Fleet, kind: int) -> list[int]:
    """Of the entries of this kind, in the order of the log."""
    return [struct.unpack_from("<H", each.value, VERSION_OF[kind])[0] for each in fleet.log()
            if each.value and each.value[:2] == b"nm" and each.value[3] == kind]
