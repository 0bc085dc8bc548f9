"""The log decides once, whatever happens to those who wrote it and to what they read."""

import pathlib
import struct
from collections import Counter

import pytest

from articles import Newsroom
from fleet import FINGERPRINT, PARTITIONS, RETRACT, Names
from newsmill_checker import check
from newsmill_checker.read import read_topic
from waiting import eventually

STORIES = 40
STOP_S = 15  # a worker that will not go on says so at once


def publish(fleet, newsroom, texts, worker=None, **how):
    """By a worker that runs, or by a new one; returns it."""
    worker = worker or fleet.worker(f"w{len(fleet.workers) + 1}", **how)
    fleet.produce(newsroom.inputs_of(texts))
    fleet.wait_all_committed()
    return worker


def flag(fleet, name: str) -> pathlib.Path:
    """A fault lasts until it is unlinked."""
    path = fleet.directory / name
    path.touch()
    return path


def stops(fleet, **how) -> str:
    """A worker that will not go on; returns what it says."""
    worker = fleet.worker(f"w{len(fleet.workers) + 1}", **how)
    assert worker.wait_exit(STOP_S) != 0
    return worker.last_words()


# -- between append and publish ------------------------------------------------

def append_then_die(fleet, inputs) -> int:
    """Decided, and not published: returns the end of the log."""
    fleet.produce(inputs)
    worker = fleet.worker("died", faults={"CORK": str(flag(fleet, "cork"))},
                          kafka__instance_id="only")
    worker.wait_fault("corked")
    eventually(lambda: fleet.entries(FINGERPRINT) == len(inputs), 30, "everything is appended")
    worker.kill9()
    return len(fleet.log())


def log_offsets(messages) -> list[int]:
    return [int(message.header("newsmill-log-offset")) for message in messages]


@pytest.mark.fault
@pytest.mark.cost(5)
def test_what_was_decided_by_a_worker_that_died_is_published_as_decided(fleet, faulty):
    newsroom = Newsroom(50)
    texts = newsroom.texts(STORIES)
    end = append_then_die(fleet, newsroom.inputs_of(texts))
    assert fleet.outcomes() == []

    publish(fleet, newsroom, texts, kafka__instance_id="only")

    assert fleet.relations() == Counter(original=STORIES, exact=STORIES)
    assert max(log_offsets(fleet.articles())) < end  # the first entries count
    assert fleet.violations() == []


@pytest.mark.fault
@pytest.mark.cost(5)
def test_another_extraction_of_a_decided_message_changes_no_decision(fleet, faulty):
    newsroom = Newsroom(51)
    texts = newsroom.texts(STORIES)
    end = append_then_die(fleet, newsroom.inputs_of(texts + texts))

    fleet.worker("newer", faults={"CHANGED_TEXT": "1"}, kafka__instance_id="only")
    fleet.wait_all_committed()

    assert all(record["title"].startswith("Changed: ")
               for record in fleet.records() + fleet.duplicates())
    assert fleet.relations() == Counter(original=STORIES, exact=STORIES)
    assert max(log_offsets(fleet.outcomes())) < end
    assert fleet.violations() == []


@pytest.mark.fault
@pytest.mark.cost(7)
def test_what_a_newer_version_rejects_is_no_original_any_more(fleet, faulty):
    newsroom = Newsroom(52)
    texts = newsroom.texts(4)
    append_then_die(fleet, newsroom.inputs_of(texts))

    strict = fleet.worker("strict", kafka__instance_id="only",
                          extract__min_text_characters=100_000)
    fleet.wait_all_committed()
    assert strict.sigterm() == 0
    assert {letter.header("newsmill-reason") for letter in fleet.dead_letters()} == {b"no_text"}

    publish(fleet, newsroom, texts, kafka__instance_id="only")
    assert fleet.relations() == Counter(original=len(texts))
    assert fleet.violations() == []


@pytest.mark.fault
@pytest.mark.cost(8)
def test_an_original_that_the_broker_refuses_makes_way_for_the_next_copy(fleet):
    newsroom = Newsroom(53)
    other, huge = newsroom.text(), newsroom.text(size=600_000)
    worker = publish(fleet, newsroom, [newsroom.text()], worker__commit_interval="1s")

    fleet.set_on(fleet.names.articles, max_message_bytes="60000")
    fleet.produce(newsroom.inputs_of([huge, huge, other]), partition=0)
    fleet.wait_all_committed()
    fleet.set_on(fleet.names.articles, max_message_bytes="5000000")
    publish(fleet, newsroom, [huge], worker)

    (letter,) = fleet.dead_letters()
    assert letter.header("newsmill-reason") == b"record_too_large"
    assert fleet.relations() == Counter(original=3, exact=1)
    (copy,) = fleet.duplicates()  # decided before the refusal
    assert fleet.violations(retracted={copy["dedup"]["of"]}) == []


