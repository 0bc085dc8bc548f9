"""Who accounts for what: every output message, booked to the input it names.

An *outcome* is one message on an output topic. Records name their input in
`provenance`, dead letters in `newsmill-*` headers. What names no input at all
is kept apart as unreadable.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Collection, Mapping, Optional, Sequence

from newsmill_checker.message import Message

ARTICLE, DUPLICATE, DEAD_LETTER = "article", "duplicate", "dead letter"

InputPlace = tuple[int, int]  # partition, offset
Committed = Mapping[int, int]  # partition -> next offset to read


@dataclass(frozen=True)
class Allowances:
    """What was done to the fleet on purpose. Without it, nothing is excused."""

    repeats: bool = False  # offsets were set back: what was published may come again, as a copy
    dropped: Collection[InputPlace] = ()  # copies: with dedup.duplicates=drop nothing is written
    retracted: Collection[str] = ()  # ids of records that were decided, then refused


@dataclass(frozen=True)
class Outcome:
    kind: str
    message: Message
    topic: str
    partition: int
    offset: int
    item: Optional[int]
    record: Optional[Mapping] = field(default=None, compare=False)  # None: a dead letter

    @property
    def input_place(self) -> InputPlace:
        return (self.partition, self.offset)

    @property
    def position(self) -> tuple[int, int, int]:
        """Of its item in the input; sorts within a partition."""
        return (self.partition, self.offset, -1 if self.item is None else self.item)

    @property
    def dedup(self) -> Mapping:
        found = (self.record or {}).get("dedup")
        return found if isinstance(found, dict) else {}

    @property
    def relation(self) -> Optional[str]:
        return self.dedup.get("relation")

    @property
    def log_offset(self) -> Optional[int]:
        """None: it does not say, or not with a natural number."""
        header = self.message.header("newsmill-log-offset")
        return int(header) if header is not None and header.isdigit() else None


@dataclass(frozen=True)
class Unreadable:
    kind: str
    message: Message
    why: str


@dataclass(frozen=True)
class Ledger:
    inputs: Mapping[InputPlace, Message]
    outcomes: Sequence[Outcome]
    unreadable: Sequence[Unreadable]
    committed: Optional[Committed]  # None: every input has to be accounted for
    items: Mapping[InputPlace, int]  # how many items an input has, where known
    allowed: Allowances = Allowances()

    @cached_property
    def by_input(self) -> Mapping[InputPlace, list[Outcome]]:
        booked = defaultdict(list)
        for outcome in self.outcomes:
            booked[outcome.input_place].append(outcome)
        return booked

    @property
    def records(self) -> list[Outcome]:
        return [o for o in self.outcomes if o.record is not None]

    @property
    def dead_letters(self) -> list[Outcome]:
        return [o for o in self.outcomes if o.kind == DEAD_LETTER]

    def input_of(self, outcome: Outcome) -> Optional[Message]:
        return self.inputs.get(outcome.input_place)

    def is_committed(self, place: InputPlace) -> bool:
        if self.committed is None:
            return True
        partition, offset = place
        return offset < self.committed.get(partition, 0)


def open_ledger(inputs, articles, duplicates, dead_letters, committed=None, items=None,
                allowed=Allowances()) -> Ledger:
    outcomes, unreadable = [], []
    readers = ((ARTICLE, articles, _from_record), (DUPLICATE, duplicates, _from_record),
               (DEAD_LETTER, dead_letters, _from_dead_letter))
    for kind, messages, read in readers:
        for message in messages:
            try:
                outcomes.append(read(kind, message))
            except (ValueError, KeyError, TypeError) as error:
                unreadable.append(Unreadable(kind, message, f"{type(error).__name__}: {error}"))
    return Ledger({(m.partition, m.offset): m for m in inputs}, outcomes, unreadable, committed,
                  items or {}, allowed)


def _natural(value) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is not a natural number")
    return value


def _from_record(kind: str, message: Message) -> Outcome:
    record = json.loads((message.value or b"").decode("utf-8"))
    provenance = record["provenance"]
    item = provenance.get("item")
    return Outcome(kind, message, str(provenance["topic"]), _natural(provenance["partition"]),
                   _natural(provenance["offset"]), None if item is None else _natural(item), record)


def _from_dead_letter(kind: str, message: Message) -> Outcome:
    def text(name: str) -> Optional[str]:
        value = message.header(name)
        return None if value is None else value.decode("utf-8")

    def number(name: str) -> int:
        value = text(name)
        if value is None:
            raise KeyError(name)
        return _natural(int(value))

    topic = text("newsmill-topic")
    if topic is None:
        raise KeyError("newsmill-topic")
    item = None if text("newsmill-item") is None else number("newsmill-item")
    return Outcome(kind, message, topic, number("newsmill-partition"), number("newsmill-offset"),
                   item)
