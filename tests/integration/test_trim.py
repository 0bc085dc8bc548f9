"""The fingerprint log is read from any place, and trimmed, on a real broker."""

import pytest

from articles import Newsroom
from cluster import Cluster
from fleet import Fleet, create_topics
from log_shell import LogError, LogShell, Trimmed, first_offset
from waiting import eventually

pytestmark = [pytest.mark.integration, pytest.mark.cost(4)]

SEGMENT_BYTES = 1 << 20  # the smallest that Kafka 4 accepts
ENTRY_BYTES = 50_000


def shell_on(fleet) -> LogShell:
    return LogShell(fleet.cluster.brokers, fleet.names.fingerprints, fleet.directory)


def test_the_log_is_read_from_any_place(fleet):
    with shell_on(fleet) as log:
        assert (log.first, log.end) == (0, 0)
        log.append(3000)
        assert log.read(3000) == (0, 2999)

        for place, count in [(2999, 1), (0, 3000), (1500, 10), (1400, 1600), (2900, 50), (1, 1)]:
            log.read_from(place)
            assert log.read(count) == (place, place + count - 1)

        log.read_from(3000)
        log.append(1)
        assert log.read(1) == (3000, 3000)
        log.read_from(3002)
        with pytest.raises(LogError, match="first entries of the fingerprint log are missing"):
            log.read(1)


def test_a_reader_below_the_first_entry_is_told_where_the_log_begins(fleet):
    with shell_on(fleet) as late, shell_on(fleet) as log:
        log.append(100)
        log.read(100)
        assert late.read(10) == (0, 9)

        log.trim(60)
        eventually(lambda: first_offset(fleet) == 60, 30, "the log is trimmed")
        late.read_from(10)
        with pytest.raises(Trimmed) as told:
            late.read(1)

        assert told.value.first == 60
        late.read_from(told.value.first)
        assert late.read(40) == (60, 99)
        with shell_on(fleet) as opened:
            assert (opened.first, opened.end) == (60, 100)
            assert opened.read(40) == (60, 99)


def test_trims_follow_each_other_and_change_no_offset(fleet):
    with shell_on(fleet) as log:
        log.append(100)
        log.read(100)

        for before in (10, 20, 5, 30):  # the last one waits for an answer
            log.trim(before)

        eventually(lambda: log.poll() or first_offset(fleet) == 30, 30, "the log is trimmed")
        log.append(1)
        assert log.read(1) == (100, 100)


def test_a_trim_that_fails_is_repeated_by_the_next(fleet):
    with shell_on(fleet) as log:
        log.append(10)
        log.read(10)

        log.trim(11)
        assert "cannot delete the entries below offset 11 (OFFSET_OUT_OF_RANGE" in log.warning()
        assert first_offset(fleet) == 0

        log.trim(8)
        eventually(lambda: log.poll() or first_offset(fleet) == 8, 30, "the log is trimmed")


@pytest.mark.cost(15)
def test_a_trim_frees_whole_segments(run_directory, names):
    directory = run_directory / "trimmed"
    directory.mkdir()
    cluster = Cluster(directory, properties={"log.retention.check.interval.ms": "200",
                                             "log.initial.task.delay.ms": "200"})
    fleet = Fleet(cluster, names, directory)
    try:
        create_topics(cluster, names)
        fleet.set_on(names.fingerprints, segment_bytes=str(SEGMENT_BYTES),
                     file_delete_delay_ms="0")
        segments = cluster.nodes[0].log_dir / f"{names.fingerprints}-0"

        def size() -> int:
            return sum(file.stat().st_size for file in segments.glob("*.log"))

        with shell_on(fleet) as log:
            log.append(200, ENTRY_BYTES)
            log.read(200)
            assert size() > 200 * ENTRY_BYTES

            log.trim(150)

            # All but the entries that are left, and at most one segment below them.
            left = 50 * ENTRY_BYTES * 1.01
            eventually(lambda: size() < left + SEGMENT_BYTES, 30, "the segments are deleted")
            assert size() > left
            log.read_from(150)
            assert log.read(50) == (150, 199)
    finally:
        fleet.close()
        cluster.close(keep_logs=False)


@pytest.mark.cost(6)
def test_a_worker_does_not_start_with_a_trimmed_log(fleet):
    newsroom = Newsroom(70)
    fleet.produce(newsroom.stories(20))
    fleet.worker("first")
    fleet.wait_all_committed()
    assert fleet.workers[0].sigterm() == 0
    before = fleet.outcomes()
    with shell_on(fleet) as log:
        log.trim(5)
        eventually(lambda: first_offset(fleet) == 5, 30, "the log is trimmed")

    worker = fleet.worker("second")

    assert worker.wait_exit(30) == 2
    assert "the first entries of the fingerprint log are missing" in worker.last_words()
    assert fleet.outcomes() == before
