"""`newsmill replay`: a range of the input again, beside the live fleet, to its own end."""

import json
from collections import Counter

import pytest
from confluent_kafka import Producer, TopicPartition

import places
from articles import Newsroom
from cluster import quiet_client
from fleet import PARTITIONS, QUICK_GROUP
from newsmill_checker import check
from newsmill_checker.read import read_topic
from waiting import eventually
from worker import run_command

STORIES = 40


def replay(fleet, *options, seconds=60, **how):
    """To its end; returns its report."""
    file = fleet.directory / "report.json"
    worker = fleet.replay(*options, "--report", str(file), **how)
    assert worker.wait_exit(seconds) == 0, worker.last_words()
    # Readers see the last transaction a moment after it is committed.
    fleet.of_replay(how.get("name", "default")).wait_settled()
    report = json.loads(file.read_text())
    assert report["complete"]
    assert_balanced(report)
    return report


def assert_balanced(report) -> None:
    for books in (report, *report["partitions"]):
        assert books["offsets_this_worker"] == \
            books["messages"] + books["offsets_without_message"]
    for one in report["partitions"]:
        assert one["end_offset"] - one["first_offset"] == sum(
            one[f"offsets_{by}"] for by in ("before", "this_worker", "other_workers", "expired", "left"))
    assert report["items"] == sum(
        sum(report[kind].values()) for kind in ("articles", "duplicates", "dead_letters"))


def places_of(messages) -> set[tuple[int, int]]:
    """Which inputs they came from."""
    return {(p["partition"], p["offset"]) for p in (
        json.loads(message.value)["provenance"] for message in messages)}


def outcomes_of(fleet) -> list[tuple]:
    """All that can be compared between two replays: not where the log had it."""
    return [(topic_kind(m, fleet.names), m.partition, m.key, m.value) for m in fleet.outcomes()]


def topic_kind(message, names) -> int:
    return names.outputs.index(message.topic)


def refused(fleet, *options, code=2, **changes) -> str:
    ended = run_command(places.NEWSMILL, "replay", "--config", fleet.config(**changes), *options)
    assert ended.returncode == code, ended.stderr
    return ended.stderr


def topics_on(fleet) -> set[str]:
    """Less the broker's own, which appear when they are first of use."""
    return {t for t in fleet.admin.list_topics(timeout=10).topics if not t.startswith("__")}


def mixed(newsroom, count: int) -> list:
    """With copies, near copies, excerpts, and what cannot become a record."""
    return [*newsroom.stories(count, copies=0.3), newsroom.input_of(""), newsroom.input_of("?")]


# -- ranges ----------------------------------------------------------------------

@pytest.mark.integration
@pytest.mark.cost(4)
def test_a_replay_of_everything_accounts_for_everything_and_ends_by_itself(fleet):
    fleet.produce(mixed(Newsroom(70), 300))

    report = replay(fleet, "--from", "earliest")

    replayed = fleet.of_replay()
    assert replayed.violations() == []
    assert replayed.is_all_committed()
    assert replayed.members() == {}
    assert report["messages"] == 302 and report["offsets_before"] == 0
    assert Counter(report["articles"]) + Counter(report["duplicates"]) == replayed.relations()
    assert sum(report["dead_letters"].values()) == len(replayed.dead_letters()) > 0


@pytest.mark.integration
@pytest.mark.cost(6)
def test_a_range_is_given_by_offsets_times_or_a_duration(fleet):
    newsroom = Newsroom(71)
    for time_ms in (1_700_000_000_000, 1_700_000_060_000):
        produce_at(fleet, [(number % PARTITIONS, time_ms, each)
                           for number, each in enumerate(newsroom.stories(STORIES))])
    each, half = 2 * STORIES // PARTITIONS, STORIES // PARTITIONS
    ranges = {
        "by-offset": (["--from", "offset:3", "--to", "offset:7"], range(3, 7)),
        "to-a-time": (["--from", "earliest", "--to", "2023-11-14T22:14:20Z"], range(half)),
        "from-a-time": (["--from", "2023-11-14T22:13:20.001Z"], range(half, each)),
        "by-duration": (["--from", "36500d", "--to", "1h"], range(each)),
    }
    for name, (options, offsets) in ranges.items():
        replay(fleet, *options, name=name)
        replayed = fleet.of_replay(name)
        assert places_of(replayed.articles() + read_topic(
            fleet.cluster.brokers, replayed.names.duplicates)) == {
            (p, o) for p in range(PARTITIONS) for o in offsets}, name

    replay(fleet, "--from", "1:2,3:0", "--to", "1:4,3:1", name="some")
    assert places_of(fleet.of_replay("some").articles()) == {(1, 2), (1, 3), (3, 0)}


