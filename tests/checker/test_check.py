"""Every kind of fault is planted once, and has to be named."""

import dataclasses
import json

import pytest

from newsmill_checker import Allowances, Message, check


def input_at(offset, partition=0, value=None, key=b"k", headers=None):
    value = b"Document %d of partition %d" % (offset, partition) if value is None else value
    headers = (("url", f"https://news.example/{partition}/{offset}".encode()),
               ("traceparent", b"00-1-2-01")) if headers is None else headers
    return Message("raw", partition, offset, key, value, tuple(headers))


def log_offset_of(message, item=None):
    return message.partition * 1000 + message.offset * 10 + (item or 0)


def record_of(message, item=None):
    provenance = {"topic": message.topic, "partition": message.partition, "offset": message.offset}
    if item is not None:
        provenance["item"] = item
    number = log_offset_of(message, item)
    return {"schema": "newsmill.article/1", "id": f"{number:032x}", "article_id": f"a{number}",
            "url": "https://news.example/", "source": {"domain": "news.example"},
            "title": "A title", "paragraphs": ["One.", f"Of {number}."],
            "text": f"One.\n\nOf {number}.",
            "extraction": {"kind": "text", "method": "lines", "confidence": 0.9},
            "dedup": {"relation": "original"}, "provenance": provenance}


def written(record, offset, topic="articles", log_offset=12, **changes):
    headers = (("content-type", b"application/json"), ("ce_specversion", b"1.0"),
               ("ce_id", b"1"), ("ce_source", b"/s"), ("ce_type", b"t"),
               ("newsmill-log-offset", str(log_offset).encode()), ("traceparent", b"00-1-2-01"))
    message = Message(topic, 0, offset, record.get("article_id", "").encode(),
                      json.dumps(record).encode(), headers)
    return dataclasses.replace(message, **changes)


def article(message, offset=None, item=None, log_offset=None, **fields):
    record = record_of(message, item)
    record.update(fields)
    return written({k: v for k, v in record.items() if v is not ...},
                   message.offset if offset is None else offset,
                   log_offset=log_offset_of(message, item) if log_offset is None else log_offset)


def text(*paragraphs):
    return {"paragraphs": list(paragraphs), "text": "\n\n".join(paragraphs)}


def same_as(message, relation="exact", **more):
    return {"relation": relation, "of": record_of(message)["id"], **more}


def duplicate(message, offset=0, dedup=None, log_offset=None):
    """Of FIRST, unless told."""
    record = {key: value for key, value in record_of(message).items()
              if key in ("id", "article_id", "url", "source", "title", "provenance")}
    record["dedup"] = dedup or same_as(FIRST)
    record["provenance"] = record.pop("provenance")
    return written(record, offset, "duplicates",
                   log_offset=log_offset_of(message) if log_offset is None else log_offset)


def dead_letter(message, offset=0, item=None, reason="no_text", **changes):
    added = [("newsmill-reason", reason), ("newsmill-detail", "A sentence."),
             ("newsmill-topic", message.topic), ("newsmill-partition", str(message.partition)),
             ("newsmill-offset", str(message.offset)), ("newsmill-version", "1")]
    if item is not None:
        added.append(("newsmill-item", str(item)))
    headers = message.headers + tuple((name, value.encode()) for name, value in added)
    letter = Message("deadletters", 0, offset, message.key, message.value, headers)
    return dataclasses.replace(letter, **changes)


def without_header(message, name):
    return dataclasses.replace(
        message, headers=tuple(h for h in message.headers if h[0] != name))


def with_header(message, name, value):
    kept = without_header(message, name)
    return dataclasses.replace(kept, headers=kept.headers + ((name, value),))


def rules(violations):
    return {violation.rule for violation in violations}


FIRST, SECOND, THIRD = input_at(0), input_at(1), input_at(2)


def test_accepts_one_outcome_of_any_kind_for_each_input():
    found = check([FIRST, SECOND, THIRD], [article(FIRST)], [duplicate(SECOND)],
                  [dead_letter(THIRD)], {0: 3})

    assert found == []


def test_accepts_a_feed_whose_items_end_in_different_topics():
    found = check([FIRST], [article(FIRST, 0, item=0), article(FIRST, 1, item=2)], [],
                  [dead_letter(FIRST, item=1)], {0: 1})

    assert found == []


