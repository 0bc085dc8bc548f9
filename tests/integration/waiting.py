"""The only place where tests wait. Every wait is for something, and bounded."""

import select
import time
from typing import Callable, TypeVar

from confluent_kafka import KafkaException

T = TypeVar("T")

POLL_INTERVAL_S = 0.05


def eventually(predicate: Callable[[], T], seconds: float, what: str) -> T:
    """The predicate's first true answer. A broker that is away counts as "not yet"."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            answer, problem = predicate(), ""
        except KafkaException as error:
            answer, problem = None, f" ({error})"
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}{problem}; last answer {answer!r}")
        hold(POLL_INTERVAL_S)


def hold(seconds: float) -> None:
    """How long an injected fault lasts. Never a way to wait for the program."""
    select.select([], [], [], seconds)
