"""A seeded schedule on three brokers: nodes by their roles are killed, frozen, restarted and left
behind, while workers come, go and are killed, under copies, feeds and poison.

NEWSMILL_FAULT_ROUNDS above 1 asks for the long schedule: every action, at least LONG_MESSAGES
messages, and a seed for each four rounds. Otherwise one seed plays some actions.
NEWSMILL_FAULT_SEED sets the first seed. Beside the logs, schedule.txt holds what was played, and
recovery.txt how long the fleet took to commit again.
"""

import os
import random
import threading
import time
from itertools import count
from typing import Callable, Iterator, Mapping

import pytest

import roles
from articles import Input, Newsroom
from recovery import (NODE_FROZEN, NODE_KILLED, NODE_RESTARTED, WORKER_FROZEN, WORKER_KILLED,
                      WORKER_RESTARTED, WORKERS_CHANGED, RecoveryReport, report_recovery)
from waiting import hold

pytestmark = [pytest.mark.fault, pytest.mark.wide, pytest.mark.cost(90)]

FIRST_SEED = int(os.environ.get("NEWSMILL_FAULT_SEED", "1"))
ROUNDS = int(os.environ.get("NEWSMILL_FAULT_ROUNDS", "1"))
LONG = ROUNDS > 1
SEEDS = range(FIRST_SEED, FIRST_SEED + (ROUNDS + 3) // 4)
SHORT_MESSAGES, LONG_MESSAGES = 3000, 20_000
PER_SECOND = 120
BEYOND_SESSION_S = 5.0  # of brokers and of workers, which is 3 s
BEHIND_S = 10.0  # how long a replica misses what is written
MOST_WORKERS, FEWEST_WORKERS = 4, 2


class BrokerSchedule:
    """Draws what is played from a seed, and plays it. One node is away at a time, since two would
    take the majority of every partition and of the controllers."""

    def __init__(self, fleet, seed: int):
        self._fleet = fleet
        self._cluster = fleet.cluster
        self._random = random.Random(seed)
        self._static = seed % 2 == 0  # members with an instance id
        self._history = fleet.directory / "schedule.txt"
        self._start = time.monotonic()
        self._note(f"seed {seed}, {'static' if self._static else 'dynamic'} members")
        self._watch = None
        self._add()

    def watched_by(self, watch) -> None:
        self._watch = watch

    @property
    def running(self) -> list:
        return [worker for worker in self._fleet.workers if worker.is_running]

    def actions(self, long: bool) -> list[Callable[[], None]]:
        """The fleet grows from 1 to 4 workers in the first half, and shrinks to 2 in the other."""
        by_role = {"leader": self._input_leader, "log leader": self._log_leader,
                   "group coordinator": self._group_coordinator,
                   "transaction coordinator": self._transaction_coordinator,
                   "controller": self._controller}
        nodes = [lambda deed=deed, role=role, find=find: deed(role, find())
                 for deed in (self._kill_node, self._freeze_node)
                 for role, find in by_role.items()]
        workers = [self._kill_worker, self._freeze_worker, self._restart_worker]
        if long:
            drawn = [*nodes, *workers, self._roll_nodes, self._roll_nodes, self._leave_behind]
        else:
            kill, freeze = self._random.choice(nodes[:5]), self._random.choice(nodes[5:])
            drawn = [kill, freeze, self._random.choice(workers)]
        self._random.shuffle(drawn)
        half = len(drawn) // 2
        grow = [self._add] * (MOST_WORKERS - 1)
        shrink = [self._remove] * (MOST_WORKERS - FEWEST_WORKERS)
        return [*self._spread(drawn[:half], grow), *self._spread(drawn[half:], shrink)]

    def play(self, long: bool) -> None:
        for action in self.actions(long):
            # The next fault comes while the fleet recovers, or after it.
            soon, later = self._random.uniform(0.5, 2.0), self._random.uniform(6.0, 8.0)
            hold(self._random.choice((soon, later)) if long else soon)
            action()
            died = [worker.name for worker in self._fleet.workers
                    if not worker.is_running and worker.exit_code() not in (0, -9)]
            assert not died, f"{died} ended by themselves\n{self}"
        roles.wait_in_sync(self._cluster)

    def __str__(self) -> str:
        return self._history.read_text()

    def _spread(self, some: list, others: list) -> list:
        """The order of `some` stays."""
        mixed = list(some)
        for each in others:
            mixed.insert(self._random.randrange(len(mixed) + 1), each)
        return mixed

    # -- nodes ---------------------------------------------------------------

    def _kill_node(self, role: str, node: int) -> None:
        self._fault(NODE_KILLED, f"{role}, node {node}")
        self._cluster.stop(node, hard=True)
        hold(self._random.choice((0.0, BEYOND_SESSION_S)))
        self._back(node)

    def _freeze_node(self, role: str, node: int) -> None:
        self._fault(NODE_FROZEN, f"{role}, node {node}")
        self._cluster.pause(node)
        hold(BEYOND_SESSION_S)
        self._cluster.resume(node)
        self._back(node)

    def _roll_nodes(self) -> None:
        nodes = [node.id for node in self._cluster.nodes]
        self._random.shuffle(nodes)
        for node in nodes:
            self._fault(NODE_RESTARTED, f"node {node}")
            self._cluster.stop(node)
            self._back(node)

    def _leave_behind(self) -> None:
        """A replica misses what is written meanwhile, and fetches it when it is back."""
        controller = roles.controller(self._cluster)
        node = self._random.choice([n.id for n in self._cluster.nodes if n.id != controller])
        self._fault(NODE_KILLED, f"replica to be left behind, node {node}")
        self._cluster.stop(node, hard=True)
        hold(BEHIND_S)
        self._back(node)

    def _back(self, node: int) -> None:
        self._cluster.revive(node)
        roles.wait_in_sync(self._cluster)
        self._note(f"node {node} is in sync")

    def _input_leader(self) -> int:
        admin, raw = self._fleet.admin, self._fleet.names.raw
        return roles.wait_leader(admin, raw, self._random.choice(roles.partitions_of(admin, raw)))

    def _log_leader(self) -> int:
        return roles.wait_leader(self._fleet.admin, self._fleet.names.fingerprints)

    def _group_coordinator(self) -> int:
        return roles.group_coordinator(self._fleet.admin, self._fleet.names.group)

    def _transaction_coordinator(self) -> int:
        """Of a worker, if its transactional id is not a random one."""
        if not self._static:
            admin = self._fleet.admin
            return roles.wait_leader(admin, roles.TRANSACTIONS, self._random.choice(
                roles.partitions_of(admin, roles.TRANSACTIONS)))
        worker = self._random.choice(self.running)
        return roles.transaction_coordinator(
            self._fleet.admin, f"newsmill-{self._fleet.names.group}-{worker.name}")

    def _controller(self) -> int:
        return roles.controller(self._cluster)

    # -- workers ---------------------------------------------------------------

    def _kill_worker(self) -> None:
        worker = self._pick(WORKER_KILLED)
        worker.kill9()
        worker.start()

    def _freeze_worker(self) -> None:
        worker = self._pick(WORKER_FROZEN)
        worker.sigstop()
        hold(BEYOND_SESSION_S)
        worker.sigcont()

    def _restart_worker(self) -> None:
        worker = self._pick(WORKER_RESTARTED)
        assert worker.sigterm() == 0, worker.name
        worker.start()

    def _add(self) -> None:
        name = f"w{len(self._fleet.workers) + 1}"
        self._fault(WORKERS_CHANGED, f"add {name}")
        changes = {"kafka__instance_id": name} if self._static else {}
        self._fleet.worker(name, **changes)

    def _remove(self) -> None:
        worker = self._pick(WORKERS_CHANGED, "remove ")
        assert worker.sigterm() == 0, worker.name

    def _pick(self, kind: str, how: str = ""):
        worker = self._random.choice(self.running)
        self._fault(kind, f"{how}{worker.name}")
        return worker

    def _fault(self, kind: str, what: str) -> None:
        self._note(f"{kind}: {what}")
        if self._watch:
            self._watch.fault(kind, what)

    def _note(self, line: str) -> None:
        with open(self._history, "a", encoding="utf-8") as history:
            history.write(f"{time.monotonic() - self._start:7.1f} {line}\n")


def inputs(newsroom: Newsroom, at_least: int, ended: threading.Event) -> Iterator[Input]:
    """As long as the schedule is played."""
    for sent, each in zip(count(), newsroom.mixed()):
        if sent >= at_least and ended.is_set():
            return
        yield each


def play(fleet, schedule: BrokerSchedule, seed: int, reports: Mapping[int, RecoveryReport]
         ) -> None:
    """Returns when everything that came meanwhile is committed."""
    ended = threading.Event()
    messages = LONG_MESSAGES if LONG else SHORT_MESSAGES
    feed = fleet.feed(inputs(Newsroom(200 + seed), messages, ended), PER_SECOND)
    watch = fleet.watch_recovery(feed)
    schedule.watched_by(watch)
    try:
        fleet.wait_committed(100)
        schedule.play(LONG)
        ended.set()
        feed.finish(300)
        fleet.wait_all_committed(120)
    finally:
        report_recovery(watch, fleet, f"seed {seed}", reports)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_message_is_published_once_whatever_happens_to_brokers(
        wide_fleet, seed, recovery_reports):
    fleet = wide_fleet
    reader = fleet.watch()
    schedule = BrokerSchedule(fleet, seed)
    play(fleet, schedule, seed, recovery_reports)

    assert fleet.violations() == [], str(schedule)
    outcomes = fleet.outcomes()
    reader.wait_seen(outcomes)
    assert reader.stop() == outcomes
    assert {worker.sigterm() for worker in schedule.running} == {0}


@pytest.mark.cost(30)
def test_control_without_transactions_a_killed_worker_is_noticed(wide_fleet, faulty):
    fleet = wide_fleet
    feed = fleet.feed(Newsroom(300).stories(1200), PER_SECOND)
    worker = fleet.worker(faults={"NO_TRANSACTION": "1"}, kafka__instance_id="only")
    worker.wait_fault("output without offsets")
    worker.kill9()
    worker.start()
    feed.finish()
    fleet.wait_all_committed()

    assert "doubled" in {violation.rule for violation in fleet.violations()}
