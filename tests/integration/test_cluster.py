"""The harness itself: what it says of brokers and transactions has to be true."""

import re
import sys

import pytest
from confluent_kafka import Producer

import places
from articles import Newsroom
from cluster import quiet_client
from fleet import PARTITIONS
from newsmill_checker.read import NotAtRest, read_topic
from worker import run_command

pytestmark = pytest.mark.fault


def transactional(fleet) -> Producer:
    producer = Producer(quiet_client(fleet.cluster.brokers) | {
        "transactional.id": fleet.names.group, "linger.ms": 0})
    producer.init_transactions(30)
    return producer


def write(producer, topic, value) -> None:
    producer.produce(topic, value, partition=0)
    producer.flush(10)


def values(fleet, isolation="read_committed"):
    return [message.value for message in fleet.articles(isolation)]


@pytest.mark.cost(1)
def test_reader_sees_committed_transactions_and_no_aborted_one(fleet):
    producer = transactional(fleet)
    for value, end in ((b"kept", producer.commit_transaction),
                       (b"dropped", producer.abort_transaction),
                       (b"kept too", producer.commit_transaction)):
        producer.begin_transaction()
        write(producer, fleet.names.articles, value)
        end(10)

    assert values(fleet) == [b"kept", b"kept too"]
    assert values(fleet, "read_uncommitted") == [b"kept", b"dropped", b"kept too"]


@pytest.mark.cost(1)
def test_reader_gives_no_verdict_while_a_transaction_is_open(fleet):
    producer = transactional(fleet)
    producer.begin_transaction()
    write(producer, fleet.names.articles, b"open")

    assert fleet.has_open_transaction()
    assert values(fleet) == []
    with pytest.raises(NotAtRest):
        fleet.wait_settled(0.2)

    producer.commit_transaction(10)
    fleet.wait_settled(10)
    assert values(fleet) == [b"open"]


def checker(fleet):
    names = fleet.names
    return run_command(sys.executable, "-m", "newsmill_checker", "--brokers",
                       fleet.cluster.brokers, "--raw", names.raw, "--articles", names.articles,
                       "--duplicates", names.duplicates, "--dead-letters", names.dead_letters,
                       environment={"PYTHONPATH": str(places.CHECKER)})


@pytest.mark.cost(2)
def test_checker_command_tells_kept_from_broken(fleet):
    kept = checker(fleet)
    fleet.produce(Newsroom(1).stories(3))
    broken = checker(fleet)

    assert kept.returncode == 0, kept.stderr
    assert broken.returncode == 1, broken.stderr
    assert re.search("^lost +3  VIOLATED$", broken.stdout, re.MULTILINE)


@pytest.mark.cost(6)
@pytest.mark.parametrize("hard", [False, True], ids=["stopped", "killed"])
def test_a_broker_comes_back_with_all_it_had(fleet, hard):
    producer = Producer(quiet_client(fleet.cluster.brokers) | {"acks": "all"})
    write(producer, fleet.names.raw, b"before")

    fleet.cluster.stop(1, hard)
    fleet.cluster.start(1)
    write(producer, fleet.names.raw, b"after")

    read = read_topic(fleet.cluster.brokers, fleet.names.raw)
    assert [message.value for message in read] == [b"before", b"after"]


@pytest.mark.cost(2)
def test_a_paused_broker_answers_nobody_until_it_is_resumed(fleet):
    producer = Producer(quiet_client(fleet.cluster.brokers) | {"acks": "all"})
    write(producer, fleet.names.raw, b"warm")

    fleet.cluster.pause(1)
    producer.produce(fleet.names.raw, b"late", partition=0)
    unanswered = producer.flush(1)
    fleet.cluster.resume(1)

    assert unanswered == 1
    assert producer.flush(10) == 0
    assert fleet.ends() == {0: 2} | {p: 0 for p in range(1, PARTITIONS)}
