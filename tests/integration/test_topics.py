"""`newsmill topics`: creates what the guarantees need, refuses what breaks them."""

import pytest
from confluent_kafka.admin import ConfigResource, NewTopic, ResourceType

import places
from articles import Newsroom
from worker import run_command

pytestmark = [pytest.mark.integration, pytest.mark.cost(2)]


def topics(fleet, *options, **changes):
    return run_command(places.NEWSMILL, "topics", "--config", fleet.config(**changes), *options)


def settings_of(fleet, topic):
    resource = ConfigResource(ResourceType.TOPIC, topic)
    entries = fleet.admin.describe_configs([resource])[resource].result()
    return {name: entry.value for name, entry in entries.items()}


def test_creates_a_log_that_never_forgets_by_itself(uncreated_fleet):
    created = topics(uncreated_fleet, "--create")

    assert created.returncode == 0, created.stderr
    log = settings_of(uncreated_fleet, uncreated_fleet.names.fingerprints)
    assert {name: log[name] for name in ("cleanup.policy", "message.timestamp.type",
                                         "retention.ms", "retention.bytes",
                                         "segment.bytes")} == {
        "cleanup.policy": "delete", "message.timestamp.type": "LogAppendTime",
        "retention.ms": "-1", "retention.bytes": "-1", "segment.bytes": "67108864"}
    metadata = uncreated_fleet.admin.list_topics(uncreated_fleet.names.fingerprints, timeout=10)
    assert len(metadata.topics[uncreated_fleet.names.fingerprints].partitions) == 1


def test_creates_topics_that_a_worker_can_use(uncreated_fleet, names):
    fleet = uncreated_fleet
    assert topics(fleet, "--create").returncode == 0
    assert topics(fleet).returncode == 0

    # What was created has its own number of partitions: use the first only.
    fleet.produce(Newsroom(1).stories(20), partition=0)
    fleet.worker()
    fleet.wait_all_committed()

    assert fleet.violations() == []


def test_creating_again_changes_nothing(fleet):
    before = {name: settings_of(fleet, name) for name in fleet.names.outputs}

    assert topics(fleet, "--create").returncode == 0

    assert {name: settings_of(fleet, name) for name in fleet.names.outputs} == before


def test_refuses_one_replica_unless_allowed(fleet):
    refused = topics(fleet, kafka__allow_unsafe_topics=False)

    assert refused.returncode in (1, 2)
    assert "replication" in refused.stderr
    assert topics(fleet, kafka__allow_unsafe_topics=True).returncode == 0


@pytest.mark.parametrize("name, value", [
    ("cleanup.policy", "compact"),
    ("retention.ms", "3600000"),
    ("retention.bytes", "1000000"),
    ("message.timestamp.type", "CreateTime"),
])
def test_refuses_a_log_that_could_lose_or_misdate_entries(fleet, name, value):
    fleet.set_on(fleet.names.fingerprints, **{name.replace(".", "_"): value})

    refused = topics(fleet, kafka__allow_unsafe_topics=False)

    assert refused.returncode in (1, 2)
    assert any(name in line and fleet.names.fingerprints in line
               for line in refused.stderr.splitlines()), refused.stderr


@pytest.mark.parametrize("size, is_noted", [(64 << 20, False), (1 << 30, True)])
def test_notes_large_segments_of_the_log(fleet, size, is_noted):
    fleet.set_on(fleet.names.fingerprints, segment_bytes=str(size))

    looked = topics(fleet)

    assert looked.returncode == 0, looked.stderr
    assert (f"segment.bytes is {size}" in looked.stdout) == is_noted
    assert "segment.bytes" not in looked.stderr


@pytest.mark.parametrize("name, value", [
    ("unclean.leader.election.enable", "true"),
    ("min.insync.replicas", "1"),
    ("max.message.bytes", "1000"),
    ("cleanup.policy", "compact"),
])
def test_refuses_an_output_that_could_lose_or_refuse_records(fleet, name, value):
    fleet.set_on(fleet.names.articles, **{name.replace(".", "_"): value})

    refused = topics(fleet, kafka__allow_unsafe_topics=False)

    assert refused.returncode in (1, 2)
    assert any(name in line and fleet.names.articles in line
               for line in refused.stderr.splitlines()), refused.stderr


def test_refuses_a_log_of_two_partitions(uncreated_fleet):
    created = uncreated_fleet.admin.create_topics(
        [NewTopic(uncreated_fleet.names.fingerprints, 2, 1)])
    created[uncreated_fleet.names.fingerprints].result()

    refused = topics(uncreated_fleet, "--create")

    assert refused.returncode in (1, 2)
    assert uncreated_fleet.names.fingerprints in refused.stderr


def test_names_a_topic_that_is_missing(uncreated_fleet):
    missing = topics(uncreated_fleet)

    assert missing.returncode in (1, 2)
    assert uncreated_fleet.names.raw in missing.stderr
