"""The broker or the worker is away for longer than anybody waits."""

import pytest

from articles import Newsroom

pytestmark = pytest.mark.fault


def wait_session_timed_out(worker) -> None:
    worker.wait_log("lost", 60, event="lost")


@pytest.mark.cost(5)
def test_a_commit_whose_answer_is_lost_is_not_repeated(fleet, faulty):
    fleet.produce(Newsroom(29).stories(1500))
    worker = fleet.worker(faults={"LOST_ANSWER": "1"})
    worker.wait_fault("answer lost")
    fleet.wait_all_committed()

    assert worker.is_running
    assert fleet.violations() == []


@pytest.mark.cost(25)
def test_a_worker_survives_an_outage_beyond_its_session(fleet):
    feed = fleet.feed(Newsroom(21).stories(2000), per_second=200)
    worker = fleet.worker()
    fleet.wait_committed(200)
    before = worker.pid

    with fleet.cluster.down(1, hard=True):
        wait_session_timed_out(worker)
    feed.finish()
    fleet.wait_all_committed(90)

    assert worker.is_running and worker.pid == before
    assert fleet.violations() == []


@pytest.mark.cost(20)
def test_a_worker_survives_a_broker_that_hangs(fleet):
    feed = fleet.feed(Newsroom(22).stories(1500), per_second=200)
    worker = fleet.worker()
    fleet.wait_committed(200)

    fleet.cluster.pause(1)
    wait_session_timed_out(worker)
    fleet.cluster.resume(1)
    feed.finish()
    fleet.wait_all_committed(90)

    assert worker.is_running
    assert fleet.violations() == []


@pytest.mark.cost(22)
def test_a_worker_that_wakes_after_its_session_doubles_nothing(fleet):
    feed = fleet.feed(Newsroom(23).stories(2400), per_second=150)
    config = fleet.config()
    zombie = fleet.worker("zombie", config)
    fleet.wait_committed(100)

    zombie.sigstop()
    so_far = fleet.committed_messages()
    fleet.worker("heir", config)
    fleet.wait_committed(so_far + 100)  # the heir is at work on what was the zombie's
    zombie.sigcont()
    fleet.wait_members(2)
    feed.finish()
    fleet.wait_all_committed()

    assert zombie.is_running
    assert fleet.violations() == []
