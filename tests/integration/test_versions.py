"""The version of the fingerprints changes while the workers of a fleet run."""

import json
import struct
from collections import Counter

import pytest

import places
from articles import Newsroom
from fleet import FINGERPRINT, RULES
from log_versions import VERSION_OF, versions
from metrics import scrape
from waiting import eventually
from worker import run_command

pytestmark = [pytest.mark.integration, pytest.mark.cost(12)]

STORIES = 20


def start_log_of_version_1(fleet) -> None:
    """As a build that knows only version 1 writes it, with a worker that has just stopped."""
    worker = fleet.worker("founder")
    eventually(lambda: versions(fleet, RULES) == [2], 30, "the log has rules")
    assert worker.sigterm() == 0
    rules = bytearray(next(each.value for each in fleet.log() if each.value[3] == RULES))
    struct.pack_into("<H", rules, VERSION_OF[RULES], 1)
    fleet.write_to_log([bytes(rules)])


def version_in_force(fleet) -> int:
    done = run_command(places.NEWSMILL, "log", "inspect", "--config", fleet.config(), "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["rules"]["version"]


def publish(fleet, newsroom, texts, url: str) -> None:
    """One text of each article. The number of the text is in the URL."""
    fleet.produce(newsroom.input_of(text, name=f"{url} {number}",
                                    url=f"https://daily.example/{url}/{number}")
                  for number, text in enumerate(texts))
    fleet.wait_all_committed()


def test_a_fleet_follows_the_version_in_force_and_one_worker_changes_it(fleet):
    start_log_of_version_1(fleet)
    newsroom = Newsroom(91)
    texts = newsroom.texts(STORIES)
    workers = [fleet.worker(f"w{number}") for number in (1, 2)]
    fleet.wait_members(2)

    publish(fleet, newsroom, texts, "first")
    publish(fleet, newsroom, texts, "copy")
    publish(fleet, newsroom, map(newsroom.edited, texts), "near")
    assert fleet.relations() == Counter(original=STORIES, exact=STORIES, near=STORIES)
    assert set(versions(fleet, FINGERPRINT)) == {1}
    assert version_in_force(fleet) == 1
    for worker in workers:
        assert scrape(worker).sum("newsmill_fingerprint_version") == 1
        assert "Version 2 is available" in worker.log_text()

    changing = fleet.worker("changes", options=["--change-rules"])
    fleet.wait_members(3)
    assert version_in_force(fleet) == 2
    before = fleet.relations()
    # Equal texts of other articles, new texts of the same articles, and similar texts.
    near = [newsroom.edited(text) for text in texts]
    publish(fleet, newsroom, texts, "late copy")
    publish(fleet, newsroom, near, "late near")
    publish(fleet, newsroom, map(newsroom.continued, texts), "first")
    found = fleet.relations() - before
    assert found == Counter(exact=STORIES, original=STORIES, update=STORIES)
    assert versions(fleet, FINGERPRINT)[-3 * STORIES:] == [2] * 3 * STORIES

    # Sketches of version 2 are compared with each other.
    before = fleet.relations()
    publish(fleet, newsroom, map(newsroom.edited, near), "later near")
    assert fleet.relations() - before == Counter(near=STORIES)
    assert all(worker.is_running for worker in [*workers, changing])
    assert fleet.violations() == []
