"""A fingerprint log that is not the one that the group has read is noticed."""

from collections import Counter

import pytest

from articles import Newsroom
from fleet import create_topics
from waiting import eventually

pytestmark = pytest.mark.integration

STORIES = 40
STOP_S = 30  # an end that is too low is asked for again for 10 s


def published(fleet, newsroom):
    """A group that has published stories and has no members; returns their texts."""
    texts = newsroom.texts(STORIES)
    fleet.produce(newsroom.inputs_of(texts))
    worker = fleet.worker("first")
    fleet.wait_all_committed()
    assert worker.sigterm() == 0
    return texts


def recreate_log(fleet) -> None:
    log = fleet.names.fingerprints
    fleet.admin.delete_topics([log])[log].result()
    eventually(lambda: log not in fleet.admin.list_topics(timeout=10).topics, 30, "it is gone")
    create_topics(fleet.cluster, fleet.names)


def refused(fleet, *options: str, **changes) -> str:
    worker = fleet.worker(f"w{len(fleet.workers)}", options=options, **changes)
    assert worker.wait_exit(STOP_S) == 2
    return worker.last_words()


@pytest.mark.cost(8)
def test_an_emptied_log_is_noticed_before_anything_is_published(fleet):
    newsroom = Newsroom(80)
    texts = published(fleet, newsroom)
    before = fleet.outcomes()
    recreate_log(fleet)
    fleet.produce(newsroom.inputs_of(texts))  # exact copies

    assert "--new-log" in refused(fleet)
    assert "--new-log" in refused(fleet, "--accept-short-log")
    assert fleet.outcomes() == before and fleet.log() == []

    fleet.worker("accepts", options=["--new-log"])
    fleet.wait_all_committed()
    assert fleet.relations() == Counter(original=2 * STORIES)  # what the operator was told
    fleet.workers[-1].sigterm()
    fleet.produce(newsroom.inputs_of(texts))
    fleet.worker("goes-on")  # the group's commits name the new log now
    fleet.wait_all_committed()
    assert fleet.relations() == Counter(original=2 * STORIES, exact=STORIES)


@pytest.mark.cost(8)
def test_a_log_of_another_id_is_noticed(fleet):
    newsroom = Newsroom(81)
    published(fleet, newsroom)
    other = fleet.log()[0].value
    recreate_log(fleet)
    at = other.index(fleet.names.group.encode()) - 20  # somewhere in the random id
    fleet.write_to_log([other[:at] + bytes(4 * [0x5a]) + other[at + 4:]])

    assert "--new-log" in refused(fleet)


@pytest.mark.cost(9)
def test_a_truncated_log_is_noticed(fleet):
    newsroom = Newsroom(82)
    texts = published(fleet, newsroom)
    before = fleet.outcomes()
    entries = [message.value for message in fleet.log()]
    recreate_log(fleet)
    fleet.write_to_log(entries[:STORIES // 2])
    fleet.produce(newsroom.inputs_of(texts))

    words = refused(fleet)
    assert "--accept-short-log" in words and "truncated" in words
    assert fleet.outcomes() == before

    fleet.worker("accepts", options=["--accept-short-log"])
    fleet.wait_all_committed()
    assert fleet.relations()["exact"] > 0


@pytest.mark.cost(8)
def test_a_log_that_is_recreated_under_a_worker_stops_it(fleet):
    newsroom = Newsroom(83)
    fleet.produce(newsroom.stories(STORIES))
    worker = fleet.worker()
    fleet.wait_all_committed()
    before = fleet.outcomes()

    recreate_log(fleet)
    fleet.produce(newsroom.stories(STORIES))

    assert worker.wait_exit(60) in (1, 2)
    assert "fingerprint log" in worker.last_words()
    assert "--new-log" in refused(fleet)
    assert fleet.outcomes() == before


@pytest.mark.cost(5)
def test_metadata_of_other_tools_is_ignored(fleet):
    newsroom = Newsroom(84)
    published(fleet, newsroom)
    fleet.set_back(STORIES // 4)  # where the group is; an administrator writes no metadata
    fleet.produce(newsroom.stories(STORIES))

    fleet.worker("next")
    fleet.wait_all_committed()
    assert fleet.violations() == []