# -- those who join, and those who come back -----------------------------------

@pytest.mark.integration
@pytest.mark.cost(5)
def test_a_worker_that_joins_late_decides_as_the_others(fleet):
    newsroom = Newsroom(54)
    texts = newsroom.texts(300)
    config = fleet.config()
    publish(fleet, newsroom, texts, config=config)

    fleet.worker("late", config)
    fleet.wait_members(2)
    fleet.produce(newsroom.inputs_of(texts[:100]))  # half of them come to each
    fleet.wait_all_committed()

    assert fleet.relations() == Counter(original=300, exact=100)
    assert fleet.violations() == []


@pytest.mark.fault
@pytest.mark.cost(10)
def test_a_worker_that_wakes_after_its_session_changes_no_decision(fleet, faulty):
    newsroom = Newsroom(55)
    texts = newsroom.texts(STORIES)
    cork = flag(fleet, "cork")
    fleet.produce([newsroom.story("SLOWLY"), *newsroom.inputs_of(texts)])
    config = fleet.config()
    zombie = fleet.worker("zombie", config, faults={
        "CORK": str(cork), "SLOW_ON": "SLOWLY", "SLOW_MS": "1000"})
    zombie.wait_fault("slow")  # what stands behind it in its partition is appended late
    zombie.wait_fault("corked")
    zombie.sigstop()

    publish(fleet, newsroom, texts, config=config)
    cork.unlink()
    zombie.sigcont()
    zombie.wait_fault("uncorked: failed")
    fleet.wait_members(2)
    publish(fleet, newsroom, texts, zombie)

    assert fleet.relations() == Counter(original=STORIES + 1, exact=2 * STORIES)
    assert fleet.violations() == []
    assert zombie.is_running


@pytest.mark.fault
@pytest.mark.cost(5)
def test_entries_that_come_after_their_session_change_nothing(fleet, faulty):
    newsroom = Newsroom(61)
    texts = newsroom.texts(PARTITIONS)  # one in each
    append_then_die(fleet, newsroom.inputs_of(texts))
    held, cork = flag(fleet, "held"), flag(fleet, "cork")
    late = fleet.worker("late", faults={"HOLD_APPENDS": str(held)}, kafka__instance_id="only",
                        extract__min_text_characters=100_000)
    late.wait_fault("held")  # it takes back what was decided

    heir = fleet.worker("heir", faults={"CORK": str(cork)})
    members = fleet.wait_members(2)
    heir.wait_fault("corked")  # it has decided, and has half of the partitions
    held.unlink()
    eventually(lambda: fleet.entries(RETRACT) >= PARTITIONS, 30, "the late entries are there")
    cork.unlink()
    fleet.wait_all_committed()
    (heirs,) = [partitions for member, partitions in members.items() if member != "only"]
    fleet.produce(newsroom.inputs_of(texts), min(heirs))
    fleet.wait_all_committed()

    assert len(fleet.dead_letters()) == 2  # what the late one still has, it does take back
    assert fleet.relations() == Counter(original=4, exact=2)
    assert fleet.violations() == []


# -- what does not belong into the log ------------------------------------------

@pytest.mark.integration
@pytest.mark.cost(4)
def test_entries_that_nobody_can_read_change_nothing(fleet):
    newsroom = Newsroom(56)
    texts = newsroom.texts(STORIES)
    worker = publish(fleet, newsroom, texts)

    real = fleet.log()[-1].value
    fleet.write_to_log([b"", None, b"garbage", real[:4], real[:-1], real + b"\x00",
                        real[:2] + b"\xff" + real[3:], real[:3] + b"\xff" + real[4:],
                        b"\xff" * len(real), bytes(100_000)])
    publish(fleet, newsroom, texts, worker)
    assert worker.sigterm() == 0
    publish(fleet, newsroom, texts)  # by one that has read it from the beginning

    assert fleet.relations() == Counter(original=STORIES, exact=2 * STORIES)
    assert fleet.violations() == []


