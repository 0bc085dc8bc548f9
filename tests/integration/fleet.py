"""One test's world: fresh topics, a fresh group, and the workers on them."""

import copy
import json
import pathlib
import re
import threading
import uuid
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import Iterable, Mapping, Optional, Sequence

from confluent_kafka import (OFFSET_BEGINNING, Consumer, ConsumerGroupState,
                             ConsumerGroupTopicPartitions, IsolationLevel, Producer,
                             TopicPartition)
from confluent_kafka.admin import (AlterConfigOpType, ConfigEntry, ConfigResource, NewTopic,
                                   ResourceType)

import places
from articles import ITEMS_HEADER, Input
from cluster import Cluster, quiet_client
from newsmill_checker import Allowances, Message, Violation, check
from newsmill_checker.read import (TopicNames, committed_offsets, convert, end_offsets,
                                   open_transactions, read_topic, read_topics,
                                   wait_until_settled)
from recovery import RecoveryWatch
from waiting import eventually
from worker import Worker

PARTITIONS = 4
MAX_MESSAGE_BYTES = 10 << 20  # above the largest record
MAX_DEAD_LETTER_BYTES = 11 << 20  # the largest input, and headers around it
DRAIN_TIMEOUT_S = 20
RULES, FINGERPRINT, RETRACT, MARK, OBJECTION, RESET = 2, 4, 5, 8, 9, 10  # log entries' fourth byte

# A group that notices a lost member in 3 s, and a member that holds up a
# rebalance in 6 s.
QUICK_GROUP = {"session.timeout.ms": 3000, "heartbeat.interval.ms": 500,
               "max.poll.interval.ms": 6000}


@dataclass(frozen=True)
class Names:
    raw: str
    articles: str
    duplicates: str
    dead_letters: str
    fingerprints: str
    group: str

    @staticmethod
    def fresh(test: str) -> "Names":
        stem = re.sub("[^a-z0-9]+", "-", test.lower()).strip("-")[:60] + "-" + uuid.uuid4().hex[:6]
        return Names(*(f"{stem}.{topic}" for topic in (
            "raw", "articles", "duplicates", "deadletters", "fingerprints")), group=stem)

    def of_replay(self, name: str = "default") -> "Names":
        """What `newsmill replay --name` makes of them."""
        return replace(self, **{each: f"{getattr(self, each)}.replay.{name}" for each in (
            "articles", "duplicates", "dead_letters", "fingerprints", "group")})

    @property
    def outputs(self) -> tuple[str, str, str]:
        return (self.articles, self.duplicates, self.dead_letters)


def create_topics(cluster: Cluster, names: Names, partitions: int = PARTITIONS,
                  kept_by: Mapping[str, int] = MappingProxyType({})) -> None:
    """As `newsmill topics --create` would on this cluster, with room for large messages; leaves
    alone what is there. `kept_by` names topics that only one node has, and that node."""
    log = {"cleanup.policy": "delete", "message.timestamp.type": "LogAppendTime",
           "retention.ms": "-1", "retention.bytes": "-1"}
    letters = {"max.message.bytes": str(MAX_DEAD_LETTER_BYTES)}
    topics = [_new_topic(cluster, name, partitions, kept_by.get(name),
                         **(letters if name == names.dead_letters else {}))
              for name in (names.raw, *names.outputs)]
    topics.append(_new_topic(cluster, names.fingerprints, 1, kept_by.get(names.fingerprints),
                             **log))
    admin = cluster.admin()  # has to live until the last answer
    there = admin.list_topics(timeout=10).topics
    topics = [topic for topic in topics if topic.topic not in there]
    for future in admin.create_topics(topics).values():
        future.result()
    for topic in topics:  # created is not yet led
        eventually(lambda: len(end_offsets(admin, topic.topic)) == topic.num_partitions, 30,
                   f"{topic.topic} has leaders")


def _new_topic(cluster: Cluster, name: str, partitions: int = PARTITIONS,
               kept_by: Optional[int] = None, **settings) -> NewTopic:
    # Some messages have old timestamps: retention would delete them under a test.
    config = {"max.message.bytes": str(MAX_MESSAGE_BYTES), "retention.ms": "-1"} | settings
    if kept_by is not None:
        return NewTopic(name, partitions, replica_assignment=[[kept_by]] * partitions,
                        config=config | {"min.insync.replicas": "1"})
    return NewTopic(name, partitions, min(len(cluster.nodes), 3), config=config)


