"""A real Kafka: KRaft nodes as child processes, which tests may stop, kill and freeze."""

import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import uuid
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Iterator, Mapping, Optional

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

import places
from places import DIES_WITH_US
from waiting import eventually

START_TIMEOUT_S = 120.0
STOP_TIMEOUT_S = 90.0  # a node hands its partitions over first
JVM = ("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")

LOGGING = """
appender.file.type = File
appender.file.name = file
appender.file.fileName = ${sys:node.log}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d %p %m (%c)%n%throwable
rootLogger.level = INFO
rootLogger.appenderRef.file.ref = file
"""


@dataclass
class Node:
    id: int
    directory: pathlib.Path
    port: int
    controller_port: int
    process: Optional[subprocess.Popen] = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def properties(self) -> pathlib.Path:
        return self.directory / "node.properties"

    @property
    def log_dir(self) -> pathlib.Path:
        return self.directory / "data"


class Cluster:
    """Nodes count from 1. With one node everything has one replica, with more all have three.

    `properties` are added to every node's, or replace some. `listeners` are more listeners of
    the only node: the port by the security protocol.
    """

    def __init__(self, directory: pathlib.Path, n: int = 1,
                 properties: Optional[Mapping[str, str]] = None,
                 listeners: Optional[Mapping[str, int]] = None):
        self.directory = directory
        self.properties = dict(properties or {})
        self.listeners = dict(listeners or {})
        ports = free_ports(2 * n)
        self.nodes = [Node(i + 1, directory / f"node-{i + 1}", ports[2 * i], ports[2 * i + 1])
                      for i in range(n)]
        self._format()
        for node in self.nodes:
            self._spawn(node)
        self._wait_until_ready()

    @property
    def brokers(self) -> str:
        return ",".join(node.address for node in self.nodes)

    def admin(self) -> AdminClient:
        return AdminClient(quiet_client(self.brokers))

    def node(self, id_: int) -> Node:
        return self.nodes[id_ - 1]

    def start(self, id_: int) -> None:
        """Returns when every running node is known and answers."""
        node = self.node(id_)
        node.properties.write_text(self._properties(node))  # they may have changed
        self._spawn(node)
        self._wait_until_ready()

    def stop(self, id_: int, hard: bool = False) -> None:
        process = self.node(id_).process
        process.send_signal(signal.SIGKILL if hard else signal.SIGTERM)
        process.wait(STOP_TIMEOUT_S)
        self.node(id_).process = None

    @contextmanager
    def down(self, id_: int, hard: bool = True) -> Iterator[None]:
        """Away for as long as the block lasts, back and answering after it."""
        self.stop(id_, hard)
        try:
            yield
        finally:
            self.start(id_)

    def pause(self, id_: int) -> None:
        """The node answers nobody after this."""
        process = self.node(id_).process
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)

    def resume(self, id_: int) -> None:
        self.node(id_).process.send_signal(signal.SIGCONT)

    def revive(self, id_: int) -> None:
        """Whatever was done to it: it runs and answers after this."""
        if self.node(id_).process is None:
            self.start(id_)
        else:
            self.resume(id_)

    def close(self, keep_logs: bool) -> None:
        for node in self.nodes:
            if node.process is not None:
                node.process.kill()
                node.process.wait(STOP_TIMEOUT_S)
            if not keep_logs:
                shutil.rmtree(node.directory, ignore_errors=True)

    def _format(self) -> None:
        (self.directory / "log4j2.properties").write_text(LOGGING)
        cluster_id = urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        formats = []
        for node in self.nodes:
            node.directory.mkdir(parents=True)
            node.properties.write_text(self._properties(node))
            formats.append(self._java(node, "format", "kafka.tools.StorageTool", "format",
                                      f"--cluster-id={cluster_id}", "-c", str(node.properties)))
        for node, process in zip(self.nodes, formats):
            if process.wait(START_TIMEOUT_S) != 0:
                raise RuntimeError(f"format failed, see {node.directory}")

    def _spawn(self, node: Node) -> None:
        node.process = self._java(node, "server", "kafka.Kafka", str(node.properties))

    def _java(self, node: Node, log: str, *arguments: str) -> subprocess.Popen:
        if not places.KAFKA_LIB.is_dir():
            raise RuntimeError(f"no Kafka in {places.KAFKA_LIB}: run script/setup, "
                               "or set NEWSMILL_KAFKA_LIB")
        command = [*DIES_WITH_US, "java", *JVM, f"-Dnode.log={node.directory / (log + '.log')}",
                   f"-Dlog4j2.configurationFile={self.directory / 'log4j2.properties'}",
                   "-cp", f"{places.KAFKA_LIB}/*", *arguments]
        with open(node.directory / f"{log}.out", "ab") as output:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output,
                                    stderr=subprocess.STDOUT, cwd=node.directory,
                                    start_new_session=True, env=os.environ | {"LC_ALL": "C"})

    def _wait_until_ready(self) -> None:
        running = {node.id for node in self.nodes if node.process is not None}

        def answers() -> bool:
            for node in self.nodes:
                if node.process is not None and node.process.poll() is not None:
                    raise RuntimeError(f"node {node.id} ended, see {node.directory}")
            # Each node itself: the others know a node that was killed for a while.
            return all(knows_all(self.node(id_)) for id_ in running)

        def knows_all(node: Node) -> bool:
            try:
                metadata = AdminClient(quiet_client(node.address)).list_topics(timeout=2)
            except KafkaException:
                return False
            return running <= set(metadata.brokers) and not any(
                partition.leader < 0 for topic in metadata.topics.values()
                for partition in topic.partitions.values())

        eventually(answers, START_TIMEOUT_S, f"nodes {sorted(running)} answer")

    def _properties(self, node: Node) -> str:
        replicas = 1 if len(self.nodes) == 1 else 3
        in_sync = min(replicas, 2)
        voters = ",".join(f"{n.id}@127.0.0.1:{n.controller_port}" for n in self.nodes)
        brokers = ",".join([f"PLAINTEXT://{node.address}",
                            *(f"{protocol}://127.0.0.1:{port}"
                              for protocol, port in self.listeners.items())])
        protocols = ",".join(f"{name}:{name}" for name in ("PLAINTEXT", *self.listeners))
        more = "\n".join(f"{name}={value}" for name, value in self.properties.items())
        return f"""
process.roles=broker,controller
node.id={node.id}
controller.quorum.voters={voters}
listeners={brokers},CONTROLLER://127.0.0.1:{node.controller_port}
advertised.listeners={brokers}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,{protocols}
log.dirs={node.log_dir}
auto.create.topics.enable=false
default.replication.factor={replicas}
min.insync.replicas={in_sync}
unclean.leader.election.enable=false
offsets.topic.replication.factor={replicas}
offsets.topic.num.partitions=4
transaction.state.log.replication.factor={replicas}
transaction.state.log.min.isr={in_sync}
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor={replicas}
share.coordinator.state.topic.min.isr={in_sync}
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
{more}
"""


def quiet_client(brokers: str) -> dict:
    """Client settings for a broker that may be away: no noise, and quick to come back."""
    return {"bootstrap.servers": brokers, "log_level": 2, "reconnect.backoff.max.ms": 500}


def free_ports(count: int) -> list[int]:
    """Below 32768: above it, an outgoing connection can take a stopped broker's port."""
    found: list[int] = []
    for port in random.sample(range(20000, 32000), 1000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            return found
    raise RuntimeError("no free ports")