def produce_at(fleet, inputs) -> None:
    """Each with its partition and its timestamp."""
    producer = Producer(quiet_client(fleet.cluster.brokers) | {"acks": "all"})
    for partition, time_ms, each in inputs:
        producer.produce(fleet.names.raw, each.value, each.key, partition, timestamp=time_ms,
                         headers=list(each.headers))
    assert producer.flush(30) == 0


@pytest.mark.integration
@pytest.mark.cost(3)
def test_a_dry_run_counts_and_creates_nothing(fleet):
    fleet.produce(Newsroom(72).stories(STORIES))
    before = topics_on(fleet)

    ended = run_command(places.NEWSMILL, "replay", "--config", fleet.config(), "--from",
                        "offset:2", "--dry-run")

    assert ended.returncode == 0, ended.stderr
    rows = [line.split() for line in ended.stdout.splitlines()]
    assert ["0", "2", "10", "8"] in rows and ["all", "32"] in rows
    assert fleet.names.of_replay().articles in ended.stdout
    assert topics_on(fleet) == before


@pytest.mark.integration
@pytest.mark.cost(4)
def test_offsets_without_a_message_are_passed(fleet):
    newsroom = Newsroom(73)
    fleet.produce(newsroom.stories(STORIES))
    abort_behind(fleet, newsroom.stories(PARTITIONS))
    fleet.produce(newsroom.stories(2), partition=0)
    abort_behind(fleet, newsroom.stories(PARTITIONS))
    end = ",".join(f"{partition}:{offset}" for partition, offset in fleet.ends().items())
    for name in ("at-the-end", "before-more"):
        report = replay(fleet, "--from", "earliest", "--to", end, name=name)

        assert report["messages"] == STORIES + 2
        assert report["offsets_without_message"] == 4 * PARTITIONS  # a record and a marker each
        assert len(fleet.of_replay(name).outcomes()) == STORIES + 2
        fleet.produce(newsroom.stories(PARTITIONS))


def abort_behind(fleet, inputs) -> None:
    producer = Producer(quiet_client(fleet.cluster.brokers) | {
        "transactional.id": fleet.names.group, "acks": "all"})
    producer.init_transactions(30)
    producer.begin_transaction()
    for number, each in enumerate(inputs):
        producer.produce(fleet.names.raw, each.value, each.key, number % PARTITIONS)
    producer.flush(30)
    producer.abort_transaction(30)
    eventually(lambda: fleet.visible_end(fleet.names.raw) == fleet.ends(), 30,
               "the markers are written")


@pytest.mark.integration
@pytest.mark.cost(3)
def test_an_empty_range_is_done_at_once(fleet):
    assert replay(fleet, "--from", "earliest")["messages"] == 0


# -- beside others -----------------------------------------------------------------

@pytest.mark.integration
@pytest.mark.cost(9)
def test_beside_a_live_worker_neither_disturbs_the_other(fleet):
    newsroom = Newsroom(74)
    fleet.produce(newsroom.stories(400))
    live = fleet.worker("live", http__listen="127.0.0.1:0").wait_assigned()
    feed = fleet.feed(newsroom.stories(1500), per_second=300)
    eventually(lambda: sum(fleet.ends().values()) > 400, 30, "the feed flows")
    report = replay(fleet, "--from", "earliest")
    feed.finish()
    fleet.wait_all_committed()

    assert live.is_running and len(fleet.members()) == 1
    assert not any(e["event"] in ("revoked", "lost") for e in live.log_entries())
    assert fleet.violations() == []
    assert fleet.entries(4) == 1900  # its log has what it appended itself
    ends = {one["partition"]: one["end_offset"] for one in report["partitions"]}
    assert sum(ends.values()) < 1900  # what came later was not read
    replayed = fleet.of_replay()
    assert replayed.committed() == ends
    inputs = [m for m in read_topic(fleet.cluster.brokers, fleet.names.raw)
              if m.offset < ends[m.partition]]
    assert check(inputs, *(read_topic(fleet.cluster.brokers, topic)
                           for topic in replayed.names.outputs), committed=ends) == []