def test_accepts_a_null_value_that_stays_null():
    null = dataclasses.replace(FIRST, value=None, key=None)

    assert check([null], [], [], [dead_letter(null, reason="null_value")], {0: 1}) == []


def test_does_not_ask_for_what_is_not_committed():
    assert check([FIRST, SECOND], [article(FIRST)], [], [], {0: 1}) == []
    assert check([FIRST, SECOND], [], [], [], {}) == []


def test_asks_for_everything_when_no_offsets_are_given():
    assert rules(check([FIRST, SECOND], [article(FIRST)], [], [])) == {"lost"}


def test_names_the_lost_input():
    (violation,) = check([FIRST, SECOND, THIRD], [article(FIRST), article(THIRD)], [], [], {0: 3})

    assert (violation.rule, violation.place) == ("lost", "0@1")


def test_tells_partitions_apart():
    other = input_at(0, partition=1)

    (violation,) = check([FIRST, other], [article(other)], [], [], {0: 1, 1: 1})

    assert (violation.rule, violation.place) == ("lost", "0@0")


def test_gaps_between_offsets_are_no_loss():
    late = input_at(7)

    assert check([FIRST, late], [article(FIRST), article(late)], [], [], {0: 8}) == []


@pytest.mark.parametrize("articles, duplicates, dead_letters", [
    ([article(FIRST, 0), article(FIRST, 1)], [], []),
    ([article(FIRST)], [duplicate(FIRST)], []),
    ([article(FIRST)], [], [dead_letter(FIRST)]),
    ([], [duplicate(FIRST, 0), duplicate(FIRST, 1)], []),
    ([], [], [dead_letter(FIRST, 0), dead_letter(FIRST, 1)]),
    ([article(FIRST, 0, item=0), article(FIRST, 1, item=0)], [], []),
    ([article(FIRST, 0, item=0)], [], [dead_letter(FIRST, item=0)]),
])
def test_names_the_doubled_input(articles, duplicates, dead_letters):
    found = check([FIRST], articles, duplicates, dead_letters, {0: 1})

    (violation,) = [each for each in found if each.rule == "doubled"]
    assert violation.place.startswith("0@0")


def test_names_the_lost_item_between_others():
    found = check([FIRST], [article(FIRST, 0, item=0), article(FIRST, 1, item=2)], [], [], {0: 1})

    assert rules(found) == {"item_lost"}


def test_names_the_lost_last_item_when_the_number_is_known():
    found = check([FIRST], [article(FIRST, 0, item=0)], [], [], {0: 1}, items={(0, 0): 2})

    assert rules(found) == {"item_lost"}


def test_names_an_item_too_many():
    found = check([FIRST], [article(FIRST, n, item=n) for n in range(3)], [], [], {0: 1},
                  items={(0, 0): 2})

    assert rules(found) == {"unexpected"}


def test_names_a_whole_document_beside_its_items():
    found = check([FIRST], [article(FIRST, item=0)], [], [dead_letter(FIRST)], {0: 1})

    assert rules(found) == {"items_mixed"}


def test_names_an_outcome_of_no_input():
    assert rules(check([FIRST], [article(FIRST), article(SECOND)], [], [], {0: 2})) == {
        "unexpected"}


def test_names_an_outcome_of_another_topic():
    elsewhere = dataclasses.replace(FIRST, topic="other")

    assert rules(check([FIRST], [article(elsewhere)], [], [], {0: 1})) == {"unexpected"}


def test_names_an_outcome_that_is_visible_before_its_offset():
    found = check([FIRST, SECOND], [article(FIRST), article(SECOND)], [], [], {0: 1})

    assert [(v.rule, v.place) for v in found] == [("not_committed", "0@1")]


def test_names_articles_out_of_order():
    found = check([FIRST, SECOND], [article(SECOND, 0), article(FIRST, 1)], [], [], {0: 2})

    assert rules(found) == {"out_of_order"}


def test_one_document_has_one_id():
    copy = dataclasses.replace(SECOND, value=FIRST.value, headers=FIRST.headers)

    assert rules(check([FIRST, copy], [article(FIRST), article(copy)], [], [])) == {"id_differs"}
    assert check([FIRST, copy], [article(FIRST), article(copy, id=record_of(FIRST)["id"])], [],
                 []) == []


