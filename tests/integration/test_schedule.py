"""A seeded schedule of kills, freezes, restarts and scaling, with a reader beside it.

NEWSMILL_FAULT_ROUNDS sets how many seeds are tried, NEWSMILL_FAULT_SEED the
first one. Beside the logs, schedule.txt holds what was played, and recovery.txt
how long the fleet took to commit again.
"""

import os
import random

import pytest

from articles import Newsroom
from recovery import (WORKER_FROZEN, WORKER_KILLED, WORKER_RESTARTED, WORKERS_CHANGED,
                      report_recovery)
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

    def __init__(self, fleet, seed: int, watch):
        self._fleet = fleet
        self._watch = watch
        self._random = random.Random(seed)
        self._config = fleet.config()
        self._history = fleet.directory / "schedule.txt"
        self._note(f"seed {seed}")
        for _ in range(MIN_WORKERS):
            self._note(f"add {self._new_worker()}")

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
        worker = self._pick("kill -9", WORKER_KILLED)
        worker.kill9()
        worker.start()

    def _terminate(self) -> None:
        worker = self._pick("SIGTERM", WORKER_RESTARTED)
        assert worker.sigterm() == 0, worker.name
        worker.start()

    def _freeze(self) -> None:
        worker = self._pick("SIGSTOP", WORKER_FROZEN)
        worker.sigstop()
        hold(self._random.choice((1.0, 5.0)))  # within the session of 3 s, and beyond
        worker.sigcont()
        self._note(f"SIGCONT {worker.name}")

    def _scale(self) -> None:
        if len(self.running) < MAX_WORKERS:
            self._add()
        else:
            assert self._pick("remove", WORKERS_CHANGED).sigterm() == 0

    def _add(self) -> None:
        self._fault("add", WORKERS_CHANGED, f"w{len(self._fleet.workers) + 1}")
        self._new_worker()

    def _new_worker(self) -> str:
        return self._fleet.worker(f"w{len(self._fleet.workers) + 1}", self._config).name

    def _pick(self, action: str, kind: str):
        worker = self._random.choice(self.running)
        self._fault(action, kind, worker.name)
        return worker

    def _fault(self, action: str, kind: str, name: str) -> None:
        self._note(f"{action} {name}")
        self._watch.fault(kind, f"{action} {name}")

    def _note(self, line: str) -> None:
        with open(self._history, "a", encoding="utf-8") as history:
            history.write(line + "\n")


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + ROUNDS))
def test_every_message_is_published_once_whatever_happens_to_the_workers(
        fleet, seed, recovery_reports):
    reader = fleet.watch()
    feed = fleet.feed(Newsroom(100 + seed).stories(MESSAGES, COPIES), PER_SECOND)
    watch = fleet.watch_recovery(feed)
    try:
        schedule = Schedule(fleet, seed, watch)
        schedule.play(STEPS)
        feed.finish()
        fleet.wait_all_committed(120)
    finally:
        report_recovery(watch, fleet, f"seed {seed}", recovery_reports)

    assert fleet.violations() == [], str(schedule)
    outcomes = fleet.outcomes()
    reader.wait_seen(outcomes)
    assert reader.stop() == outcomes
    assert {worker.sigterm() for worker in schedule.running} == {0}
