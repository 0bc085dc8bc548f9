"""Reads whole topics as a read_committed consumer would, to the last stable offset."""

import time
from dataclasses import dataclass
from typing import Callable, Iterable, Optional, TypeVar

from confluent_kafka import (OFFSET_BEGINNING, Consumer, IsolationLevel, KafkaError,
                             KafkaException, TopicPartition)
from confluent_kafka.admin import AdminClient, OffsetSpec

from newsmill_checker.message import Message
from newsmill_checker.waiting import attempts

READ_TIMEOUT_S = 60.0
CALL_TIMEOUT_S = 10.0
MOVING = (KafkaError.NOT_COORDINATOR, KafkaError.COORDINATOR_NOT_AVAILABLE,
          KafkaError.COORDINATOR_LOAD_IN_PROGRESS, KafkaError.NOT_LEADER_FOR_PARTITION,
          KafkaError.LEADER_NOT_AVAILABLE, KafkaError.UNKNOWN_LEADER_EPOCH,
          KafkaError.FENCED_LEADER_EPOCH)

T = TypeVar("T")


class NotAtRest(Exception):
    """The fleet still works, or a transaction is still open: no verdict is possible."""


@dataclass(frozen=True)
class TopicNames:
    raw: str
    articles: str
    duplicates: str
    dead_letters: str


@dataclass(frozen=True)
class Topics:
    """What `check` wants, field by field."""

    inputs: list[Message]
    articles: list[Message]
    duplicates: list[Message]
    dead_letters: list[Message]
    committed: Optional[dict[int, int]]


def read_topics(brokers: str, names: TopicNames, group: Optional[str] = None,
                settle_s: float = 30.0) -> Topics:
    """Raises NotAtRest if a transaction stays open for `settle_s`, or if offsets move meanwhile."""
    outputs = (names.articles, names.duplicates, names.dead_letters)
    wait_until_settled(brokers, outputs, settle_s)
    before = None if group is None else committed_offsets(brokers, group, names.raw)
    read = [read_topic(brokers, name) for name in (names.raw, *outputs)]
    if group is not None and committed_offsets(brokers, group, names.raw) != before:
        raise NotAtRest(f"group {group} committed while its topics were read")
    return Topics(*read, committed=before)


def read_topic(brokers: str, topic: str, isolation: str = "read_committed") -> list[Message]:
    """Every visible message, partition by partition, each in offset order."""
    consumer = Consumer(_client(brokers) | {
        "group.id": "newsmill-checker",  # never joined, never committed to
        "enable.auto.commit": False,
        "isolation.level": isolation,
        "enable.partition.eof": True,
        "auto.offset.reset": "error",
        "fetch.wait.max.ms": 20,  # the end of an empty partition is told only after it
    })
    try:
        open_partitions = set(partitions_of(consumer, topic))
        consumer.assign([TopicPartition(topic, p, OFFSET_BEGINNING) for p in open_partitions])
        messages, deadline = [], time.monotonic() + READ_TIMEOUT_S
        while open_partitions:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{topic}: no end of partitions {sorted(open_partitions)}")
            for message in consumer.consume(1000, timeout=0.05):
                error = message.error()
                if error is None:
                    messages.append(convert(message))
                elif error.code() == KafkaError._PARTITION_EOF:
                    open_partitions.discard(message.partition())
                elif error.fatal():  # anything else the client gets over by itself
                    raise KafkaException(error)
        return sorted(messages, key=lambda m: (m.partition, m.offset))
    finally:
        consumer.close()


def convert(message) -> Message:
    """From confluent_kafka's message."""
    return Message(message.topic(), message.partition(), message.offset(), message.key(),
                   message.value(), tuple(message.headers() or ()))


def partitions_of(client, topic: str) -> list[int]:
    found = client.list_topics(topic, timeout=CALL_TIMEOUT_S).topics[topic]
    if found.error is not None:
        raise KafkaException(found.error)
    return sorted(found.partitions)


def end_offsets(admin: AdminClient, topic: str, isolation=IsolationLevel.READ_UNCOMMITTED
                ) -> dict[int, int]:
    """The high watermark of each partition, or the last stable offset for READ_COMMITTED."""
    return _offsets(admin, topic, OffsetSpec.latest(), isolation)


def first_offsets(admin: AdminClient, topic: str) -> dict[int, int]:
    """The first offset that each partition still retains."""
    return _offsets(admin, topic, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED)


def _offsets(admin: AdminClient, topic: str, which: OffsetSpec, isolation) -> dict[int, int]:
    def answers() -> dict[int, int]:
        # Also tells the client who leads the partitions now.
        asked = {TopicPartition(topic, p): which for p in partitions_of(admin, topic)}
        futures = admin.list_offsets(asked, isolation_level=isolation,
                                     request_timeout=CALL_TIMEOUT_S)
        return {p.partition: future.result().offset for p, future in futures.items()}

    return _ask(answers)


def committed_offsets(brokers: str, group: str, topic: str) -> dict[int, int]:
    """The group's committed offsets; a partition without one is absent."""
    consumer = Consumer(_client(brokers) | {"group.id": group, "enable.auto.commit": False})
    try:
        asked = [TopicPartition(topic, p) for p in partitions_of(consumer, topic)]
        answered = _ask(lambda: consumer.committed(asked, timeout=CALL_TIMEOUT_S))
        return {p.partition: p.offset for p in answered if p.offset >= 0}
    finally:
        consumer.close()


def _ask(question: Callable[[], T]) -> T:
    """A leader or coordinator that moves is asked again; that says nothing about the fleet."""
    for last in attempts(CALL_TIMEOUT_S):
        try:
            return question()
        except KafkaException as error:
            if last or error.args[0].code() not in MOVING:
                raise
    raise AssertionError("unreachable")


def open_transactions(admin: AdminClient, topics: Iterable[str]) -> list[str]:
    """Topics where something is written that no read_committed reader may see yet."""
    return [topic for topic in topics if _has_open_transaction(admin, topic)]


def _has_open_transaction(admin: AdminClient, topic: str) -> bool:
    ends = end_offsets(admin, topic)  # asked first: what is visible only grows
    visible = end_offsets(admin, topic, IsolationLevel.READ_COMMITTED)
    return any(visible[partition] < end for partition, end in ends.items())


def wait_until_settled(brokers: str, topics: Iterable[str], seconds: float) -> None:
    """Raises NotAtRest if one of them has an open transaction for so long."""
    admin = AdminClient(_client(brokers))
    still_open: list[str] = []
    for _ in attempts(seconds):
        still_open = open_transactions(admin, topics)
        if not still_open:
            return
    raise NotAtRest(f"open transactions after {seconds} s on {', '.join(still_open)}")


def _client(brokers: str) -> dict:
    return {"bootstrap.servers": brokers, "log_level": 3, "reconnect.backoff.max.ms": 500}
