"""Workers that start from marks, and the log that the fleet trims, on a real broker."""

import random
from typing import Iterator

import pytest

from articles import Input
from log_shell import LogShell, first_offset
from waiting import eventually

pytestmark = [pytest.mark.integration, pytest.mark.cost(6)]

PLACE = 512  # marks are for offsets that are divisible by this number; a fleet has 8192
TEXTS = 300  # the window: fewer texts than there are entries between two places
MARK_KIND = 8  # of an entry of the log
RECENT = 50


class Dispatches:
    """Short unrelated texts, as many as wanted."""

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


def worker_on(fleet, name: str, **config):
    return fleet.worker(name, faults={"PLACE_SPACING": str(PLACE)}, dedup__max_entries=TEXTS,
                        **config)


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


def test_a_worker_that_starts_late_decides_as_the_others_after_each_trim(fleet):
    dispatches = Dispatches(1)
    worker = worker_on(fleet, "early")
    trims, first = 0, 0
    while trims < 3:
        publish(fleet, dispatches, PLACE, f"round-{first}")
        if first_offset(fleet) == first:
            assert fleet.visible_end(fleet.names.fingerprints)[0] < 100 * PLACE
            continue
        trims, first = trims + 1, first_offset(fleet)
        recent = publish(fleet, dispatches, RECENT, f"recent-{trims}")

        # The next worker is alone, so it must have the state of the one before.
        worker.sigterm()
        worker = worker_on(fleet, f"late-{trims}")
        caught_up = worker.wait_log("caught_up")
        assert caught_up["texts"] == TEXTS

        assert publish_copies(fleet, dispatches, recent, f"copies-{trims}") == {"exact"}
    assert fleet.entries(MARK_KIND) > 0


def test_a_fleet_that_is_killed_again_and_again_keeps_its_log_and_its_state(fleet):
    dispatches = Dispatches(2)
    kills = random.Random(3)
    first = worker_on(fleet, "w0")
    for number in range(1, 7):
        fleet.produce(dispatches.inputs_of(dispatches.texts(PLACE), f"killed-{number}"))
        second = worker_on(fleet, f"w{number}")
        second.wait_log("caught_up")
        fleet.wait_committed(number * PLACE - kills.randrange(PLACE), 120)
        first.kill9()
        first = second
    fleet.wait_all_committed(120)
    recent = publish(fleet, dispatches, RECENT, "recent")
    first.kill9()
    worker_on(fleet, "last")

    assert publish_copies(fleet, dispatches, recent, "copies") == {"exact"}
    assert fleet.entries(MARK_KIND) > 0


def test_a_log_that_was_trimmed_too_far_is_refused_with_the_way_out(fleet):
    dispatches = Dispatches(4)
    worker = worker_on(fleet, "w1", dedup__trim=False)
    while fleet.entries(MARK_KIND) == 0:
        assert fleet.visible_end(fleet.names.fingerprints)[0] < 100 * PLACE
        publish(fleet, dispatches, PLACE, f"round-{fleet.committed_messages()}")
    worker.sigterm()
    end = fleet.visible_end(fleet.names.fingerprints)[0]
    with LogShell(fleet.cluster.brokers, fleet.names.fingerprints, fleet.directory) as log:
        log.trim(end - 100)
        eventually(lambda: first_offset(fleet) == end - 100, 30, "the log is trimmed")

    refused = worker_on(fleet, "w2")
    assert refused.wait_exit() == 2
    assert "first entries of the fingerprint log are missing" in refused.last_words()
