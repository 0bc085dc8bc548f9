"""Which broker leads a partition, coordinates a group or a transaction, or controls the cluster;
and how a partition's leader is moved."""

import json
import random
import socket
import struct
from itertools import cycle
from typing import Iterable, Optional, Sequence

from confluent_kafka import Consumer, ElectionType, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient

from cluster import Cluster, Node, quiet_client
from waiting import eventually

GROUPS, TRANSACTIONS = "__consumer_offsets", "__transaction_state"
CALL_TIMEOUT_S = 10.0
METADATA_TIMEOUT_S = 2.0  # a frozen node may be asked: then ask another one soon


def create_internal_topics(cluster: Cluster) -> None:
    """Brokers create them when the first client asks for a coordinator."""
    client = quiet_client(cluster.brokers)
    consumer = Consumer(client | {"group.id": "first-of-all"})
    eventually(lambda: consumer.committed([TopicPartition(GROUPS, 0)], timeout=CALL_TIMEOUT_S), 60,
               f"{GROUPS} answers")
    consumer.close()
    Producer(client | {"transactional.id": "first-of-all"}).init_transactions(60)
    wait_in_sync(cluster)


def partitions_of(admin: AdminClient, topic: str) -> list[int]:
    return sorted(_topic(admin, topic).partitions)


def leader_of(admin: AdminClient, topic: str, partition: int = 0) -> Optional[int]:
    """The leader's node id; None while the partition has none."""
    leader = _partition(admin, topic, partition).leader
    return leader if leader >= 0 else None


def wait_leader(admin: AdminClient, topic: str, partition: int = 0, seconds: float = 30) -> int:
    return eventually(lambda: leader_of(admin, topic, partition), seconds,
                      f"{topic}/{partition} has a leader")


def wait_no_leader(cluster: Cluster, topic: str, partition: int = 0,
                   seconds: float = 30) -> None:
    """Asks the nodes in turn, each by a client of its own: one client may keep asking the node
    that is frozen."""
    nodes = cycle(cluster.nodes)
    eventually(lambda: leader_of(AdminClient(quiet_client(next(nodes).address)), topic,
                                 partition) is None, seconds, f"{topic}/{partition} has no leader")


def group_coordinator(admin: AdminClient, group: str) -> int:
    return _coordinator(admin, GROUPS, group)


def transaction_coordinator(admin: AdminClient, transactional_id: str) -> int:
    return _coordinator(admin, TRANSACTIONS, transactional_id)


def controller(cluster: Cluster) -> int:
    """The node that leads the metadata quorum. A broker's answer names any broker as the
    controller, so this reads what each running node has stored of the last election."""
    def leader() -> Optional[int]:
        states = [_quorum_state(node) for node in cluster.nodes if node.process is not None]
        newest = max(states, key=lambda state: state["leaderEpoch"])
        return newest["leaderId"] if newest["leaderId"] >= 0 else None
    return eventually(leader, 30, "the metadata quorum has a leader")


def wait_in_sync(cluster: Cluster, seconds: float = 90) -> None:
    """Until each partition has a leader and all its replicas are in sync, as every node says: one
    that was frozen does not know at first what the others decided meanwhile."""
    eventually(lambda: all(_sees_all_in_sync(node) for node in cluster.nodes), seconds,
               "every replica is in sync")


def _sees_all_in_sync(node: Node) -> bool:
    # A new client asks the node that it is given first.
    admin = AdminClient(quiet_client(node.address))
    return all(partition.leader >= 0 and set(partition.isrs) == set(partition.replicas)
               for topic in admin.list_topics(timeout=METADATA_TIMEOUT_S).topics.values()
               for partition in topic.partitions.values())


def move_leader(cluster: Cluster, topic: str, partition: int = 0) -> tuple[int, int]:
    """Elects another replica; no broker goes away. Returns the old leader and the new one."""
    admin = cluster.admin()
    old = wait_leader(admin, topic, partition)
    replicas = _partition(admin, topic, partition).replicas
    new = next(replica for replica in replicas if replica != old)
    _prefer(cluster, topic, partition, [new, *(each for each in replicas if each != new)])
    eventually(lambda: _elected(admin, topic, partition, new), 30,
               f"node {new} leads {topic}/{partition}")
    return old, new