class Fleet:
    """Closing it ends every process and thread that it started."""

    def __init__(self, cluster: Cluster, names: Names, directory: pathlib.Path):
        self.cluster = cluster
        self.names = names
        self.directory = directory
        self.workers: list[Worker] = []
        self.admin = cluster.admin()
        self._readers: list[ConcurrentReader] = []
        self._feeds: list[Feed] = []
        self._watches: list[RecoveryWatch] = []

    # -- input -------------------------------------------------------------

    def produce(self, inputs: Iterable[Input], partition: Optional[int] = None) -> None:
        """Returns when the broker has them all; round robin unless a partition is given."""
        producer = InputProducer(self.cluster.brokers, self.names.raw)
        for each in inputs:
            producer.send(each, partition)
        producer.flush()

    def produce_in_transaction(self, inputs: Iterable[Input]) -> None:
        """Markers stand behind the messages then; round robin."""
        producer = Producer(quiet_client(self.cluster.brokers) | {
            "transactional.id": uuid.uuid4().hex})
        producer.init_transactions(30)
        producer.begin_transaction()
        for at, each in enumerate(inputs):
            producer.produce(self.names.raw, each.value, each.key, at % PARTITIONS,
                             headers=list(each.headers))
        producer.commit_transaction(30)

    def feed(self, inputs: Iterable[Input], per_second: int) -> "Feed":
        """Produces beside the test, until all are sent."""
        feed = Feed(InputProducer(self.cluster.brokers, self.names.raw), inputs, per_second)
        self._feeds.append(feed)
        return feed

    # -- workers -----------------------------------------------------------

    def config(self, name: str = "fleet", **changes) -> pathlib.Path:
        """Writes a configuration; JSON is YAML. Keyword `a__b` sets key `b` of part `a`."""
        settings: dict = {
            "kafka": {"brokers": self.cluster.brokers, "group": self.names.group,
                      "start": "earliest", "allow_unsafe_topics": len(self.cluster.nodes) < 3,
                      "properties": dict(QUICK_GROUP)},
            "topics": {key: getattr(self.names, key) for key in (
                "raw", "articles", "duplicates", "dead_letters", "fingerprints")},
            "worker": {"threads": 2, "commit_interval": "200ms",
                       "drain_timeout": f"{DRAIN_TIMEOUT_S}s"},
            "http": {"listen": "127.0.0.1:0"},
            "log": {"format": "json", "level": "info"},
        }
        for path, value in changes.items():
            part, key = path.split("__")
            settings.setdefault(part, {})[key] = copy.deepcopy(value)
        file = self.directory / f"{name}.yaml"
        file.write_text(json.dumps(settings, indent=2))
        return file

    def worker(self, name: str = "w1", config: Optional[pathlib.Path] = None,
               faults: Optional[Mapping[str, str]] = None,
               environment: Optional[Mapping[str, str]] = None, options: Sequence[str] = (),
               **changes) -> Worker:
        """Starts one; with faults it is the faulty program."""
        config = config or self.config(name, **changes)
        binary = places.NEWSMILL if faults is None else places.NEWSMILL_FAULTY
        worker = Worker(name, binary, config, self.directory, faults, environment, options)
        self.workers.append(worker)
        return worker.start()

    def replay(self, *options: str, name: str = "default", process: str = "replay",
               faults: Optional[Mapping[str, str]] = None, **changes) -> Worker:
        """Starts one; with faults it is the faulty program."""
        binary = places.NEWSMILL if faults is None else places.NEWSMILL_FAULTY
        worker = Worker(process, binary, self.config(process, **changes), self.directory, faults,
                        options=["--name", name, *options], command="replay")
        self.workers.append(worker)
        return worker.start()

    def of_replay(self, name: str = "default") -> "Fleet":
        """The same input, and what a replay of that name made of it: to look at."""
        return Fleet(self.cluster, self.names.of_replay(name), self.directory)

    def close(self) -> None:
        for feed in self._feeds:
            feed.stop()
        for each in (*self._readers, *self._watches):
            each.stop()
        for worker in self.workers:
            worker.close()

    # -- what is done to its topics ------------------------------------------

    def set_on(self, topic: str, **settings: str) -> None:
        """Changes a topic's configuration; `_` stands for `.`."""
        entries = [ConfigEntry(name.replace("_", "."), value,
                               incremental_operation=AlterConfigOpType.SET)
                   for name, value in settings.items()]
        resource = ConfigResource(ResourceType.TOPIC, topic, incremental_configs=entries)
        self.admin.incremental_alter_configs([resource])[resource].result()

    def recreate_raw(self) -> None:
        """Empty again, and the group's offsets are gone with what they counted."""
        raw = self.names.raw
        self.admin.delete_topics([raw])[raw].result()
        eventually(lambda: raw not in self.admin.list_topics(timeout=10).topics, 30,
                   f"{raw} is gone")
        self.admin.create_topics([_new_topic(self.cluster, raw)])[raw].result()
        eventually(lambda: self.ends() == {p: 0 for p in range(PARTITIONS)}, 30,
                   f"{raw} is empty and has leaders")

    def set_back(self, offset: int = 0) -> None:
        """The group's offsets, all of them; it has to be empty."""
        offsets = [TopicPartition(self.names.raw, p, offset) for p in range(PARTITIONS)]
        asked = ConsumerGroupTopicPartitions(self.names.group, offsets)
        for future in self.admin.alter_consumer_group_offsets([asked]).values():
            future.result()

    def write_to_log(self, values: Iterable[Optional[bytes]]) -> None:
        """Entries by hand."""
        producer = Producer(quiet_client(self.cluster.brokers) | {"acks": "all"})
        for value in values:
            producer.produce(self.names.fingerprints, value)
        assert producer.flush(30) == 0

    # -- progress, as the brokers tell it ----------------------------------

    def committed(self) -> dict[int, int]:
        return committed_offsets(self.cluster.brokers, self.names.group, self.names.raw)

    def ends(self) -> dict[int, int]:
        return end_offsets(self.admin, self.names.raw)

    def committed_messages(self) -> int:
        """Inputs are written without transactions, so offsets count messages."""
        return sum(self.committed().values())

    def wait_committed(self, messages: int, seconds: float = 60) -> None:
        eventually(lambda: self.committed_messages() >= messages, seconds,
                   f"{messages} messages committed")

    def wait_all_committed(self, seconds: float = 60) -> None:
        """And visible: a partition learns of a commit a little after the coordinator."""
        eventually(self.is_all_committed, seconds, "everything committed")
        self.wait_settled()

    def wait_settled(self, seconds: float = 30) -> None:
        """Until no output topic has an open transaction, not even a dead worker's."""
        wait_until_settled(self.cluster.brokers, self.names.outputs, seconds)

    def is_all_committed(self) -> bool:
        """A worker also commits where it began, so a partition without messages may be there."""
        committed = self.committed()
        return all(committed.get(p, 0) == end for p, end in self.ends().items())

    def has_open_transaction(self) -> bool:
        return bool(open_transactions(self.admin, [self.names.articles]))

    def visible_end(self, topic: str) -> dict[int, int]:
        return end_offsets(self.admin, topic, IsolationLevel.READ_COMMITTED)

    def members(self) -> dict[str, frozenset[int]]:
        """Static members by instance id, dynamic ones by member id, with their partitions."""
        return _members_of(self._description())

    def wait_members(self, count: int, seconds: float = 30) -> dict[str, frozenset[int]]:
        """Until the group is at rest and that many members share all partitions."""
        def shared() -> Optional[dict[str, frozenset[int]]]:
            group = self._description()
            members = _members_of(group)
            assigned = sorted(p for partitions in members.values() for p in partitions)
            at_rest = group.state == ConsumerGroupState.STABLE
            complete = len(members) == count and assigned == list(range(PARTITIONS))
            return members if at_rest and complete else None
        return eventually(shared, seconds, f"{count} members share {PARTITIONS} partitions")

    def _description(self):
        return self.admin.describe_consumer_groups([self.names.group])[self.names.group].result()

    # -- verdicts ----------------------------------------------------------

    def articles(self, isolation: str = "read_committed") -> list[Message]:
        return read_topic(self.cluster.brokers, self.names.articles, isolation)

    def records(self) -> list[dict]:
        return [json.loads(message.value) for message in self.articles()]

    def duplicates(self) -> list[dict]:
        read = read_topic(self.cluster.brokers, self.names.duplicates)
        return [json.loads(message.value) for message in read]

    def relations(self) -> Counter:
        """How often each was decided, on both topics."""
        return Counter(r["dedup"]["relation"] for r in self.records() + self.duplicates())

    def log(self) -> list[Message]:
        return read_topic(self.cluster.brokers, self.names.fingerprints)

    def entries(self, kind: int) -> int:
        """How many of them stand in the log."""
        return sum(1 for each in self.log()
                   if each.value and each.value[:2] == b"nm" and each.value[3] == kind)

    def dead_letters(self) -> list[Message]:
        return read_topic(self.cluster.brokers, self.names.dead_letters)

    def outcomes(self) -> list[Message]:
        """Everything visible on the output topics, in topic, partition and offset order."""
        read = [m for topic in self.names.outputs
                for m in read_topic(self.cluster.brokers, topic)]
        return sorted(read, key=lambda m: (m.topic, m.partition, m.offset))

    def violations(self, **allowed) -> list[Violation]:
        """By the committed offsets; the fleet must be at rest. `allowed`: see Allowances."""
        names = TopicNames(self.names.raw, *self.names.outputs)
        topics = read_topics(self.cluster.brokers, names, self.names.group)
        items = {(m.partition, m.offset): int(m.header(ITEMS_HEADER)) for m in topics.inputs
                 if m.header(ITEMS_HEADER)}
        return check(topics.inputs, topics.articles, topics.duplicates, topics.dead_letters,
                     topics.committed, items, Allowances(**allowed))

    def watch_recovery(self, feed: "Feed") -> RecoveryWatch:
        """From now until `stop`, while that feed produces."""
        watch = RecoveryWatch(self.cluster.brokers, self.names.group, self.names.raw,
                              lambda: feed.ends)
        self._watches.append(watch)
        return watch

    def watch(self) -> "ConcurrentReader":
        """A reader beside the fleet, from now until `stop`."""
        reader = ConcurrentReader(self.cluster.brokers, self.names.outputs)
        self._readers.append(reader)
        return reader


