"""kill -9 at each step of writing a mark and of trimming the log.

NEWSMILL_FAULT_ROUNDS above 1 asks for all steps; script/test tries one step of each.
"""

import os
import signal

import pytest

from dispatches import PLACE, Dispatches, publish, publish_copies, worker_on
from fleet import OBJECTION
from log_marks import marks_in
from log_shell import first_offset
from waiting import eventually

pytestmark = [pytest.mark.fault, pytest.mark.cost(12)]

MOST_ROUNDS = 40
IS_LONG = int(os.environ.get("NEWSMILL_FAULT_ROUNDS", "1")) > 1
STEPS = ["mark_part", "trim_sent"] + (
    ["mark_begin", "mark_end", "mark_unread", "trim_begin", "trim_done"] if IS_LONG else [])
RECENT = 50


def publish_until(fleet, dispatches, condition, name: str) -> None:
    for each in range(MOST_ROUNDS):
        if condition():
            return
        publish(fleet, dispatches, PLACE, f"{name}{each}")
    raise AssertionError(f"not in {MOST_ROUNDS} rounds: {name}")


def killed_at(fleet, dispatches, step: str) -> None:
    """A worker alone, until it dies there."""
    worker = worker_on(fleet, "dying", kill_at=step)
    for each in range(MOST_ROUNDS):
        fleet.produce(dispatches.inputs_of(dispatches.texts(PLACE), f"dying{each}"))
        eventually(lambda: not worker.is_running or fleet.is_all_committed(), 60,
                   "the worker has died or has committed everything")
        if not worker.is_running:
            break
    assert worker.exit_code() == -signal.SIGKILL, worker.last_words()
    worker.wait_fault(f"killed at {step}")


def whole_places(fleet) -> list[int]:
    return [mark.place for mark in marks_in(fleet.log()) if mark.is_whole]


def assert_left_behind(fleet, step: str) -> None:
    """What the dead worker's last mark and trim look like."""
    marks = marks_in(fleet.log())
    if step == "mark_begin":
        assert marks == []
    elif step == "mark_part":
        assert [mark.parts for mark in marks] == [{0}] and marks[0].count > 1
    elif step == "mark_unread":
        assert [mark.is_whole for mark in marks] == [True]
    elif step == "trim_begin":
        assert first_offset(fleet) == 0 and len(marks) >= 3
    elif step == "trim_done":
        assert first_offset(fleet) > 0


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_that_dies_at_this_step_harms_nobody(fleet, faulty, step):
    dispatches = Dispatches(7)
    killed_at(fleet, dispatches, step)
    assert_left_behind(fleet, step)
    last, first = max(whole_places(fleet), default=0), first_offset(fleet)

    # Another worker goes on: it writes whole marks, and trims the log.
    second = worker_on(fleet, "second")
    publish_until(fleet, dispatches, lambda: max(whole_places(fleet), default=0) > last, "next")
    publish_until(fleet, dispatches, lambda: first_offset(fleet) > first, "trimmed")

    # Another one starts late. Each compares the marks of the other one with its own state.
    late = worker_on(fleet, "late")
    late.wait_log("caught_up")
    fleet.wait_members(2)
    last = max(whole_places(fleet))
    publish_until(fleet, dispatches, lambda: max(whole_places(fleet)) > last, "both")
    recent = publish(fleet, dispatches, RECENT, "recent")
    assert second.sigterm() == 0
    assert publish_copies(fleet, dispatches, recent, "copies") == {"exact"}

    assert fleet.entries(OBJECTION) == 0
    assert late.is_running
    assert fleet.violations() == []