def _elected(admin: AdminClient, topic: str, partition: int, wanted: int) -> bool:
    """Asks for the preferred leader's election; it may already have taken place."""
    if leader_of(admin, topic, partition) != wanted:
        admin.elect_leaders(ElectionType.PREFERRED, [TopicPartition(topic, partition)]).result()
    return leader_of(admin, topic, partition) == wanted


def _topic(admin: AdminClient, topic: str):
    found = admin.list_topics(topic, timeout=METADATA_TIMEOUT_S).topics[topic]
    if found.error is not None:
        raise KafkaException(found.error)
    return found


def _partition(admin: AdminClient, topic: str, partition: int):
    return _topic(admin, topic).partitions[partition]


def _coordinator(admin: AdminClient, topic: str, name: str) -> int:
    """The leader of the partition that the group or the transactional id belongs to."""
    def leader() -> Optional[int]:
        count = len(_topic(admin, topic).partitions)
        return leader_of(admin, topic, (_java_hash(name) & 0x7FFFFFFF) % count)
    return eventually(leader, 30, f"{name} has a coordinator")


def _java_hash(text: str) -> int:
    """String.hashCode, as 32 unsigned bits."""
    value = 0
    for unit in struct.iter_unpack(">H", text.encode("utf-16-be")):
        value = (31 * value + unit[0]) & 0xFFFFFFFF
    return value


def _quorum_state(node: Node) -> dict:
    try:
        return json.loads((node.log_dir / "__cluster_metadata-0" / "quorum-state").read_text())
    except (OSError, ValueError):  # not yet written
        return {"leaderId": -1, "leaderEpoch": -1}


# -- the order of replicas, which no call of the client library sets ------------

ALTER_PARTITION_REASSIGNMENTS = 45


def _prefer(cluster: Cluster, topic: str, partition: int, replicas: Sequence[int]) -> None:
    """Writes an AlterPartitionReassignments request, version 0, by hand.

    https://kafka.apache.org/protocol#The_Messages_AlterPartitionReassignments
    """
    no_tags = b"\0"
    one_partition = (struct.pack(">i", partition) + _array(struct.pack(">i", each)
                                                            for each in replicas) + no_tags)
    body = (struct.pack(">i", int(CALL_TIMEOUT_S * 1000)) +
            _array([_string(topic) + _array([one_partition]) + no_tags]) + no_tags)
    correlation = random.getrandbits(31)
    header = struct.pack(">hhih", ALTER_PARTITION_REASSIGNMENTS, 0, correlation, -1) + no_tags
    node = next(each for each in cluster.nodes if each.process is not None)
    with socket.create_connection(("127.0.0.1", node.port), CALL_TIMEOUT_S) as connection:
        connection.sendall(struct.pack(">i", len(header + body)) + header + body)
        (size,) = struct.unpack(">i", _read(connection, 4))
        answer = _read(connection, size)
    answered, code = struct.unpack_from(">i1x4xh", answer)
    assert answered == correlation, "an answer to another request"
    # Each partition's own error follows; leader_of shows whether it took place.
    assert code == 0, f"the replicas of {topic}/{partition} were not changed: error {code}"


def _array(elements: Iterable[bytes]) -> bytes:
    """A compact array of fewer than 127 elements."""
    listed = list(elements)
    return bytes([len(listed) + 1]) + b"".join(listed)


def _string(text: str) -> bytes:
    """A compact string of fewer than 127 bytes."""
    encoded = text.encode()
    assert len(encoded) < 127
    return bytes([len(encoded) + 1]) + encoded


def _read(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = connection.recv(size - len(data))
        if not piece:
            raise ConnectionError("the broker closed the connection")
        data += piece
    return data