def test_one_id_has_one_document():
    found = check([FIRST, SECOND], [article(FIRST), article(SECOND, id=record_of(FIRST)["id"])],
                  [], [])

    assert rules(found) == {"id_shared"}


def test_an_envelope_and_a_bare_body_of_the_same_document_share_their_id():
    url, body = "https://news.example/1", "The same bytes."
    bare = input_at(0, value=body.encode(), headers=[("URL", url.encode())])
    envelope = input_at(1, value=json.dumps({"content": body, "url": url}).encode(), headers=[])
    packed = input_at(2, value=json.dumps(
        {"content": "VGhlIHNhbWUgYnl0ZXMu", "content_encoding": "base64", "url": url}).encode(),
        headers=[])

    found = check([bare, envelope, packed], [article(m, id="a" * 32)
                                             for m in (bare, envelope, packed)], [], [])

    assert found == []


@pytest.mark.parametrize("rule, broken", [
    ("key_mismatch", written(record_of(FIRST), 0, key=b"other")),
    ("key_mismatch", written(record_of(FIRST), 0, key=None)),
    ("bad_header", without_header(article(FIRST), "content-type")),
    ("bad_header", with_header(article(FIRST), "content-type", b"text/plain")),
    ("bad_header", without_header(article(FIRST), "ce_id")),
    ("log_offset", without_header(article(FIRST), "newsmill-log-offset")),
    ("log_offset", with_header(article(FIRST), "newsmill-log-offset", b"-1")),
    ("log_offset", with_header(article(FIRST), "newsmill-log-offset", b"")),
    ("bad_header", with_header(article(FIRST), "traceparent", b"another")),
    ("bad_keys", article(FIRST, headline="unknown key")),
    ("bad_keys", written(dict(reversed(record_of(FIRST).items())), 0)),
    ("missing_key", article(FIRST, extraction=...)),
    ("missing_key", article(FIRST, schema=...)),
    ("empty_value", article(FIRST, title="")),
    ("empty_value", article(FIRST, title=None)),
    ("empty_value", article(FIRST, source={"name": ""})),
    ("bad_id", article(FIRST, id="12")),
    ("bad_schema", article(FIRST, schema="newsmill.article/2")),
    ("text_differs", article(FIRST, text="One. Two.")),
    ("bad_relation", article(FIRST, dedup={"relation": "new"})),
    ("bad_relation", article(FIRST, dedup={"relation": "update"})),
    ("bad_relation", article(FIRST, dedup={"relation": "original", "of": "f" * 32})),
    ("bad_relation", article(FIRST, dedup={"relation": "near", "of": "f", "similarity": 1.2})),
    ("bad_relation", article(FIRST, dedup={"relation": "near", "of": "f", "similarity": "1"})),
    ("bad_relation", article(FIRST, dedup={"relation": "original", "similarity": 0.5})),
    ("bad_relation", article(FIRST, dedup={"relation": "update", "of": "f", "similarity": 0.5})),
    ("bad_relation", article(FIRST, dedup={"relation": "exact", "of": "f", "similarity": 1.0})),
    ("bad_keys", article(FIRST, dedup={"of": "f", "relation": "update"})),
    ("bad_keys", article(FIRST, dedup={"relation": "original", "why": "new"})),
])
def test_names_a_bad_article(rule, broken):
    assert rule in rules(check([FIRST], [broken], [], [], {0: 1}))


def test_names_an_original_among_the_duplicates():
    found = check([FIRST], [], [duplicate(FIRST, dedup={"relation": "original"})], [], {0: 1})

    assert rules(found) == {"bad_relation"}


def test_names_a_duplicate_with_text():
    copy = duplicate(SECOND)
    record = json.loads(copy.value)
    with_text = {**record, "text": "One."}

    found = check([FIRST, SECOND], [article(FIRST)], [dataclasses.replace(
        copy, value=json.dumps(with_text).encode())], [], {0: 2})

    assert rules(found) == {"bad_keys"}


@pytest.mark.parametrize("broken", [
    written({}, 0, value=b"{not json"),
    written({}, 0, value=b"\xff"),
    written({}, 0, value=None),
    article(FIRST, provenance=...),
    article(FIRST, provenance={"topic": "raw", "partition": 0}),
    article(FIRST, provenance={"topic": "raw", "partition": 0, "offset": "0"}),
])
def test_names_an_unreadable_record_and_the_loss_behind_it(broken):
    assert rules(check([FIRST], [broken], [], [], {0: 1})) == {"unreadable", "lost"}