@pytest.mark.integration
@pytest.mark.cost(4)
def test_an_unreadable_entry_that_names_another_log_stops_nobody(fleet):
    newsroom = Newsroom(62)
    texts = newsroom.texts(4)
    worker = publish(fleet, newsroom, texts)

    head = fleet.log()[-1].value[:4]
    anchor = struct.pack("<qQ", 1, 0)  # an entry that there is, with another hash
    fleet.write_to_log([head + anchor])
    fleet.produce(newsroom.inputs_of(texts))
    eventually(lambda: fleet.is_all_committed() or not worker.is_running, 30, "it has read that")

    assert worker.is_running, worker.last_words()
    fleet.wait_settled()
    assert fleet.relations() == Counter(original=4, exact=4)


@pytest.mark.integration
@pytest.mark.cost(4)
@pytest.mark.parametrize("other", ["group", "outputs"])
def test_a_log_of_another_group_or_other_outputs_is_refused(fleet, other):
    newsroom = Newsroom(57)
    publish(fleet, newsroom, newsroom.texts(4)).sigterm()
    before = fleet.outcomes(), fleet.log()

    config = {"group": {"kafka__group": Names.fresh("foreign").group},
              "outputs": {"topics__articles": fleet.names.duplicates,
                          "topics__duplicates": fleet.names.articles}}[other]
    said = stops(fleet, **config)

    assert "fingerprint log belongs to" in said
    assert {"group": fleet.names.group, "outputs": fleet.names.articles}[other] in said
    assert (fleet.outcomes(), fleet.log()) == before


@pytest.mark.integration
@pytest.mark.cost(6)
def test_rules_that_differ_from_the_log_are_an_error_until_they_are_changed(fleet):
    newsroom = Newsroom(58)
    texts = newsroom.texts(4)
    publish(fleet, newsroom, texts, dedup__window="72h").sigterm()
    before = fleet.outcomes()

    said = stops(fleet, dedup__window="48h")
    assert "dedup.window" in said and "--change-rules" in said
    assert fleet.workers[-1].exit_code() == 2
    assert fleet.outcomes() == before

    publish(fleet, newsroom, texts, dedup__window="48h", options=["--change-rules"]).sigterm()
    publish(fleet, newsroom, texts, dedup__window="48h").sigterm()
    assert "dedup.window" in stops(fleet, dedup__window="72h")
    assert fleet.relations() == Counter(original=4, exact=8)
    assert fleet.violations() == []


# -- input that is not what it was ---------------------------------------------

@pytest.mark.integration
@pytest.mark.cost(5)
@pytest.mark.parametrize("by", ["everything", "the last batch"])
def test_offsets_that_were_set_back_are_noticed(fleet, by):
    newsroom = Newsroom(59)
    worker = publish(fleet, newsroom, newsroom.texts(STORIES))
    publish(fleet, newsroom, newsroom.texts(STORIES), worker).sigterm()
    before = fleet.outcomes()
    repeated = {"everything": 2 * STORIES, "the last batch": STORIES}[by]

    fleet.set_back((2 * STORIES - repeated) // PARTITIONS)
    assert "replay" in stops(fleet)
    assert fleet.outcomes() == before

    fleet.worker("accepts", options=["--accept-rewind"])
    fleet.wait_all_committed()
    assert fleet.relations() == Counter(original=2 * STORIES, exact=repeated)
    assert {r["dedup"]["of"] == r["id"] for r in fleet.duplicates()} == {True}
    assert fleet.violations(repeats=True) == []


@pytest.mark.integration
@pytest.mark.cost(6)
def test_a_recreated_input_is_noticed_and_its_messages_are_new(fleet):
    newsroom = Newsroom(60)
    publish(fleet, newsroom, newsroom.texts(STORIES)).sigterm()
    before = fleet.articles()

    fleet.recreate_raw()
    fleet.produce(newsroom.inputs_of(newsroom.texts(STORIES)))
    assert "replay" in stops(fleet)
    assert fleet.articles() == before

    fleet.worker("accepts", options=["--accept-rewind"])
    fleet.wait_all_committed()
    assert fleet.relations() == Counter(original=2 * STORIES)
    new = [message for message in fleet.articles() if message not in before]
    inputs = read_topic(fleet.cluster.brokers, fleet.names.raw)
    assert check(inputs, new, [], []) == []
