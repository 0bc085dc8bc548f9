"""The fingerprint log stays short over many windows. The time is that of the input."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Iterator

import pytest

from articles import Input, Newsroom
from cluster import Cluster
from dispatches import PLACE
from fleet import Fleet, create_topics
from log_marks import marks_in
from log_shell import first_offset
from waiting import eventually

pytestmark = [pytest.mark.integration, pytest.mark.cost(25)]

SEGMENT_BYTES = 1 << 20  # the smallest that Kafka 4 accepts
WINDOW = 3000  # texts, one each second
WINDOWS = 11
ITEMS = 20  # of a message
SAMPLES = 3  # of each window
# All texts between two samples may count as the latest of them: partitions are not in step.
MOST_TEXTS = WINDOW + WINDOW // SAMPLES
MARK_GROWTH = 20  # a mark is due when the log has grown by so many times the size of the last one


def inputs() -> Iterator[Input]:
    """Without end: feeds of new texts."""
    newsroom, time = Newsroom(90), datetime(2026, 5, 4, tzinfo=timezone.utc)
    while True:
        feed = newsroom.feed_of([newsroom.text(size=300) for _ in range(ITEMS)])
        yield replace(feed, headers=(*feed.headers, ("fetched-at", time.isoformat().encode())))
        time += timedelta(seconds=ITEMS)


@dataclass
class Growth:
    """What a log of WINDOWS windows looked like on its way."""

    kept: list[int] = field(default_factory=list)  # entries, of each sample
    end: int = 0
    mark_bytes: int = 0  # of the largest mark
    entry_bytes: float = 0  # mean

    def sample(self, fleet: Fleet) -> None:
        log = fleet.log()
        self.end = log[-1].offset + 1
        self.kept.append(self.end - first_offset(fleet))
        self.mark_bytes = max([self.mark_bytes, *(mark.bytes for mark in marks_in(log))])
        self.entry_bytes = sum(len(each.value) for each in log) / len(log)

    @property
    def bound(self) -> float:
        """The most entries: the texts of the window, with a tenth for claims, commits and marks;
        the three marks that are kept; and one that is due. A mark waits for the next place, and
        for the one after it if another worker has written the entry before."""
        spacing = MARK_GROWTH * self.mark_bytes / self.entry_bytes + 2 * PLACE
        return 1.1 * MOST_TEXTS + 4 * spacing


def grow(fleet: Fleet, until=lambda _: False, **config) -> Growth:
    growth, news = Growth(), inputs()
    worker = fleet.worker("w1", faults={"PLACE_SPACING": str(PLACE), "INPUT_CLOCK": "1"},
                          dedup__window=f"{WINDOW}s", **config)
    for _ in range(WINDOWS * SAMPLES):
        fleet.produce(next(news) for _ in range(WINDOW // ITEMS // SAMPLES))
        fleet.wait_all_committed(120)
        growth.sample(fleet)
        if until(growth):
            break
    assert worker.sigterm() == 0
    print(f"\n{growth.end} entries of {growth.entry_bytes:.0f} bytes, kept at most "
          f"{max(growth.kept)}, bound {growth.bound:.0f}, largest mark {growth.mark_bytes} bytes")
    return growth


@pytest.fixture
def quick_cluster(request, run_directory):
    """Deletes segments soon after a trim."""
    directory = run_directory / "bound"
    directory.mkdir()
    cluster = Cluster(directory, properties={"log.retention.check.interval.ms": "200",
                                             "log.initial.task.delay.ms": "200"})
    yield cluster
    cluster.close(keep_logs=bool(request.session.testsfailed))


def test_a_log_of_ten_windows_keeps_the_entries_of_little_more_than_one(
        quick_cluster, names, run_directory, faulty):
    directory = run_directory / names.group
    directory.mkdir()
    fleet = Fleet(quick_cluster, names, directory)
    create_topics(quick_cluster, names)
    fleet.set_on(names.fingerprints, segment_bytes=str(SEGMENT_BYTES), file_delete_delay_ms="0")
    segments = quick_cluster.nodes[0].log_dir / f"{names.fingerprints}-0"
    try:
        growth = grow(fleet)

        assert growth.end > 10 * WINDOW
        assert max(growth.kept) < growth.bound
        most_bytes = growth.bound * growth.entry_bytes * 1.1 + SEGMENT_BYTES
        assert most_bytes < growth.end * growth.entry_bytes  # a bound that says something
        eventually(lambda: sum(file.stat().st_size for file in segments.glob("*.log")) < most_bytes,
                   30, "the segments are deleted")
        late = fleet.worker("late", faults={"PLACE_SPACING": str(PLACE), "INPUT_CLOCK": "1"},
                            dedup__window=f"{WINDOW}s").wait_log("caught_up")
        assert WINDOW <= late["texts"] <= MOST_TEXTS  # the window moves with the input
        assert fleet.violations() == []
    finally:
        fleet.close()


def test_control_without_trims_the_log_exceeds_the_bound(fleet, faulty):
    growth = grow(fleet, until=lambda growth: max(growth.kept) > growth.bound, dedup__trim=False)

    assert growth.kept[-1] == growth.end > growth.bound