def _members_of(group) -> dict[str, frozenset[int]]:
    return {m.group_instance_id or m.member_id: frozenset(
        p.partition for p in m.assignment.topic_partitions) for m in group.members}


class InputProducer:
    def __init__(self, brokers: str, topic: str):
        self._topic = topic
        self._sent = 0
        self._failures: list = []
        self.ends: dict[int, int] = {}  # of each partition: what the brokers have acknowledged
        self._producer = Producer(quiet_client(brokers) | {
            "acks": "all", "linger.ms": 5, "compression.type": "lz4",
            "message.max.bytes": MAX_MESSAGE_BYTES, "queue.buffering.max.kbytes": 262144})

    def send(self, each: Input, partition: Optional[int] = None) -> None:
        """Round robin unless a partition is given."""
        where = self._sent % PARTITIONS if partition is None else partition
        self._producer.produce(self._topic, each.value, each.key, where,
                               headers=list(each.headers), on_delivery=self._delivered)
        self._producer.poll(0)
        self._sent += 1

    def flush(self) -> None:
        """Returns when the broker has everything; fails if it refused anything."""
        unsent = self._producer.flush(60)
        assert unsent == 0 and not self._failures, self._failures[:3]

    def _delivered(self, error, message) -> None:
        if error is not None:
            self._failures.append(error)
        else:
            self.ends[message.partition()] = message.offset() + 1


