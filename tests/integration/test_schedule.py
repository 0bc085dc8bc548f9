"""A seeded schedule of kills, freezes, restarts and scaling, with a reader beside it.

NEWSMILL_FAULT_ROUNDS sets how many seeds are tried, NEWSMILL_FAULT_SEED the
first one; the schedule that was played stands in schedule.txt beside the logs.
"""

import os
import random

import pytest

from articles import Newsroom
from waiting import hold

pytestmark = [pytest.mark.fault, pytest.mark.cost(60)]

FIRST_SEED = int(os.environ.get("NEWSMILL_FAULT_SEED", "1"))
ROUNDS = int(os.environ.get("NEWSMILL_FAULT_ROUNDS", "1"))
STEPS = 6
MESSAGES = 2400
COPIES = 0.3  # a share of them
PER_SECOND = 200
MIN_WORKERS, MAX_WORKERS = 3, 4


class Schedule:
    """Draws one action after the other; never fewer than MIN_WORKERS stay started."""

    def __init__(self, fleet, seed: int):
        self._fleet = fleet
        self._random = random.Random(seed)
        self._config = fleet.config()
        self._history = fleet.directory / "schedule.txt"
        self._note(f"seed {seed}")
        for _ in range(MIN_WORKERS):
            self._add()

    @property
    def running(self) -> list:
        return [worker for worker in self._fleet.workers if worker.is_running]

    def play(self, steps: int) -> None:
        for _ in range(steps):
            hold(self._random.uniform(0.5, 2.0))
            action = self._random.choice((self._kill, self._freeze, self._terminate, self._scale))
            action()

    def __str__(self) -> str:
        return self._history.read_text()

    def _kill(self) -> None:
        worker = self._pick("kill -9")
        worker.kill9()
        worker.start()

    def _terminate(self) -> None:
        worker = self._pick("SIGTERM")
        assert worker.sigterm() == 0, worker.name
        worker.start()

    def _freeze(self) -> None:
        worker = self._pick("SIGSTOP")
        worker.sigstop()
        hold(self._random.choice((1.0, 5.0)))  # within the session of 3 s, and beyond
        worker.sigcont()
        self._note(f"SIGCONT {worker.name}")

    def _scale(self) -> None:
        if len(self.running) < MAX_WORKERS:
            self._add()
        else:
            assert self._pick("remove").sigterm() == 0

    def _add(self) -> None:
        worker = self._fleet.worker(f"w{len(self._fleet.workers) + 1}", self._config)
        self._note(f"add {worker.name}")

    def _pick(self, action: str):
        worker = self._random.choice(self.running)
        self._note(f"{action} {worker.name}")
        return worker

    def _note(self, line: str) -> None:
        with open(self._history, "a", encoding="utf-8") as history:
            history.write(line + "\n")


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + ROUNDS))
def test_every_message_is_published_once_whatever_happens_to_the_workers(fleet, seed):
    reader = fleet.watch()
    feed = fleet.feed(Newsroom(100 + seed).stories(MESSAGES, COPIES), PER_SECOND)
    schedule = Schedule(fleet, seed)
    schedule.play(STEPS)
    feed.finish()
    fleet.wait_all_committed(120)

    assert fleet.violations() == [], str(schedule)
    outcomes = fleet.outcomes()
    reader.wait_seen(outcomes)
    assert reader.stop() == outcomes
    assert {worker.sigterm() for worker in schedule.running} == {0}
