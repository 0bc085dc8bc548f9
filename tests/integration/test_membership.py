"""Workers come and go; partitions move between them."""

import pytest
from confluent_kafka import Consumer, Producer, TopicPartition

from articles import Newsroom
from cluster import quiet_client
from fleet import PARTITIONS, QUICK_GROUP
from waiting import eventually
from worker import event_of

pytestmark = pytest.mark.fault


@pytest.mark.cost(5)
def test_workers_of_one_configuration_file_run_side_by_side(fleet):
    config = fleet.config()
    for name in ("w1", "w2", "w3"):
        fleet.worker(name, config)
    members = fleet.wait_members(3)
    fleet.produce(Newsroom(12).stories(900))
    fleet.wait_all_committed()

    assert all(members.values())
    assert fleet.violations() == []
    assert not [entry for worker in fleet.workers for entry in worker.log_entries()
                if "_failed" in event_of(entry)]  # nobody fences anybody


@pytest.mark.cost(12)
@pytest.mark.parametrize("leave", ["sigterm", "kill9"])
def test_a_second_worker_joins_and_leaves_while_messages_flow(fleet, leave):
    feed = fleet.feed(Newsroom(13).stories(2400), per_second=300)
    config = fleet.config()
    fleet.worker("stays", config)
    fleet.wait_committed(100)

    guest = fleet.worker("guest", config)
    fleet.wait_members(2)
    so_far = fleet.committed_messages()
    fleet.wait_committed(so_far + 100)
    getattr(guest, leave)()
    feed.finish()
    fleet.wait_all_committed()

    assert guest.exit_code() == (0 if leave == "sigterm" else -9)
    assert fleet.violations() == []


@pytest.mark.cost(8)
def test_a_static_member_that_comes_back_in_time_keeps_its_partitions(fleet):
    session_s = 30
    patient = QUICK_GROUP | {"session.timeout.ms": session_s * 1000,
                             "max.poll.interval.ms": session_s * 1000}
    for name in ("a", "b"):
        fleet.worker(name, fleet.config(name, kafka__instance_id=name, kafka__properties=patient))
    before = fleet.wait_members(2)
    newsroom = Newsroom(14)
    fleet.produce(newsroom.stories(1000))
    fleet.wait_committed(100)

    killed = fleet.workers[0]
    killed.kill9()
    killed.start()
    fleet.produce(newsroom.stories(200))
    fleet.wait_all_committed(session_s / 2)

    assert fleet.members() == before
    assert fleet.violations() == []


@pytest.mark.cost(8)
def test_a_static_member_whose_id_was_taken_joins_anew(fleet):
    worker = fleet.worker(kafka__instance_id="only")
    fleet.wait_members(1)
    thief = Consumer(quiet_client(fleet.cluster.brokers) | {
        "group.id": fleet.names.group, "group.instance.id": "only", "enable.auto.commit": False})
    thief.subscribe([fleet.names.raw])

    def worker_is_fenced():
        thief.poll(0.1)
        return any("FENCED" in event_of(entry) for entry in worker.log_entries())
    eventually(worker_is_fenced, 30, "the worker is told that its id is another's")
    thief.close()
    fleet.produce(Newsroom(25).stories(100))
    fleet.wait_all_committed()

    assert worker.is_running
    assert fleet.violations() == []


@pytest.mark.cost(6)
def test_a_producer_that_was_fenced_is_replaced(fleet):
    newsroom = Newsroom(27)
    fleet.produce(newsroom.stories(100))
    worker = fleet.worker(kafka__instance_id="only")
    fleet.wait_all_committed()

    thief = Producer(quiet_client(fleet.cluster.brokers) | {
        "transactional.id": f"newsmill-{fleet.names.group}-only"})
    thief.init_transactions(30)
    fleet.produce(newsroom.stories(100))
    fleet.wait_all_committed()

    assert worker.is_running
    assert fleet.violations() == []


@pytest.mark.cost(6)
def test_offsets_that_a_transaction_is_about_to_commit_are_waited_for(fleet):
    fleet.produce(Newsroom(26).stories(10, copies=0), partition=0)
    producer = Producer(quiet_client(fleet.cluster.brokers) | {
        "transactional.id": fleet.names.group})
    producer.init_transactions(30)
    owner = Consumer(quiet_client(fleet.cluster.brokers) | {"group.id": fleet.names.group})
    producer.begin_transaction()
    producer.send_offsets_to_transaction([TopicPartition(fleet.names.raw, 0, 5)],
                                         owner.consumer_group_metadata(), 30)
    worker = fleet.worker()
    fleet.wait_members(1)
    worker.wait_log("recovery_failed")  # it has asked for the offsets, and got none
    producer.commit_transaction(30)
    fleet.wait_all_committed()

    assert len(fleet.articles()) == 5  # not those that the transaction was about


# The first worker cannot publish, so it cannot confirm that its partitions are
# revoked. The broker removes it after max.poll.interval.ms. The other worker
# processes the same messages again and commits them. Then the first worker
# tries to publish its records.

@pytest.mark.cost(15)
def test_a_fenced_worker_cannot_publish_its_records(fleet, faulty):
    fence_then_publish(fleet, faults={})

    assert fleet.violations() == []


@pytest.mark.cost(16)
def test_control_a_fenced_worker_with_new_group_metadata_publishes_twice(fleet, faulty):
    fence_then_publish(fleet, faults={"NEWEST_GROUP_METADATA": "1"})

    assert "doubled" in {violation.rule for violation in fleet.violations()}


def fence_then_publish(fleet, faults) -> None:
    count = 50 * PARTITIONS
    fleet.produce(Newsroom(15).stories(count))
    cork = fleet.directory / "cork"
    cork.touch()
    config = fleet.config()
    fenced = fleet.worker("fenced", config, faults={"CORK": str(cork), **faults})
    fenced.wait_fault("corked")

    fleet.worker("heir", config)
    eventually(lambda: set(fleet.committed().values()) & {50}, 60, "a partition is done again")
    cork.unlink()
    fenced.wait_fault("uncorked")
    fleet.wait_all_committed()
    assert fenced.is_running
