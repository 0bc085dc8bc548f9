"""The promise, rule by rule. Each rule reads a ledger and yields what breaks it.

What the contract says of decisions across the fleet (one original a story;
`of` stands earlier in the log) is a rule like the others: add it to RULES.
"""

from dataclasses import dataclass
from typing import Callable, Iterable, Iterator, Optional

from newsmill_checker import dead_letter, identity, record
from newsmill_checker.ledger import ARTICLE, Ledger, Outcome, open_ledger


@dataclass(frozen=True, order=True)
class Violation:
    rule: str
    place: str  # partition@offset of the input, or topic/partition@offset of the output
    detail: str

    def __str__(self) -> str:
        return f"{self.rule:<20} {self.place:<24} {self.detail}"


def check(inputs, articles, duplicates, dead_letters, committed=None, items=None
          ) -> list[Violation]:
    """Everything that is wrong, in a stable order; an empty list is a kept promise.

    The first four are sequences of Message, each in the order of its topic.
    `committed` maps a partition to the group's committed offset; None demands
    an outcome for every input. `items` tells the number of items of inputs
    that are known to be feeds. The fleet must be at rest: an outcome whose
    offset is not committed is a violation.
    """
    ledger = open_ledger(inputs, articles, duplicates, dead_letters, committed, items)
    return sorted({violation for rule in RULES for violation in rule(ledger)})


def unreadable(ledger: Ledger) -> Iterator[Violation]:
    for each in ledger.unreadable:
        yield Violation("unreadable", each.message.place, f"{each.kind}: {each.why}")


def lost(ledger: Ledger) -> Iterator[Violation]:
    for place in ledger.inputs:
        if ledger.is_committed(place) and not ledger.by_input.get(place):
            yield Violation("lost", _place(place), "committed, but nothing accounts for it")


def doubled(ledger: Ledger) -> Iterator[Violation]:
    for place, outcomes in ledger.by_input.items():
        for item in {o.item for o in outcomes}:
            same = [o for o in outcomes if o.item == item]
            if len(same) > 1:
                yield Violation("doubled", _place(place, item), _places(same))


def items_complete(ledger: Ledger) -> Iterator[Violation]:
    """A feed's items count from 0 without a gap; a document has no items."""
    for place, outcomes in ledger.by_input.items():
        found = {o.item for o in outcomes}
        numbered = found - {None}
        expected = ledger.items.get(place)
        if None in found and (numbered or expected):
            yield Violation("items_mixed", _place(place), "an outcome without item beside items")
        wanted = set(range(expected if expected is not None else max(numbered, default=-1) + 1))
        if None not in found and wanted - numbered:
            yield Violation("item_lost", _place(place), f"items {sorted(wanted - numbered)}")
        if expected is not None and numbered - wanted:
            yield Violation("unexpected", _place(place), f"items {sorted(numbered - wanted)}")


def unexpected(ledger: Ledger) -> Iterator[Violation]:
    topics = {m.topic for m in ledger.inputs.values()}
    for outcome in ledger.outcomes:
        if ledger.input_of(outcome) is None or outcome.topic not in topics:
            yield Violation("unexpected", outcome.message.place,
                            f"{outcome.kind} of {outcome.topic}/{_place(outcome.input_place)}, "
                            "which is not an input")
        elif not ledger.is_committed(outcome.input_place):
            yield Violation("not_committed", _place(outcome.input_place, outcome.item),
                            f"{outcome.kind} is visible, its input's offset is not committed")


def in_order(ledger: Ledger) -> Iterator[Violation]:
    """Within one output partition, what came from one input partition keeps its order."""
    last: dict[tuple[int, int], Outcome] = {}
    for outcome in (o for o in ledger.outcomes if o.kind == ARTICLE):
        lane = (outcome.message.partition, outcome.partition)
        before = last.get(lane)
        if before is not None and _position(before) > _position(outcome):
            yield Violation("out_of_order", outcome.message.place,
                            f"{_place(outcome.input_place)} after {_place(before.input_place)}")
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
    dead_letters_valid)


def _position(outcome: Outcome) -> tuple[int, int]:
    return (outcome.offset, -1 if outcome.item is None else outcome.item)


def _place(place: tuple[int, int], item: Optional[int] = None) -> str:
    return f"{place[0]}@{place[1]}" + ("" if item is None else f"#{item}")


def _places(outcomes: list[Outcome]) -> str:
    return " and ".join(f"{o.kind} {o.message.place}" for o in outcomes)
