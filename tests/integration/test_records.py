"""What goes in comes out as the contract says, through a real broker."""

import pytest
from confluent_kafka import Producer

import places
import segment
from articles import Input, Newsroom
from cluster import quiet_client
from fleet import PARTITIONS
from newsmill_checker import Message
from waiting import eventually

pytestmark = [pytest.mark.integration, pytest.mark.cost(3)]


def dead_letter_of(letters: list[Message], key: bytes) -> Message:
    (letter,) = [each for each in letters if each.key == key]
    return letter


def test_stories_come_out_once_each(fleet):
    stories = Newsroom(2).stories(400)
    fleet.produce(stories)
    fleet.worker()
    fleet.wait_all_committed()

    assert fleet.violations() == []
    assert len(fleet.articles()) + len(fleet.duplicates()) == len(stories)
    assert fleet.duplicates()
    assert fleet.dead_letters() == []


def test_a_second_worker_on_finished_input_publishes_nothing(fleet):
    fleet.produce(Newsroom(3).stories(50))
    fleet.worker("first")
    fleet.wait_all_committed()
    fleet.workers[0].sigterm()
    before = fleet.articles()

    second = fleet.worker("second").wait_assigned()
    fleet.wait_members(1)

    assert second.sigterm() == 0
    assert fleet.articles() == before


def test_input_of_an_aborted_transaction_is_not_read(fleet):
    dropped, kept = Newsroom(24).stories(2, copies=0)
    producer = Producer(quiet_client(fleet.cluster.brokers) | {
        "transactional.id": fleet.names.group})
    producer.init_transactions(30)
    for story, end in ((dropped, producer.abort_transaction), (kept, producer.commit_transaction)):
        producer.begin_transaction()
        producer.produce(fleet.names.raw, story.value, story.key, 0, headers=list(story.headers))
        producer.flush(10)
        end(10)
    worker = fleet.worker()
    # In order, so what stands before it would be there too.
    eventually(fleet.articles, 30, "the committed story is published")

    assert worker.sigterm() == 0
    assert len(fleet.articles()) == 1
    assert fleet.violations() == []


def test_a_new_group_may_begin_at_the_end(fleet):
    newsroom = Newsroom(28)
    fleet.produce(newsroom.stories(10, copies=0))
    fleet.worker(kafka__start="latest").wait_assigned()
    fleet.produce(newsroom.stories(5, copies=0))
    fleet.wait_all_committed()

    assert len(fleet.articles()) == 5


def test_records_are_stored_compressed(fleet):
    fleet.produce(Newsroom(4).stories(200))
    fleet.worker()
    fleet.wait_all_committed()

    stored = [codec for partition in range(PARTITIONS) for codec in segment.codecs(
        fleet.cluster.node(1).log_dir / f"{fleet.names.articles}-{partition}")]

    assert stored and set(stored) <= {"lz4", "zstd"}


def test_trace_headers_are_passed_on(fleet):
    trace = (("traceparent", b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
             ("tracestate", b"mill=1"))
    story = Newsroom(5).story()
    fleet.produce([Input(story.value, story.key, story.headers + trace)])
    fleet.worker()
    fleet.wait_all_committed()

    (article,) = fleet.articles()
    assert set(trace) <= set(article.headers)


def test_the_seed_document_becomes_the_record_that_a_reader_expects(fleet):
    seeds = places.seed_files()
    if not seeds:
        pytest.skip("needs NEWSMILL_SHARED, which holds the seed documents")
    fleet.produce([Input(seeds[0].read_bytes())])
    fleet.worker()
    fleet.wait_all_committed()

    (record,) = fleet.records()
    assert record["section"] == "Latest Headlines"
    assert record["title"] == "Pakistan and China strengthen defense ties with COAS"
    assert record["published_at"] == "2024-01-23"
    assert record["credit"] == "The Daily Mail, Pakistan"
    assert record["source"]["name"] == "Beijing Review"
    assert len(record["paragraphs"]) == 8
    assert not any(furniture in record["text"] for furniture in (
        "Latest Headlines", "2024-01-23", "China Focus", "About Us", "Partners:", "Copyright"))
    assert fleet.violations() == []
