"""No healthy message becomes a dead letter because workers were stopped or killed."""

import random

import pytest

from articles import Input, Newsroom

pytestmark = pytest.mark.fault

MANY = 8  # starts; from the third at one offset on, messages are suspects
LARGE = Input(random.Random(1).randbytes(1 << 20), b"large", (("content-type", b"image/png"),))


def reasons(fleet) -> list[bytes]:
    return [letter.header("newsmill-reason") for letter in fleet.dead_letters()]


@pytest.mark.cost(15)
def test_kills_from_outside_condemn_nothing(fleet):
    fleet.produce(Newsroom(70).stories(400))
    worker = fleet.worker(kafka__instance_id="only", worker__commit_interval="10s")
    for _ in range(MANY):
        worker.wait_log("assigned")
        worker.kill9()
        worker.start()
    worker.wait_log("child processes first read each of the next")  # the messages are suspects now
    fleet.wait_all_committed()

    assert reasons(fleet) == []
    assert fleet.violations() == []


@pytest.mark.cost(10)
@pytest.mark.parametrize("fault", ["KILL_CHILD", "BREAK_CHILD"])
def test_a_child_that_dies_of_something_else_proves_nothing(fleet, faulty, fault):
    """Somebody kills it, or no child can work on this machine."""
    newsroom = Newsroom(71)
    fleet.produce([newsroom.story("SLOWLY"), *newsroom.stories(8, copies=0)])
    faults = {"SLOW_ON": "SLOWLY", "SLOW_MS": "3000", fault: "1"}
    worker = fleet.worker(kafka__instance_id="only", faults=faults, worker__commit_interval="10s")
    for _ in range(3):
        worker.wait_log("assigned")
        worker.kill9()
        worker.start()
    worker.wait_log("could not be examined")
    fleet.wait_all_committed()

    assert reasons(fleet) == []
    assert fleet.violations() == []


@pytest.mark.cost(20)
def test_a_letter_that_its_topic_refuses_keeps_its_reason(fleet):
    fleet.set_on(fleet.names.dead_letters, max_message_bytes="100000")
    newsroom = Newsroom(72)
    fleet.produce([LARGE, *newsroom.stories(20)], partition=0)
    for start in range(MANY):
        worker = fleet.worker(f"w{start}", kafka__instance_id="only")
        assert worker.wait_exit() == 1
        words = worker.last_words()
        assert "offset 0" in words and "unsupported" in words and "max.message.bytes" in words
    assert fleet.outcomes() == []

    fleet.set_on(fleet.names.dead_letters, max_message_bytes="10000000")
    fleet.worker("last", kafka__instance_id="only")
    fleet.wait_all_committed()

    assert reasons(fleet) == [b"unsupported"]
    assert fleet.violations() == []


@pytest.mark.cost(6)
def test_a_worker_that_stops_with_an_error_counts_no_start(fleet):
    fleet.set_on(fleet.names.dead_letters, max_message_bytes="100000")
    fleet.produce([LARGE], partition=0)
    for start in range(4):
        worker = fleet.worker(f"w{start}", kafka__instance_id="only")
        assert worker.wait_exit() == 1

    assert "child process" not in worker.log_text()


@pytest.mark.cost(10)
def test_a_document_that_takes_processor_time_without_end_is_proven(fleet, faulty):
    newsroom = Newsroom(73)
    endless = newsroom.story("ENDLESS")
    fleet.produce([endless, newsroom.story()], partition=0)
    worker = fleet.worker(kafka__instance_id="only", faults={"SPIN_ON": "ENDLESS"})
    for _ in range(3):
        worker.wait_fault("spins")
        worker.kill9()  # as a watchdog would
        worker.start()
    fleet.wait_all_committed(120)

    (letter,) = fleet.dead_letters()
    assert letter.key == endless.key
    assert letter.header("newsmill-reason") == b"crashed"
    assert b"CPU time" in letter.header("newsmill-detail")
    assert fleet.violations() == []
