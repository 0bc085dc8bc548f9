"""`newsmill log inspect` on the log of a fleet that has written marks."""

import json

import pytest

import places
from articles import Newsroom
from fleet import MARK
from metrics import scrape
from waiting import eventually
from worker import run_command

pytestmark = [pytest.mark.integration, pytest.mark.cost(15)]

PLACE = 8192  # marks describe multiples of it
FEED = 250
DIGEST_AT = 20 + 8 + 8 + 4 + 4  # after magic, layout, kind, anchor, place, nonce and both numbers


def inspect(fleet, *options, **changes):
    return run_command(places.NEWSMILL, "log", "inspect", "--config", fleet.config(**changes),
                       *options)


def report(fleet, *options) -> dict:
    done = inspect(fleet, "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def grow_until_marked(fleet) -> None:
    """A place without a mark is possible: then the next one gets it."""
    newsroom = Newsroom(72)

    def has_mark() -> bool:
        fleet.produce(newsroom.feed_of([newsroom.text(size=300) for _ in range(FEED)])
                      for _ in range(PLACE // FEED))
        fleet.wait_all_committed()
        return fleet.entries(MARK) > 0
    eventually(has_mark, 120, "there is a mark")


def test_an_empty_log_and_one_without_marks_are_shown(fleet):
    empty = inspect(fleet)
    assert (empty.returncode, empty.stderr) == (0, "")
    assert "the log is empty" in empty.stdout

    newsroom = Newsroom(71)
    fleet.produce(newsroom.stories(4, copies=0))
    worker = fleet.worker("w1")
    fleet.wait_all_committed()
    assert worker.sigterm() == 0
    before = fleet.log()
    text = inspect(fleet, "--verify").stdout

    assert f"group            {fleet.names.group}\n" in text
    assert "no marks\n" in text and "0 marks right, 0 wrong" in text
    assert report(fleet)["kinds"]["fingerprint"]["entries"] == 4
    assert fleet.log() == before  # nothing is appended


def test_a_log_of_another_fleet_is_refused(fleet):
    fleet.worker("w1").wait_assigned()

    refused = inspect(fleet, kafka__group="another")

    assert refused.returncode == 2
    assert f"belongs to group {fleet.names.group}" in refused.stderr
    assert refused.stdout == ""


def test_marks_are_shown_and_verified(fleet):
    worker = fleet.worker("w1")
    grow_until_marked(fleet)

    shown = report(fleet, "--verify")
    (mark,) = shown["marks"]
    assert mark["place"] % PLACE == 0
    assert (mark["state"], mark["verdict"]) == ("valid", "right")
    assert shown["start"]["place"] == mark["place"]
    assert sum(each["entries"] for each in shown["kinds"].values()) == shown["entries"]
    assert {each["partition"] for each in shown["partitions"]} == {0, 1, 2, 3}
    page = scrape(worker)
    assert page.sum("newsmill_log_mark_offset") == mark["place"]
    assert page.sum("newsmill_log_retained_entries") >= shown["entries"]
    assert page.sum("newsmill_start_phase", phase="ready") == 1
    assert worker.sigterm() == 0

    # A mark for the same place with another nonce and another digest.
    (written,) = [each.value for each in fleet.log() if each.value[3] == MARK]
    wrong = bytearray(written)
    wrong[20 + 8] ^= 1
    wrong[DIGEST_AT] ^= 1
    fleet.write_to_log([bytes(wrong)])

    done = inspect(fleet, "--verify")
    assert done.returncode == 1
    assert "1 marks right, 1 wrong, 0 not checkable" in done.stdout
    assert inspect(fleet).returncode == 0  # it was not asked to verify
