"""Copies: what each form of a story is called, where it goes, and who publishes the original."""

from collections import Counter

import pytest

from articles import Input, Newsroom
from fleet import PARTITIONS
from newsmill_checker.record import ARTICLE_KEYS, DUPLICATE_KEYS, SUPPRESSED

STORIES = 8  # of a few forms each

# The forms in which a story is told, in their order: the relation that each must
# get, and to which one.
FORMS = {
    "first": ("original", None),
    "reprint": ("exact", "first"),
    "edited": ("near", "first"),
    "cut": ("excerpt", "first"),
    "changed": ("update", "first"),
    "changed reprint": ("exact", "changed"),
    "late reprint": ("exact", "changed"),  # of the first, which has a newer version
    "again": ("exact", "changed"),
    "shortened": ("excerpt", "changed"),
    "taken back": ("update", "changed"),
    "teaser": ("original", None),
    "whole": ("extended", "teaser"),
    "whole reprint": ("exact", "whole"),
}
VERSIONS = ("first", "changed", "again", "shortened", "taken back")  # at one URL
COPIES = [form for form, (relation, _) in FORMS.items() if relation in SUPPRESSED]


def told(newsroom: Newsroom, number: int) -> list[Input]:
    first, whole = newsroom.texts(2)
    changed = newsroom.continued(newsroom.cut(first))  # an end that is new
    texts = {"first": first, "reprint": first, "edited": newsroom.edited(first),
             "cut": newsroom.cut(first), "changed": changed, "changed reprint": changed,
             "late reprint": first, "again": changed, "shortened": newsroom.cut(changed),
             "taken back": first,
             "teaser": newsroom.cut(whole), "whole": whole, "whole reprint": whole}
    url = f"https://daily.example/story/{number}"
    return [newsroom.input_of(texts[form], name=f"{number} {form}",
                              url=url if form in VERSIONS else "") for form in FORMS]


def tell_stories(fleet, **config) -> None:
    newsroom = Newsroom(40)
    for number in range(STORIES):
        fleet.produce(told(newsroom, number), number % PARTITIONS)  # so the log has their order
    fleet.worker(**config)
    fleet.wait_all_committed()


def expected(forms) -> dict:
    return {f"{number} {form}": (FORMS[form][0], FORMS[form][1] and f"{number} {FORMS[form][1]}")
            for number in range(STORIES) for form in forms}


def found(fleet) -> dict:
    """By the names that were given. The same text at the same URL has the same id."""
    records = fleet.records() + fleet.duplicates()
    name_of: dict[str, str] = {}
    for record in fleet.records():
        name_of.setdefault(record["id"], record["input_id"])
    return {r["input_id"]: (r["dedup"]["relation"], name_of.get(r["dedup"].get("of")))
            for r in records}


@pytest.mark.integration
@pytest.mark.cost(3)
def test_every_form_of_a_story_gets_its_relation_and_its_place(fleet):
    tell_stories(fleet)

    assert found(fleet) == expected(FORMS)
    assert {r["dedup"]["relation"] for r in fleet.duplicates()} == set(SUPPRESSED)
    assert {tuple(r) for r in fleet.duplicates()} == {DUPLICATE_KEYS}  # no text
    assert fleet.violations() == []


@pytest.mark.integration
@pytest.mark.cost(3)
def test_annotated_copies_are_published_whole(fleet):
    tell_stories(fleet, dedup__duplicates="annotate")

    assert fleet.duplicates() == []
    assert found(fleet) == expected(FORMS)
    assert all(set(r) <= set(ARTICLE_KEYS) and r["text"] for r in fleet.records())
    assert fleet.violations() == []


@pytest.mark.integration
@pytest.mark.cost(3)
def test_dropped_copies_leave_only_what_they_are_copies_of(fleet):
    tell_stories(fleet, dedup__duplicates="drop")

    assert fleet.duplicates() == []
    assert found(fleet) == expected(set(FORMS) - set(COPIES))
    assert fleet.dead_letters() == []
    assert fleet.violations(dropped=places_of_copies()) == []


def places_of_copies() -> set[tuple[int, int]]:
    """Of the copies, as `tell_stories` produced them."""
    return {(number % PARTITIONS, number // PARTITIONS * len(FORMS) + at)
            for number in range(STORIES) for at, form in enumerate(FORMS) if form in COPIES}


@pytest.mark.integration
@pytest.mark.cost(3)
def test_the_same_message_twice_is_a_copy_under_its_own_id(fleet):
    stories = Newsroom(41).stories(20, copies=0)
    fleet.produce(stories)
    fleet.produce(stories)
    fleet.worker()
    fleet.wait_all_committed()

    assert fleet.relations() == Counter(original=20, exact=20)
    assert all(r["dedup"]["of"] == r["id"] for r in fleet.duplicates())
    assert fleet.violations() == []


# Two workers get the same stories at the same moment, each on partitions of its
# own. Who is first differs from story to story.

SHARED_STORIES = 200


def publish_side_by_side(fleet, faults=None) -> None:
    config = fleet.config()
    for name in ("w1", "w2"):
        fleet.worker(name, config, faults)
    members = fleet.wait_members(2)
    assert set(members.values()) == {frozenset((0, 1)), frozenset((2, 3))}
    newsroom = Newsroom(42)
    texts = newsroom.texts(SHARED_STORIES)
    twos = zip(texts[::2], texts[1::2])  # on 0 and 1, then on 2 and 3
    fleet.produce([each for two in twos for each in newsroom.inputs_of(two * 2)])
    fleet.wait_all_committed()


@pytest.mark.fault
@pytest.mark.cost(5)
def test_two_workers_with_the_same_stories_publish_one_original_each(fleet):
    publish_side_by_side(fleet)

    assert fleet.relations() == Counter(original=SHARED_STORIES, exact=SHARED_STORIES)
    assert fleet.violations() == []


@pytest.mark.fault
@pytest.mark.cost(5)
def test_control_workers_with_memories_of_their_own_publish_two_originals(fleet, faulty):
    publish_side_by_side(fleet, faults={"PER_WORKER_MEMORY": "1"})

    assert "two_originals" in {violation.rule for violation in fleet.violations()}