class Feed:
    """A steady stream of input from a thread of its own; brokers may come and go."""

    TICK_S = 0.05

    def __init__(self, producer: InputProducer, inputs: Iterable[Input], per_second: int):
        self._producer = producer
        self._inputs = iter(inputs)
        self._per_tick = max(1, round(per_second * self.TICK_S))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def finish(self, seconds: float = 120) -> None:
        """Waits until every message is sent and acknowledged."""
        self._thread.join(seconds)
        assert not self._thread.is_alive(), "the feed still runs"
        self._producer.flush()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(10)

    @property
    def ends(self) -> dict[int, int]:
        """How many messages of each partition the brokers have acknowledged."""
        return self._producer.ends

    def _run(self) -> None:
        while tick := list(islice(self._inputs, self._per_tick)):
            for each in tick:
                self._producer.send(each)
            if self._stop.wait(self.TICK_S):
                return


class ConcurrentReader:
    """Reads the output topics read_committed while the fleet works."""

    def __init__(self, brokers: str, topics: Sequence[str]):
        self._brokers = brokers
        self._topics = topics
        self._seen: list[Message] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def wait_seen(self, wanted: Sequence[Message], seconds: float = 30) -> None:
        """Until it has seen as many as the final reading has."""
        eventually(lambda: len(self._seen) >= len(wanted), seconds,
                   f"the concurrent reader sees {len(wanted)} messages")

    def stop(self) -> list[Message]:
        self._stop.set()
        self._thread.join(30)
        return sorted(self._seen, key=lambda m: (m.topic, m.partition, m.offset))

    def _read(self) -> None:
        consumer = Consumer(quiet_client(self._brokers) | {
            "group.id": "concurrent-reader", "enable.auto.commit": False,
            "isolation.level": "read_committed", "auto.offset.reset": "earliest"})
        consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING)
                         for topic in self._topics for partition in range(PARTITIONS)])
        while not self._stop.is_set():
            self._seen += [convert(m) for m in consumer.consume(500, timeout=0.2)
                           if m.error() is None]
        consumer.close()
