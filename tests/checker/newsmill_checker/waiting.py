"""The only place where tests poll: for something that the system shows, until a deadline."""

import time
from typing import Iterator

INTERVAL_S = 0.05


def attempts(seconds: float) -> Iterator[bool]:
    """Yields once an attempt, with an interval between them; True for the last one."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        yield False
        time.sleep(INTERVAL_S)
    yield True
