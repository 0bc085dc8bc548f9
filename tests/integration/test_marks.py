"""Workers that start from marks, and the log that the fleet trims, on a real broker."""

import random

import pytest

from dispatches import PLACE, TEXTS, Dispatches, publish, publish_copies, worker_on
from fleet import MARK
from log_shell import first_offset

pytestmark = [pytest.mark.integration, pytest.mark.cost(6)]

RECENT = 50


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
    assert fleet.entries(MARK) > 0


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
    assert fleet.entries(MARK) > 0