@pytest.mark.integration
@pytest.mark.cost(7)
def test_two_workers_share_a_replay_and_both_end(fleet):
    fleet.produce(Newsroom(75).stories(2000))
    arguments = ("--from", "earliest", "--rate", "500")
    workers = [fleet.replay(*arguments, "--report", str(fleet.directory / f"{each}.json"),
                            process=each) for each in ("one", "other")]
    replayed = fleet.of_replay()
    replayed.wait_members(2)

    assert [worker.wait_exit(60) for worker in workers] == [0, 0]
    replayed.wait_settled()

    reports = [json.loads((fleet.directory / f"{each}.json").read_text())
               for each in ("one", "other")]
    for report in reports:
        assert_balanced(report)
    assert sum(report["messages"] for report in reports) == 2000
    assert all(report["messages"] > 0 for report in reports)
    assert replayed.violations() == []


@pytest.mark.fault
@pytest.mark.cost(9)
def test_a_worker_that_dies_leaves_its_share_to_the_other(fleet):
    fleet.produce(Newsroom(83).stories(1000))
    doomed, other = (fleet.replay("--from", "earliest", "--rate", "200", process=process)
                     for process in ("doomed", "other"))
    replayed = fleet.of_replay()
    replayed.wait_members(2)
    replayed.wait_committed(100)
    doomed.kill9()

    assert other.wait_exit(60) == 0
    replayed.wait_settled()
    assert replayed.is_all_committed()
    assert replayed.violations() == []


@pytest.mark.integration
@pytest.mark.cost(10)
def test_a_slow_replay_stays_in_its_group(fleet):
    fleet.produce(Newsroom(84).stories(STORIES))

    report = replay(fleet, "--from", "earliest", "--rate", "5")

    longest = QUICK_GROUP["max.poll.interval.ms"] / 1000
    assert report["seconds"] > longest
    assert not any(e["event"] == "lost" for e in fleet.workers[-1].log_entries())
    assert report["messages"] == STORIES and report["abandoned_items"] == 0


# -- again and again -----------------------------------------------------------------

@pytest.mark.integration
@pytest.mark.cost(6)
def test_two_replays_of_a_range_give_the_same_bytes(fleet):
    fleet.produce(mixed(Newsroom(76), 1000))

    replay(fleet, "--from", "earliest", name="first")
    replay(fleet, "--from", "earliest", name="second", worker__threads=3)

    first = outcomes_of(fleet.of_replay("first"))
    assert len(first) == 1002
    assert outcomes_of(fleet.of_replay("second")) == first


def produce_copies(fleet) -> None:
    """Of each story the older one stands in another partition, and one of those is slow."""
    newsroom = Newsroom(81)
    slow, other = newsroom.text("SLOWLY"), newsroom.text()
    texts = [(0, slow), (1, slow.replace("SLOWLY ", "")), (1, other), (0, other)]
    produce_at(fleet, [(partition, 1_700_000_000_000 + 1000 * number, newsroom.input_of(text))
                       for number, (partition, text) in enumerate(texts)])


@pytest.mark.integration
@pytest.mark.cost(4)
def test_the_older_one_is_the_original_however_slow_it_is(fleet, faulty):
    produce_copies(fleet)

    replay(fleet, "--from", "earliest", faults={"SLOW_ON": "SLOWLY", "SLOW_MS": "1000"})

    assert places_of(fleet.of_replay().articles()) == {(0, 0), (1, 1)}


@pytest.mark.integration
@pytest.mark.cost(3)
def test_the_window_counts_in_the_time_of_the_input(fleet):
    text = Newsroom(82).text()
    day = 24 * 3600 * 1000
    produce_at(fleet, [(0, 1_700_000_000_000 + days * day, Newsroom(days).input_of(text))
                       for days in (0, 1, 5)])

    report = replay(fleet, "--from", "earliest", dedup__window="3d")

    assert (report["articles"], report["duplicates"]) == ({"original": 2}, {"exact": 1})


@pytest.mark.integration
@pytest.mark.cost(4)
def test_control_in_another_order_the_originals_are_others(fleet, faulty):
    produce_copies(fleet)

    replay(fleet, "--from", "earliest", name="swapped", faults={"SWAPPED": "1"})

    originals = places_of(fleet.of_replay("swapped").articles())
    assert (1, 0) in originals and (0, 0) not in originals
    assert fleet.of_replay("swapped").violations() == []  # nothing is lost with the order


