"""SIGTERM: what was taken is finished, the rest is left to others."""

import pytest

from articles import Newsroom
from fleet import DRAIN_TIMEOUT_S

pytestmark = [pytest.mark.integration, pytest.mark.cost(4)]


def test_sigterm_finishes_what_is_in_flight_and_leaves_the_group(fleet):
    fleet.produce(Newsroom(8).stories(2000))
    worker = fleet.worker()
    fleet.wait_committed(200)

    assert worker.sigterm(DRAIN_TIMEOUT_S) == 0

    fleet.wait_settled(2)  # far less than an abandoned transaction would take
    assert fleet.members() == {}
    assert fleet.violations() == []  # nothing is visible beyond the committed offsets


def test_what_a_drained_worker_left_is_done_by_the_next(fleet):
    fleet.produce(Newsroom(9).stories(2000))
    first = fleet.worker("first")
    fleet.wait_committed(200)
    assert first.sigterm(DRAIN_TIMEOUT_S) == 0

    fleet.worker("second")
    fleet.wait_all_committed()

    assert fleet.violations() == []


def test_an_idle_worker_drains_at_once(fleet):
    worker = fleet.worker().wait_assigned()

    assert worker.sigterm(seconds=5) == 0


def test_a_slow_message_is_waited_for(fleet, faulty):
    newsroom = Newsroom(10)
    fleet.produce([newsroom.story("SLOWLY")])
    worker = fleet.worker(faults={"SLOW_ON": "SLOWLY", "SLOW_MS": "2000"})
    worker.wait_fault("slow")

    assert worker.sigterm(DRAIN_TIMEOUT_S) == 0

    assert len(fleet.articles()) == 1
    assert fleet.violations() == []


def test_a_small_budget_does_not_stall_behind_one_slow_large_message(fleet, faulty):
    newsroom = Newsroom(11)
    fleet.produce([newsroom.story("SLOWLY", size=100_000)], partition=0)
    fleet.produce([newsroom.story() for _ in range(400)], partition=0)
    fleet.produce([newsroom.story() for _ in range(400)], partition=1)
    worker = fleet.worker(faults={"SLOW_ON": "SLOWLY", "SLOW_MS": "3000"},
                          input__max_message_bytes=128 << 10,
                          worker__max_in_flight_bytes=1 << 20)
    fleet.wait_all_committed(30)

    assert fleet.violations() == []
    assert worker.is_running
