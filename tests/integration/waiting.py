"""Every wait of a test is for something, and bounded."""

import time
from typing import Callable, TypeVar

from confluent_kafka import KafkaException

from newsmill_checker.waiting import attempts

T = TypeVar("T")


def eventually(predicate: Callable[[], T], seconds: float, what: str) -> T:
    """Returns the predicate's first true answer. A broker that is away counts as "not yet"."""
    answer, problem = None, ""
    for _ in attempts(seconds):
        try:
            answer, problem = predicate(), ""
        except KafkaException as error:
            answer, problem = None, f" ({error})"
        if answer:
            return answer
    raise AssertionError(f"not within {seconds} s: {what}{problem}; last answer {answer!r}")


def hold(seconds: float) -> None:
    """How long an injected fault lasts, where its length is what is tested. Never a way to wait
    for the program."""
    time.sleep(seconds)
