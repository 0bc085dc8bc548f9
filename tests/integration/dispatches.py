"""Short unrelated texts, and workers whose marks come so often that a test sees several."""

import random
from typing import Iterator, Optional

from articles import Input

PLACE = 512  # marks are for offsets that are divisible by this number; a fleet has 8192
TEXTS = 300  # the window: fewer texts than there are entries between two places


class Dispatches:
    """As many texts as wanted; the same seed writes the same ones."""

    def __init__(self, seed: int):
        self._random = random.Random(seed)
        self._written = 0

    def texts(self, count: int) -> list[str]:
        return [self._text() for _ in range(count)]

    def inputs_of(self, texts: list[str], name: str) -> Iterator[Input]:
        """Each at a URL of its own: again for the same texts, these are reprints."""
        for number, text in enumerate(texts):
            url = f"https://daily.example/{name}/{number}"
            yield Input(text.encode(), url.encode(), (
                ("content-type", b"text/plain; charset=utf-8"), ("url", url.encode()),
                ("id", f"{name}-{number}".encode())))

    def _text(self) -> str:
        self._written += 1
        words = [f"{self._random.choice('bdfgklmnprst')}{self._random.choice('aeiou')}"
                 f"{self._random.choice('bdfgklmnprst')}{self._random.randrange(36 ** 2):x}"
                 for _ in range(70)]
        return (f"Dispatch number {self._written} from the harbour\n\n"
                f"{' '.join(words[:35]).capitalize()}.\n\n{' '.join(words[35:]).capitalize()}.\n")


def worker_on(fleet, name: str, kill_at: Optional[str] = None, **config):
    """`kill_at` is a step of tests/support/mark_faults.h."""
    faults = {"PLACE_SPACING": str(PLACE)} | ({"KILL_AT": kill_at} if kill_at else {})
    return fleet.worker(name, faults=faults, dedup__max_entries=TEXTS, **config)


def publish(fleet, dispatches: Dispatches, count: int, name: str) -> list[str]:
    texts = dispatches.texts(count)
    fleet.produce(dispatches.inputs_of(texts, name))
    fleet.wait_all_committed(120)
    return texts


def publish_copies(fleet, dispatches: Dispatches, texts: list[str], name: str) -> set[str]:
    """The relations of the copies."""
    fleet.produce(dispatches.inputs_of(texts, name))
    fleet.wait_all_committed()
    return relations_of(fleet, name)


def relations_of(fleet, name: str) -> set[str]:
    return {r["dedup"]["relation"] for r in fleet.records() + fleet.duplicates()
            if r["input_id"].startswith(f"{name}-")}