@pytest.mark.fault
@pytest.mark.cost(9)
def test_killed_and_begun_again_it_ends_as_if_undisturbed(fleet):
    fleet.produce(mixed(Newsroom(77), 1500))
    replay(fleet, "--from", "earliest", name="undisturbed")

    killed = fleet.of_replay("killed")
    worker = fleet.replay("--from", "earliest", "--rate", "600", name="killed", process="first",
                          kafka__instance_id="only")
    for messages in (300, 700):
        killed.wait_committed(messages)
        worker.kill9()
        fleet.produce(Newsroom(78).stories(4))  # beyond the range that was fixed
        worker.start()
    killed.wait_committed(900)
    assert worker.sigterm() == 1  # not complete
    report = replay(fleet, "--from", "earliest", name="killed")

    assert report["offsets_before"] >= 900
    assert outcomes_of(killed) == outcomes_of(fleet.of_replay("undisturbed"))


@pytest.mark.integration
@pytest.mark.cost(6)
def test_what_expired_is_counted_and_is_a_failure(fleet):
    fleet.produce(Newsroom(85).stories(400))
    range_ = ("--from", "0:0,1:0,2:0", "--to", "0:1,1:100,2:100")
    worker = fleet.replay(*range_, "--rate", "20", process="first")
    fleet.of_replay().wait_committed(20)
    assert worker.sigterm() == 1
    # What is done, a part of what is not, all of it, and what is not in the range.
    for deleted in fleet.admin.delete_records([
            TopicPartition(fleet.names.raw, partition, before)
            for partition, before in enumerate((50, 90, 100, 100))]).values():
        deleted.result()

    file = fleet.directory / "report.json"
    again = fleet.replay(*range_, "--report", str(file), process="again")
    assert again.wait_exit(60) == 1, again.last_words()

    report = json.loads(file.read_text())
    assert_balanced(report)
    assert not report["complete"]
    assert report["offsets_left"] == report["offsets_other_workers"] == 0
    assert {one["partition"]: one["end_offset"] - one["offsets_before"] - one["offsets_expired"]
            for one in report["partitions"]} == {0: 0, 1: 10, 2: 0}
    assert {e["partition"] for e in again.log_entries() if e["level"] == "error"
            and e["event"] == "expired"} == {1, 2}

    # What was lost stays lost, however often the command is repeated.
    third = fleet.replay(*range_, "--report", str(file), process="third")
    assert third.wait_exit(60) == 1, third.last_words()
    later = json.loads(file.read_text())
    assert_balanced(later)
    assert later["offsets_expired"] == report["offsets_expired"] > 0
    assert not later["complete"] and later["offsets_left"] == 0


# -- what is refused -------------------------------------------------------------------

@pytest.mark.integration
@pytest.mark.cost(3)
def test_another_range_under_the_same_name_is_refused(fleet):
    fleet.produce(Newsroom(79).stories(STORIES))
    replay(fleet, "--from", "offset:2", name="may")
    before = fleet.of_replay("may").log()

    said = refused(fleet, "--from", "offset:3", "--name", "may")

    assert "offset:2" in said and "0:2-10" in said and "--name" in said
    assert fleet.of_replay("may").log() == before


@pytest.mark.integration
@pytest.mark.cost(3)
def test_what_is_live_or_impossible_is_refused(fleet):
    fleet.produce(Newsroom(80).stories(STORIES))
    fleet.worker().wait_assigned()
    before = topics_on(fleet)

    assert "live group" in refused(fleet, "--from", "1h", "--group", fleet.names.group)
    assert "topic of the live fleet" in refused(fleet, "--from", "1h", "--fingerprints",
                               fleet.names.fingerprints)
    assert "24h" in refused(fleet, "--from", "lately")
    assert "has no partition 7" in refused(fleet, "--from", "7:0", "--dry-run")
    assert "must be before" in refused(fleet, "--from", "offset:5", "--to", "offset:4",
                                       "--dry-run")
    assert topics_on(fleet) == before


@pytest.mark.integration
@pytest.mark.cost(3)
def test_unsafe_topics_are_not_created_unless_allowed(fleet):
    before = topics_on(fleet)

    said = refused(fleet, "--from", "1h", kafka__allow_unsafe_topics=False)

    assert "can lose data" in said
    assert topics_on(fleet) == before