@pytest.mark.parametrize("rule, broken", [
    ("value_differs", dead_letter(FIRST, value=b"other bytes")),
    ("value_differs", dead_letter(FIRST, value=None)),
    ("key_differs", dead_letter(FIRST, key=b"other")),
    ("key_differs", dead_letter(FIRST, key=None)),
    ("headers_differ", without_header(dead_letter(FIRST), "url")),
    ("headers_differ", with_header(dead_letter(FIRST), "url", b"changed")),
    ("bad_reason", dead_letter(FIRST, reason="because")),
    ("bad_reason", without_header(dead_letter(FIRST), "newsmill-reason")),
    ("bad_header", without_header(dead_letter(FIRST), "newsmill-detail")),
    ("bad_header", without_header(dead_letter(FIRST), "newsmill-version")),
])
def test_names_a_bad_dead_letter(rule, broken):
    assert rules(check([FIRST], [], [], [broken], {0: 1})) == {rule}


@pytest.mark.parametrize("name", ["newsmill-topic", "newsmill-partition", "newsmill-offset"])
def test_names_a_dead_letter_that_does_not_say_whose_it_is(name):
    found = check([FIRST], [], [], [without_header(dead_letter(FIRST), name)], {0: 1})

    assert rules(found) == {"unreadable", "lost"}


def test_a_redriven_dead_letter_is_booked_to_where_it_died_last():
    redriven = dead_letter(dataclasses.replace(FIRST, topic="before", offset=9))
    again = dataclasses.replace(FIRST, headers=redriven.headers)

    assert check([again], [], [], [dead_letter(again)], {0: 1}) == []


# -- decisions across the fleet ------------------------------------------------

LATER = input_at(0, partition=1)  # of another worker: the log decides which comes first


@pytest.mark.parametrize("relation, more", [
    ("update", {}), ("extended", {"similarity": 0.97}), ("exact", {}), ("near", {"similarity": 1}),
    ("excerpt", {"similarity": 0.5})])
def test_accepts_what_names_an_earlier_article(relation, more):
    found = check([FIRST, SECOND], [article(FIRST), article(
        SECOND, dedup=same_as(FIRST, relation, **more))], [], [], {0: 2})

    assert found == []


@pytest.mark.parametrize("copy", [
    text("One.", "Of 0."),
    text("ONE,", "of 0"),
    text("One. Of\u00a00."),
    text("\uff2fne.", "Of 0."),  # a full-width letter
])
def test_names_two_originals_of_a_text(copy):
    found = check([FIRST, LATER], [article(FIRST), article(LATER, **copy)], [], [])

    assert [(v.rule, v.detail) for v in found] == [
        ("two_originals", "the text of articles/0@0")]


def test_names_two_originals_of_an_article():
    found = check([FIRST, LATER], [article(FIRST), written(
        record_of(LATER) | {"article_id": "a0"}, 1, log_offset=1000)], [], [])

    assert [(v.rule, v.detail) for v in found] == [
        ("two_originals", "the article_id of articles/0@0")]


def test_two_articles_may_differ_in_one_digit():
    found = check([FIRST, LATER], [article(FIRST, **text("Won 3 to 1.")),
                                   article(LATER, **text("Won 3 to 2."))], [], [])

    assert found == []


def test_a_published_text_that_is_no_original_is_no_second_original():
    found = check([FIRST, SECOND, THIRD], [
        article(FIRST), article(SECOND, dedup=same_as(FIRST, "update")),
        article(THIRD, dedup=same_as(SECOND, "exact"), **text("One.", "Of 10."))], [], [])

    assert found == []


def test_names_a_duplicate_whose_original_is_nowhere():
    copy = duplicate(SECOND, dedup={"relation": "exact", "of": "f" * 32})

    found = check([FIRST, SECOND], [article(FIRST)], [copy], [], {0: 2})

    assert rules(found) == {"duplicate_without_original"}


def test_names_a_duplicate_of_a_duplicate():
    found = check([FIRST, SECOND, THIRD], [article(FIRST)], [
        duplicate(SECOND), duplicate(THIRD, 1, dedup=same_as(SECOND))], [])

    assert rules(found) == {"duplicate_without_original"}


