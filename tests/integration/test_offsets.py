"""Where partitions begin: added ones, expired ones, markers, and offsets that do not exist."""

import pytest
from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.admin import NewPartitions

from articles import Newsroom
from cluster import quiet_client
from fleet import PARTITIONS
from waiting import eventually

pytestmark = pytest.mark.integration

FOUND_WITHIN_S = 60


def events(worker, name: str) -> list[dict]:
    return [entry for entry in worker.log_entries() if entry.get("event") == name]


def delete_before(fleet, offset: int, partitions=range(PARTITIONS)) -> None:
    """As retention would."""
    places = [TopicPartition(fleet.names.raw, partition, offset) for partition in partitions]
    for future in fleet.admin.delete_records(places).values():
        future.result()


def add_partition(fleet) -> int:
    raw = fleet.names.raw
    fleet.admin.create_partitions([NewPartitions(raw, PARTITIONS + 1)])[raw].result()
    eventually(lambda: len(fleet.admin.list_topics(raw, timeout=10).topics[raw].partitions)
               == PARTITIONS + 1, 30, "the partition is there")
    return PARTITIONS


@pytest.mark.cost(45)
def test_an_added_partition_is_found_and_begins_at_its_beginning(fleet):
    newsroom = Newsroom(90)
    fleet.produce(newsroom.stories(8))
    worker = fleet.worker(kafka__start="latest").wait_assigned()
    fleet.produce(newsroom.stories(4 * PARTITIONS, copies=0))
    eventually(lambda: len(fleet.articles()) == 4 * PARTITIONS, 30, "the new ones are published")

    added = add_partition(fleet)
    fleet.produce(newsroom.stories(20, copies=0), partition=added)
    eventually(lambda: len(fleet.articles()) == 4 * PARTITIONS + 20, FOUND_WITHIN_S,
               "the added partition's are, too")
    assert worker.is_running


@pytest.mark.cost(5)
@pytest.mark.parametrize("at_first_commit", [PARTITIONS, PARTITIONS - 1])
def test_what_is_new_to_a_group_is_told_by_its_first_commit(fleet, at_first_commit):
    """A worker has committed partition 0; the other partitions existed then, but for the last."""
    newsroom = Newsroom(91)
    fleet.produce(newsroom.stories(2 * PARTITIONS, copies=0))
    committing = Consumer(quiet_client(fleet.cluster.brokers) | {"group.id": fleet.names.group})
    metadata = f"newsmill/1 log={0:032x} read=0 starts=0 partitions={at_first_commit} expired=0"
    committing.commit(offsets=[TopicPartition(fleet.names.raw, 0, 2, metadata)], asynchronous=False)
    committing.close()

    fleet.worker(kafka__start="latest", options=["--new-log"]).wait_assigned()
    fleet.produce(newsroom.stories(PARTITIONS, copies=0))
    expected = PARTITIONS + 2 * (PARTITIONS - at_first_commit)
    eventually(lambda: len(fleet.articles()) >= expected, 30, "the new ones are published")
    fleet.wait_all_committed()
    assert len(fleet.articles()) == expected


@pytest.mark.cost(6)
def test_markers_that_expire_are_no_loss(fleet):
    newsroom = Newsroom(92)
    fleet.produce_in_transaction(newsroom.stories(2 * PARTITIONS, copies=0))
    worker = fleet.worker("first")
    eventually(lambda: all(fleet.committed().get(p) == end for p, end in fleet.ends().items()), 30,
               "the markers are committed, too")
    assert worker.sigterm() == 0
    delete_before(fleet, -1)

    second = fleet.worker("second").wait_assigned()
    fleet.produce(newsroom.stories(PARTITIONS, copies=0))
    eventually(lambda: len(fleet.articles()) == 3 * PARTITIONS, 30, "new ones are published")
    assert events(second, "expired") == []


@pytest.mark.cost(6)
def test_messages_that_expire_are_a_loss_and_the_rest_is_processed(fleet):
    newsroom = Newsroom(93)
    fleet.produce(newsroom.stories(4 * PARTITIONS, copies=0))
    worker = fleet.worker("first", kafka__start="latest").wait_assigned()
    assert worker.sigterm() == 0
    fleet.produce(newsroom.stories(5 * PARTITIONS, copies=0))
    delete_before(fleet, 7)  # 4 were skipped, 3 are lost, 2 are left

    second = fleet.worker("second", kafka__start="latest")
    fleet.wait_all_committed()
    assert len(fleet.articles()) == 2 * PARTITIONS
    assert {(e["first_offset"], e["last_offset"]) for e in events(second, "expired")} == {(4, 6)}


@pytest.mark.cost(8)
def test_an_offset_that_expires_under_a_worker_costs_no_rebalance(fleet, faulty):
    newsroom = Newsroom(94)
    cork = fleet.directory / "cork"
    cork.touch()
    fleet.produce(newsroom.stories(PARTITIONS, copies=0))
    worker = fleet.worker(faults={"CORK": str(cork)}, worker__max_in_flight_bytes=1 << 20,
                          input__max_message_bytes=128 << 10,
                          kafka__properties={"queued.max.messages.kbytes": 1,
                                             "fetch.message.max.bytes": 1000,
                                             "session.timeout.ms": 20000,
                                             "max.poll.interval.ms": 30000})
    worker.wait_fault("corked")
    for partition in range(PARTITIONS):
        fleet.produce(newsroom.stories(300, copies=0), partition)
    delete_before(fleet, 300)
    before = fleet.members()
    cork.unlink()

    fleet.wait_all_committed(15)
    assert fleet.members() == before
    assert worker.is_running
    assert len(events(worker, "assigned")) == 2
    assert events(worker, "lost") == []
