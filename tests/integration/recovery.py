"""Watches how long a fleet commits nothing after a fault, while a test injects faults."""

import pathlib
import threading
import time
from typing import Callable, Iterable, Mapping, Optional

from confluent_kafka import Consumer, KafkaException, TopicPartition

from cluster import quiet_client
from newsmill_checker.recovery import (Fault, Offsets, Recovery, Sample, causes, longest_pause,
                                       recoveries, table)

POLL_INTERVAL_S = 0.1
# A coordinator that is frozen never answers: then a new client asks who it is.
ANSWER_TIMEOUT_S = 1.0

# Kinds of faults. The fleet's and the brokers' session time-outs are 3 s.
NODE_RESTARTED, NODE_KILLED, NODE_FROZEN = "broker restarted", "broker killed", "broker frozen"
WORKER_RESTARTED, WORKER_KILLED = "worker restarted", "worker killed"
WORKER_FROZEN, WORKERS_CHANGED = "worker frozen", "worker added or removed"
TARGETS_S = {NODE_RESTARTED: 3.0, WORKER_RESTARTED: 3.0, WORKERS_CHANGED: 3.0,
             NODE_KILLED: 6.0, WORKER_KILLED: 6.0}


class RecoveryWatch:
    """Samples the group's committed offsets from a thread of its own, until `stop`.

    `ends` returns how many messages of each input partition the brokers have
    acknowledged; it is called from that thread.
    """

    def __init__(self, brokers: str, group: str, topic: str, ends: Callable[[], Offsets]):
        self._brokers = brokers
        self._group = group
        self._topic = topic
        self._ends = ends
        self._client: Optional[Consumer] = None
        self._samples: list[Sample] = []
        self._faults: list[Fault] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def fault(self, kind: str, what: str) -> None:
        """To be called just before the fault."""
        self._faults.append(Fault(time.monotonic(), kind, what))

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(30)

    def found(self) -> list[Recovery]:
        return recoveries(self._faults, self._samples)

    def notes(self, run: str) -> dict[Fault, str]:
        """What each fault did, with the other faults while it lasted."""
        noted = {}
        for each in self.found():
            others = [fault for fault in self._faults if fault != each.fault]
            meanwhile = causes(each.fault.at, each.seconds, others)
            noted[each.fault] = (f"{each.fault.what} ({run})" +
                                 (f"; meanwhile {meanwhile}" if meanwhile else ""))
        return noted

    def pause(self) -> str:
        """The longest time without a commit of a partition with input waiting, and its faults."""
        pause = longest_pause(self._samples)
        if pause is None:
            return "no pause"
        return (f"longest pause: partition {pause.partition}, {pause.seconds:.1f} s; faults from "
                f"5 s before: {causes(pause.start - 5, pause.seconds + 5, self._faults) or 'none'}")

    def _run(self) -> None:
        ended = sampled = False
        while not (ended and sampled):  # the last sample shows the last commits
            ended = self._stop.wait(POLL_INTERVAL_S)
            sampled = self._sample()
        if self._client:
            self._client.close()

    def _sample(self) -> bool:
        ends = dict(self._ends())  # first: what is committed then was acknowledged
        committed = self._committed(ends) if ends else {}
        if ends and committed is not None:
            self._samples.append(Sample(time.monotonic(), committed, ends))
        return committed is not None

    def _committed(self, partitions: Iterable[int]) -> Optional[Offsets]:
        """None: nobody answers now. A consumer that joins nothing asks, since librdkafka's admin
        client crashes on an answer that asks it to try again."""
        if self._client is None:
            self._client = Consumer(quiet_client(self._brokers) | {
                "group.id": self._group, "enable.auto.commit": False,
                "isolation.level": "read_uncommitted"})  # or an open transaction delays answers
        try:
            answer = self._client.committed([TopicPartition(self._topic, p) for p in partitions],
                                            timeout=ANSWER_TIMEOUT_S)
        except KafkaException:
            self._client = None
            return None
        if any(p.error is not None for p in answer):
            return None
        return {p.partition: p.offset for p in answer if p.offset >= 0}


class RecoveryReport:
    """Of all watches of a test run; written again with each, for whoever looks meanwhile."""

    def __init__(self, file: pathlib.Path):
        self._file = file
        self._found: list[Recovery] = []
        self._notes: dict[Fault, str] = {}
        self._pauses: list[str] = []

    def add(self, watch: RecoveryWatch, run: str) -> None:
        self._found += watch.found()
        self._notes |= watch.notes(run)
        self._pauses.append(f"{run}: {watch.pause()}")
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(str(self))

    def __bool__(self) -> bool:
        return bool(self._found)

    def __str__(self) -> str:
        return table(self._found, TARGETS_S, self._notes) + "".join(
            f"{pause}\n" for pause in self._pauses)


def report_recovery(watch: RecoveryWatch, fleet, run: str, reports: Mapping[int, RecoveryReport]
                    ) -> None:
    """Ends the watch; its report stands beside the fleet's logs, and in that of the whole run."""
    watch.stop()
    for report in (RecoveryReport(fleet.directory / "recovery.txt"),
                   reports[len(fleet.cluster.nodes)]):
        report.add(watch, run)
