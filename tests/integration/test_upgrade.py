"""A fleet of a build that knows no marks is upgraded worker by worker, while messages flow.

script/verify builds the older build and sets NEWSMILL_OLD_BIN.
"""

import random
from collections import Counter
from dataclasses import replace

import pytest

import error_table
import places
from articles import Input, Newsroom
from fleet import FINGERPRINT, PARTITIONS, Fleet, Names, create_topics
from log_marks import marks_in
from log_shell import first_offset
from log_versions import versions
from worker import Worker

pytestmark = [pytest.mark.upgrade]

MESSAGES = 160  # of a round
ITEMS = 20  # of a message
COPIES = 0.2
# The window has room for two rounds. A copy is in the round of its original, on the same
# partition. So no decision depends on the order of the partitions in the log.
WINDOW = 2 * MESSAGES * ITEMS
PER_SECOND = 40  # while a worker is replaced
MOST_ROUNDS = 40


class Rounds:
    """Feeds with copies; the same seed writes the same ones."""

    def __init__(self, seed: int):
        self._newsroom = Newsroom(seed)
        self._random = random.Random(seed)

    def next(self) -> list[Input]:
        texts: list[list[str]] = [[] for _ in range(PARTITIONS)]
        return [self._feed(texts[number % PARTITIONS]) for number in range(MESSAGES)]

    def _feed(self, earlier: list[str]) -> Input:
        items = []
        for _ in range(ITEMS):
            copied = earlier and self._random.random() < COPIES
            items.append(self._random.choice(earlier) if copied else
                         self._newsroom.text(size=300))
        earlier += items
        feed = self._newsroom.feed_of(items)
        return replace(feed, headers=(*feed.headers, ("fetched-at", b"2026-05-04T03:02:01Z")))


def start(fleet: Fleet, name: str, binary, options=()) -> Worker:
    config = fleet.config(name, dedup__max_entries=WINDOW)
    worker = Worker(name, binary, config, fleet.directory, options=options)
    fleet.workers.append(worker)
    return worker.start()


def outputs(fleet: Fleet) -> Counter:
    """Without the names of the topics, which the provenance of a record has."""
    name = fleet.names.group
    return Counter((message.topic.removeprefix(name), message.key,
                    message.value.replace(name.encode(), b"")) for message in fleet.outcomes())


def run_of_one_build(cluster, directory, binary, rounds: int) -> Counter:
    names = Names.fresh(f"only-{binary.parent.name}")
    (directory / names.group).mkdir()
    fleet = Fleet(cluster, names, directory / names.group)
    try:
        create_topics(cluster, names)
        for number in range(2):
            start(fleet, f"w{number}", binary)
        written = Rounds(5)
        for _ in range(rounds):
            fleet.produce(written.next())
            fleet.wait_all_committed(120)
        assert fleet.violations() == []
        return outputs(fleet)
    finally:
        fleet.close()


class Upgrade:
    """A fleet, and the rounds that it has got."""

    def __init__(self, fleet: Fleet):
        self.fleet = fleet
        self.rounds = 0
        self._written = Rounds(5)
        self._started = 0

    def start(self, binary, options=()) -> Worker:
        self._started += 1
        kind = "new" if binary == places.NEWSMILL else "old"
        return start(self.fleet, f"{kind}-{self._started}", binary, options)

    def round(self) -> None:
        assert self.rounds < MOST_ROUNDS
        self.rounds += 1
        self.fleet.produce(self._written.next())
        self.fleet.wait_all_committed(120)

    def replace(self, old: Worker, binary, options=()) -> Worker:
        """While the messages of a round flow."""
        self.rounds += 1
        feed = self.fleet.feed(self._written.next(), PER_SECOND)
        assert old.sigterm() == 0
        new = self.start(binary, options)
        self.fleet.wait_members(2)
        feed.finish()
        self.fleet.wait_all_committed(120)
        assert new.is_running
        return new

    def whole_marks(self) -> int:
        return sum(mark.is_whole for mark in marks_in(self.fleet.log()))


def test_workers_are_replaced_one_by_one_and_one_goes_back(fleet, cluster, run_directory):
    upgrade = Upgrade(fleet)
    first, second = upgrade.start(places.NEWSMILL_OLD), upgrade.start(places.NEWSMILL_OLD)
    upgrade.round()
    assert upgrade.whole_marks() == 0

    first = upgrade.replace(first, places.NEWSMILL)
    second = upgrade.replace(second, places.NEWSMILL)
    while upgrade.whole_marks() == 0:
        upgrade.round()

    # Back, before the first trim: the older build reads the log from offset 0, and ignores marks.
    assert first_offset(fleet) == 0
    second = upgrade.replace(second, places.NEWSMILL_OLD)
    upgrade.round()
    assert first_offset(fleet) == 0
    second = upgrade.replace(second, places.NEWSMILL)

    # The first trim does not harm an older build that runs, but it cannot start again.
    old = upgrade.start(places.NEWSMILL_OLD)
    fleet.wait_members(3)
    assert first_offset(fleet) == 0
    while first_offset(fleet) == 0:
        upgrade.round()
    upgrade.round()
    assert old.is_running and old.sigterm() == 0
    refused = old.start()
    row = error_table.row("the first entries of the fingerprint log are missing")
    assert refused.wait_exit() in row.exit_codes
    assert row.is_in(refused.last_words())
    upgrade.round()

    # All workers know version 2 of the fingerprints now, and one puts it in force.
    assert set(versions(fleet, FINGERPRINT)) == {1}
    second = upgrade.replace(second, places.NEWSMILL, ["--change-rules"])
    upgrade.round()
    assert versions(fleet, FINGERPRINT)[-MESSAGES * ITEMS:] == [2] * MESSAGES * ITEMS

    assert first.is_running and second.is_running
    assert fleet.violations() == []
    mixed = outputs(fleet)
    assert sum(mixed.values()) == upgrade.rounds * MESSAGES * ITEMS
    for binary in (places.NEWSMILL_OLD, places.NEWSMILL):
        assert run_of_one_build(cluster, run_directory, binary, upgrade.rounds) == mixed
    print(f"\n{upgrade.rounds} rounds, {sum(mixed.values())} items, first offset "
          f"{first_offset(fleet)}; exit code {refused.exit_code()}: {refused.last_words()}")