def test_names_an_article_of_an_unknown_one():
    found = check([FIRST], [article(FIRST, dedup={"relation": "update", "of": "f" * 32})], [], [])

    assert rules(found) == {"of_unknown"}


def test_names_an_article_of_an_annotated_copy():
    found = check([FIRST, SECOND, THIRD], [
        article(FIRST), article(SECOND, dedup=same_as(FIRST)),
        article(THIRD, dedup=same_as(SECOND))], [], [])

    assert rules(found) == {"of_unknown"}


def test_names_a_copy_that_stands_before_its_original():
    early = duplicate(LATER, dedup=same_as(FIRST), log_offset=3)

    found = check([FIRST, LATER], [article(FIRST, log_offset=4)], [early], [])

    assert rules(found) == {"of_not_earlier"}


def test_names_an_article_that_is_a_copy_of_itself():
    found = check([FIRST], [article(FIRST, dedup=same_as(FIRST, "update"))], [], [])

    assert rules(found) == {"of_not_earlier"}


def test_the_same_document_sent_twice_is_a_copy_of_the_first():
    twice = dataclasses.replace(SECOND, value=FIRST.value, headers=FIRST.headers)
    copy = duplicate(twice)
    same_id = dataclasses.replace(copy, value=copy.value.replace(
        record_of(twice)["id"].encode(), record_of(FIRST)["id"].encode()))

    assert check([FIRST, twice], [article(FIRST)], [same_id], [], {0: 2}) == []


@pytest.mark.parametrize("second", [article(LATER, log_offset=0), article(SECOND, log_offset=0)])
def test_names_an_entry_that_decides_two_inputs(second):
    found = check([FIRST, SECOND, LATER], [article(FIRST), second], [dead_letter(FIRST)], [])

    assert "log_offset" in rules(found)


def test_names_an_entry_that_decides_two_items():
    found = check([FIRST], [article(FIRST, 0, item=0), article(FIRST, 1, item=1, log_offset=0)],
                  [], [])

    assert rules(found) == {"log_offset"}


def test_names_a_duplicate_without_log_offset():
    copy = without_header(duplicate(SECOND), "newsmill-log-offset")

    found = check([FIRST, SECOND], [article(FIRST)], [copy], [])

    assert rules(found) == {"log_offset"}


def test_names_entries_that_are_not_in_the_order_of_their_input():
    found = check([FIRST, SECOND], [article(FIRST, log_offset=8), article(SECOND, log_offset=7)],
                  [], [])

    assert rules(found) == {"log_out_of_order"}


def test_partitions_meet_in_the_log_in_any_order():
    found = check([FIRST, LATER], [article(FIRST, log_offset=8), article(LATER, log_offset=7)], [],
                  [])

    assert found == []


# -- what is done on purpose ---------------------------------------------------

REPEATS = Allowances(repeats=True)


def test_after_a_rewind_an_article_may_come_again_as_a_copy_of_itself():
    again = duplicate(FIRST, dedup=same_as(FIRST), log_offset=50)

    assert check([FIRST, SECOND], [article(FIRST), article(SECOND)], [again], [], {0: 2},
                 allowed=REPEATS) == []
    assert "doubled" in rules(check([FIRST], [article(FIRST)], [again], [], {0: 1}))


def test_after_a_rewind_nothing_is_published_again():
    found = check([FIRST], [article(FIRST, 0), article(FIRST, 1, log_offset=50)], [], [], {0: 1},
                  allowed=REPEATS)

    assert rules(found) == {"doubled"}


def test_a_dropped_copy_needs_no_outcome():
    assert check([FIRST, SECOND, THIRD], [article(FIRST)], [], [], {0: 3},
                 allowed=Allowances(dropped={(0, 1), (0, 2)})) == []
    assert [v.place for v in check([FIRST, SECOND, THIRD], [article(FIRST)], [], [], {0: 3},
                                   allowed=Allowances(dropped={(0, 1)}))] == ["0@2"]


def test_a_copy_may_name_what_was_refused_after_it_was_decided():
    refused = Allowances(retracted={record_of(FIRST)["id"]})

    found = check([FIRST, SECOND], [], [duplicate(SECOND)],
                  [dead_letter(FIRST, reason="record_too_large")], {0: 2}, allowed=refused)

    assert found == []
