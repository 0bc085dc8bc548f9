"""kill -9 at the worst moments, and documents that kill."""

import pytest

from articles import Newsroom
from newsmill_checker.read import NotAtRest
from waiting import eventually

pytestmark = pytest.mark.fault

MAX_KILLS = 20
MAX_RESTARTS = 10


@pytest.mark.cost(10)
def test_kill_in_the_middle_loses_and_doubles_nothing(fleet):
    fleet.produce(Newsroom(16).stories(5000))
    worker = fleet.worker(kafka__instance_id="only")
    for progress in (500, 2500):
        fleet.wait_committed(progress)
        worker.kill9()
        worker.start()
    fleet.wait_all_committed()

    assert fleet.violations() == []


@pytest.mark.cost(9)
def test_records_of_an_interrupted_transaction_are_never_visible(fleet):
    fleet.produce(Newsroom(17).stories(3000))
    worker = fleet.worker(kafka__instance_id="only")
    reader = fleet.watch()
    kill_inside_a_transaction(fleet, worker)

    worker.start()
    fleet.wait_all_committed()
    assert fleet.violations() == []
    assert len(fleet.articles()) < len(fleet.articles("read_uncommitted"))
    outcomes = fleet.outcomes()
    reader.wait_seen(outcomes)
    assert reader.stop() == outcomes


def kill_inside_a_transaction(fleet, worker) -> None:
    """Kills until records of an unfinished transaction stand in the log."""
    for _ in range(MAX_KILLS):
        eventually(fleet.has_open_transaction, 30, "a transaction is open")
        worker.kill9()
        try:
            fleet.wait_settled(1)  # it was just committed
        except NotAtRest:
            return
        worker.start()
    raise AssertionError(f"{MAX_KILLS} kills, all between transactions")


@pytest.mark.cost(11)
def test_a_document_that_kills_its_worker_does_not_kill_the_fleet(fleet, faulty):
    newsroom = Newsroom(18)
    deadly = newsroom.story("DEADLY")
    fleet.produce([*newsroom.stories(200), deadly, *newsroom.stories(200)])
    worker = fleet.worker(faults={"CRASH_ON": "DEADLY"}, kafka__instance_id="only")
    restart_until_all_committed(fleet, worker)

    (letter,) = fleet.dead_letters()
    assert letter.header("newsmill-reason") == b"crashed"
    assert (letter.key, letter.value) == (deadly.key, deadly.value)
    assert fleet.violations() == []


@pytest.mark.cost(11)
def test_two_deadly_documents_in_different_partitions_are_both_passed(fleet, faulty):
    newsroom = Newsroom(19)
    for partition in (0, 1):
        fleet.produce([newsroom.story("DEADLY"), newsroom.story()], partition)
    worker = fleet.worker(faults={"CRASH_ON": "DEADLY"}, kafka__instance_id="only")
    restart_until_all_committed(fleet, worker)

    assert [letter.header("newsmill-reason") for letter in fleet.dead_letters()] == [b"crashed"] * 2
    assert fleet.violations() == []


def restart_until_all_committed(fleet, worker) -> None:
    for _ in range(MAX_RESTARTS + 1):
        eventually(lambda: not worker.is_running or fleet.is_all_committed(), 60,
                   "the worker died or finished")
        if worker.is_running:
            return
        worker.start()
    raise AssertionError(f"the worker still dies after {MAX_RESTARTS} restarts")


@pytest.mark.cost(12)
def test_control_without_transactions_a_kill_is_noticed(fleet, faulty):
    fleet.produce(Newsroom(20).stories(600))
    worker = fleet.worker(faults={"NO_TRANSACTION": "1"}, kafka__instance_id="only")
    worker.wait_fault("output without offsets")
    worker.kill9()
    worker.start()
    fleet.wait_all_committed()

    assert "doubled" in {violation.rule for violation in fleet.violations()}
