"""The promise, rule by rule. Each rule reads a ledger and yields what breaks it."""

from typing import Callable, Iterable, Iterator

from newsmill_checker import dead_letter, decisions, identity, record
from newsmill_checker.ledger import ARTICLE, Allowances, Ledger, Outcome, open_ledger
from newsmill_checker.violation import Violation, name_of


def check(inputs, articles, duplicates, dead_letters, committed=None, items=None,
          allowed=Allowances()) -> list[Violation]:
    """Everything that is wrong, in a stable order; an empty list is a kept promise.

    The first four are sequences of Message, each in the order of its topic.
    `committed` maps a partition to the group's committed offset; None demands
    an outcome for every input. `items` tells the number of items of inputs
    that are known to be feeds. The fleet must be at rest: an outcome whose
    offset is not committed is a violation. All must lie within one window.
    """
    ledger = open_ledger(inputs, articles, duplicates, dead_letters, committed, items, allowed)
    return sorted({violation for rule in RULES for violation in rule(ledger)})


def unreadable(ledger: Ledger) -> Iterator[Violation]:
    for each in ledger.unreadable:
        yield Violation("unreadable", each.message.place, f"{each.kind}: {each.why}")


def lost(ledger: Ledger) -> Iterator[Violation]:
    for place in ledger.inputs:
        if place in ledger.allowed.dropped:
            continue
        if ledger.is_committed(place) and not ledger.by_input.get(place):
            yield Violation("lost", name_of(place), "committed, but nothing accounts for it")


def doubled(ledger: Ledger) -> Iterator[Violation]:
    for place, outcomes in ledger.by_input.items():
        for item in {o.item for o in outcomes}:
            same = [o for o in outcomes if o.item == item]
            if ledger.allowed.repeats:  # as copies of themselves
                same = [o for o in same if o.relation in record.PUBLISHED]
            if len(same) > 1:
                yield Violation("doubled", name_of(place, item), _places(same))


def items_complete(ledger: Ledger) -> Iterator[Violation]:
    """A feed's items count from 0 without a gap; a document has no items."""
    for place, outcomes in ledger.by_input.items():
        found = {o.item for o in outcomes}
        numbered = found - {None}
        expected = ledger.items.get(place)
        if None in found and (numbered or expected):
            yield Violation("items_mixed", name_of(place), "an outcome without item beside items")
        wanted = set(range(expected if expected is not None else max(numbered, default=-1) + 1))
        if None not in found and wanted - numbered:
            yield Violation("item_lost", name_of(place), f"items {sorted(wanted - numbered)}")
        if expected is not None and numbered - wanted:
            yield Violation("unexpected", name_of(place), f"items {sorted(numbered - wanted)}")


def unexpected(ledger: Ledger) -> Iterator[Violation]:
    topics = {m.topic for m in ledger.inputs.values()}
    for outcome in ledger.outcomes:
        if ledger.input_of(outcome) is None or outcome.topic not in topics:
            yield Violation("unexpected", outcome.message.place,
                            f"{outcome.kind} of {outcome.topic}/{name_of(outcome.input_place)}, "
                            "which is not an input")
        elif not ledger.is_committed(outcome.input_place):
            yield Violation("not_committed", name_of(outcome.input_place, outcome.item),
                            f"{outcome.kind} is visible, its input's offset is not committed")


def in_order(ledger: Ledger) -> Iterator[Violation]:
    """Within one output partition, what came from one input partition keeps its order."""
    last: dict[tuple[int, int], Outcome] = {}
    for outcome in (o for o in ledger.outcomes if o.kind == ARTICLE):
        lane = (outcome.message.partition, outcome.partition)
        before = last.get(lane)
        if before is not None and before.position > outcome.position:
            yield Violation("out_of_order", outcome.message.place,
                            f"{name_of(outcome.input_place)} after {name_of(before.input_place)}")
        last[lane] = outcome


def ids_agree(ledger: Ledger) -> Iterator[Violation]:
    """Same document, same id; same id, same document."""
    id_of: dict[identity.Identity, str] = {}
    document_of: dict[str, identity.Identity] = {}
    for outcome in ledger.records:
        message = ledger.input_of(outcome)
        if message is None:
            continue
        document, id_ = identity.of(message, outcome.item), str(outcome.record.get("id"))
        if id_of.setdefault(document, id_) != id_:
            yield Violation("id_differs", outcome.message.place, f"{id_} and {id_of[document]}")
        if document_of.setdefault(id_, document) != document:
            yield Violation("id_shared", outcome.message.place, f"{id_} names two documents")


def records_valid(ledger: Ledger) -> Iterator[Violation]:
    for outcome in ledger.records:
        for rule, detail in record.faults(outcome, ledger.input_of(outcome)):
            yield Violation(rule, outcome.message.place, detail)


def dead_letters_valid(ledger: Ledger) -> Iterator[Violation]:
    for outcome in ledger.dead_letters:
        for rule, detail in dead_letter.faults(outcome, ledger.input_of(outcome)):
            yield Violation(rule, outcome.message.place, detail)


RULES: tuple[Callable[[Ledger], Iterable[Violation]], ...] = (
    unreadable, lost, doubled, items_complete, unexpected, in_order, ids_agree, records_valid,
    dead_letters_valid, decisions.log_offsets, decisions.log_in_order, decisions.one_original,
    decisions.sources)


def _places(outcomes: list[Outcome]) -> str:
    return " and ".join(f"{o.kind} {o.message.place}" for o in outcomes)
