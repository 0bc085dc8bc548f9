"""A log that was trimmed too far, and what --accept-short-log makes of it."""

import pytest

import error_table
from dispatches import PLACE, TEXTS, Dispatches, publish, publish_copies, worker_on
from fleet import MARK, RESET
from log_marks import marks_in
from log_shell import LogShell, first_offset
from waiting import eventually

pytestmark = [pytest.mark.integration, pytest.mark.cost(12)]

ACCEPT = ["--accept-short-log"]
KEPT = 100  # of the newest mark's texts; the entries of the others are deleted


def starts(fleet, name: str, options=()):
    return worker_on(fleet, name, options=options, dedup__trim=False)


def refused(fleet, name: str, options=()) -> str:
    worker = starts(fleet, name, options)
    assert worker.wait_exit() == 2
    return worker.last_words()


def trimmed_too_far(fleet, dispatches) -> tuple[list[str], list[str]]:
    """By hand. The texts whose entries are lost, and those whose entries are there."""
    texts: dict[str, str] = {}
    while fleet.entries(MARK) == 0:
        name = f"round{len(texts)}"
        assert len(texts) < 20 * PLACE
        written = publish(fleet, dispatches, PLACE, name)
        texts |= {f"{name}-{number}": text for number, text in enumerate(written)}
    before = marks_in(fleet.log())[-1].place - KEPT
    with LogShell(fleet.cluster.brokers, fleet.names.fingerprints, fleet.directory) as log:
        log.trim(before)
        eventually(lambda: first_offset(fleet) == before, 30, "the log is trimmed")
    by_offset = {int(each.header("newsmill-log-offset")): texts[record["input_id"]]
                 for each, record in zip(fleet.articles(), fleet.records())}
    lost = [by_offset[at] for at in range(before - KEPT, before) if at in by_offset]
    left = [text for at, text in by_offset.items() if at >= before]
    assert lost and 0 < len(left) <= TEXTS - len(lost)
    return lost, left


def test_only_a_worker_that_is_alone_may_accept_it(fleet):
    dispatches = Dispatches(11)
    running = starts(fleet, "running")
    lost, left = trimmed_too_far(fleet, dispatches)

    row = error_table.row("has other members")
    words = refused(fleet, "accepts", ACCEPT)
    assert row.is_in(words) and row.exit_codes == {2}
    assert "newsmill on /127.0.0.1" in words
    row = error_table.row("no complete mark that this worker could start from")
    words = refused(fleet, "next")
    assert row.is_in(words) and row.exit_codes == {2}
    assert "--accept-short-log" in words and "let one of them write the next mark" in words

    running.kill9()  # the coordinator does not know it yet
    assert "has other members" in refused(fleet, "too-early", ACCEPT)
    eventually(lambda: not fleet.members(), 30, "the dead worker is no member any more")
    assert fleet.entries(RESET) == 0
    starts(fleet, "alone", ACCEPT)
    fleet.wait_members(1)

    assert fleet.entries(RESET) == 1
    assert publish_copies(fleet, dispatches, left, "left") == {"exact"}
    assert publish_copies(fleet, dispatches, lost, "lost") == {"original"}
    starts(fleet, "another")
    fleet.wait_members(2)
    assert fleet.entries(RESET) == 1


def test_a_fleet_that_runs_mends_it_by_the_next_mark(fleet):
    dispatches = Dispatches(12)
    running = starts(fleet, "running")
    lost, left = trimmed_too_far(fleet, dispatches)
    before = first_offset(fleet)
    assert "--accept-short-log" in refused(fleet, "too-early")
    assert publish_copies(fleet, dispatches, lost + left, "known") == {"exact"}

    while marks_in(fleet.log())[-1].place < before + 2 * PLACE:
        assert fleet.committed_messages() < 40 * PLACE
        publish(fleet, dispatches, PLACE, f"next{fleet.committed_messages()}")
    recent = publish(fleet, dispatches, 50, "recent")
    starts(fleet, "next").wait_log("caught_up")
    fleet.wait_members(2)
    assert running.sigterm() == 0

    assert publish_copies(fleet, dispatches, recent, "copies") == {"exact"}
    assert fleet.entries(RESET) == 0


def test_a_static_worker_that_starts_again_is_no_other_member(fleet):
    worker = fleet.worker("first", kafka__instance_id="only").wait_assigned()
    assert worker.sigterm() == 0
    assert set(fleet.members()) == {"only"}  # until its session has expired

    fleet.worker("again", kafka__instance_id="only", options=ACCEPT).wait_assigned()
    assert "has other members" in refused(fleet, "other", ACCEPT)
